/**
 * What CPython 3.11 made of the inputs: recorded in goldens.json.gz, or asked live where an interpreter is found.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Dump } from './dump.ts';

const dumpShape: z.ZodType<Dump> = z.union([
  z.object({ root: z.number(), constants: z.array(z.unknown()) }),
  z.object({ error: z.string(), line: z.number().nullable(), column: z.number().nullable() }),
]);

const recordingShape = z.object({
  version: z.string(),
  scenarios: z.record(z.string(), z.array(z.string())),
  dumps: z.record(z.string(), dumpShape),
});

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

export const recording = recordingShape.parse(
  JSON.parse(gunzipSync(readFileSync(path('./goldens.json.gz'))).toString('utf8')),
);

export function loadTexts(name: string): string[] {
  return z.array(z.string()).parse(JSON.parse(readFileSync(path(name), 'utf8')));
}

export function scenarioText(name: string): string {
  return readFileSync(path(`../../conformance/scenarios/${name}`), 'utf8');
}

/** The command of a CPython 3.11, or null. */
export function findPython(): string | null {
  for (const command of ['python3.11', 'python3']) {
    const found = spawnSync(command, ['--version'], { encoding: 'utf8' });
    if (found.status === 0 && found.stdout.startsWith('Python 3.11.')) return command;
  }
  return null;
}

export function askPython(command: string, texts: readonly string[]): Dump[] {
  const result = spawnSync(command, [path('../../conformance/disassemble.py')], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (result.status !== 0) throw new Error(result.stderr);
  return z.array(dumpShape).parse(JSON.parse(result.stdout));
}
