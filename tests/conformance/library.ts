/**
 * The Python of heap/library, compiled: `tsx tests/conformance/library.ts` writes heap/library/compiled.ts, which a
 * machine loads when it starts. To be run after every change of a .py file there or of the compiler.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packCode } from '../../heap/library/packed.ts';
import { compileInput } from '../../heap/python/compile.ts';

const FOLDER = join(import.meta.dirname, '../../heap/library');
const PARTS = ['importing', 'containers', 'weakset', 'weakdicts', 'finalize'] as const;

/** Text of heap/library/compiled.ts. */
export function compiledLibrary(): string {
  const packed: Record<string, unknown> = {};
  for (const part of PARTS) {
    const result = compileInput(readFileSync(join(FOLDER, `${part}.py`), 'utf8'));
    if (!result.ok) throw new Error(`${part}.py, line ${result.fault.line}: ${result.fault.message}`);
    packed[part] = packCode(result.input.code);
  }
  const json = JSON.stringify(packed).replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return `/** Made by tests/conformance/library.ts from the .py files beside it. */\nexport const compiled =\n  '${json}';\n`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(join(FOLDER, 'compiled.ts'), compiledLibrary());
