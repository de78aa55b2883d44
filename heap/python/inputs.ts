/**
 * A script as a series of prompt inputs, and whether a text can be one.
 */
import type { SyntaxFault } from '../objects/code.ts';
import { compileInput } from './compile.ts';
import { parseSource } from './parse.ts';
import { SourceError } from './source.ts';

/**
 * One input is one top-level statement with its decorators, or the simple statements that share its lines; blank
 * lines and comments between them are dropped. A text with a syntax error is one input, so that the error is
 * reported with the lines of the text.
 */
export function splitInputs(text: string): string[] {
  try {
    const { source, body } = parseSource(text);
    const groups: { first: number; last: number }[] = [];
    for (const node of body) {
      const decorated = node.kind === 'FunctionDef' || node.kind === 'ClassDef' ? node.decorators : [];
      const first = source.line(decorated[0]?.from ?? node.from);
      const last = source.line(node.to);
      const open = groups[groups.length - 1];
      if (open !== undefined && first <= open.last) open.last = Math.max(open.last, last);
      else groups.push({ first, last });
    }
    const lines = source.text.split('\n');
    return groups.map(({ first, last }) => lines.slice(first - 1, last).join('\n'));
  } catch (error) {
    if (error instanceof SourceError) return [text];
    throw error;
  }
}

/** Checks a text of one or several inputs without running it. */
export function parseInput(text: string): { readonly ok: true } | ({ readonly ok: false } & SyntaxFault) {
  const inputs = splitInputs(text);
  let line = 0;
  const lines = text.split('\n');
  for (const input of inputs) {
    const result = compileInput(input);
    if (!result.ok) {
      const first = input.split('\n')[0] ?? '';
      const offset = input === text ? 0 : Math.max(0, lines.indexOf(first, line));
      return { ok: false, ...result.fault, line: result.fault.line + offset };
    }
    line = Math.max(line, lines.indexOf(input.split('\n')[0] ?? '', line)) + input.split('\n').length;
  }
  return { ok: true };
}
