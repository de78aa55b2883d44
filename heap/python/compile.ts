/**
 * One input of the prompt to a code object: `compile(source, '<stdin>', 'single')` of CPython 3.11.
 */
import type { CompileResult } from '../objects/code.ts';
import { Compiler } from './compileContext.ts';
import { interactiveBody } from './compileStatements.ts';
import { ConstantCache } from './constants.ts';
import { Folder } from './fold.ts';
import { parseSource } from './parse.ts';
import { SourceError } from './source.ts';
import { buildSymbolTable } from './symtable.ts';

export function compileInput(text: string, filename = '<stdin>'): CompileResult {
  try {
    const { source, body, literals } = parseSource(text);
    new Folder(literals).statements(body);
    const symbols = buildSymbolTable(source, body, body);
    const compiler = new Compiler(source, symbols, new ConstantCache(), filename);
    interactiveBody(compiler, body);
    return { ok: true, input: { source: text, code: compiler.leave(true), literals } };
  } catch (error) {
    if (error instanceof SourceError) return { ok: false, fault: error.fault };
    throw error;
  }
}
