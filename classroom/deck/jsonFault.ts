/**
 * Where a text stops being JSON (RFC 8259). Engines word and place this differently, so it is found here: it agrees
 * with JSON.parse on what is JSON, and says line, column and what was expected.
 */
export interface JsonFault {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly says: string;
}

class Stop extends Error {
  readonly at: number;
  constructor(at: number, says: string) {
    super(says);
    this.at = at;
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;

export function jsonFault(text: string): JsonFault | null {
  try {
    const end = space(text, value(text, space(text, 0)));
    if (end < text.length)
      throw new Stop(end, 'The file should end here; there is more behind its last bracket.');
    return null;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    const before = text.slice(0, error.at).split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1, says: error.message };
  }
}

function space(text: string, from: number): number {
  SPACE.lastIndex = from;
  SPACE.test(text);
  return SPACE.lastIndex;
}

/** @returns the place behind the value that begins at `from` */
function value(text: string, from: number): number {
  const first = text[from];
  if (first === undefined) throw new Stop(from, 'The file ends in the middle: something is cut off.');
  if (first === '{') return many(text, from, '}', member);
  if (first === '[') return many(text, from, ']', value);
  if (first === '"') return string(text, from);
  for (const word of ['true', 'false', 'null']) if (text.startsWith(word, from)) return from + word.length;
  NUMBER.lastIndex = from;
  if (NUMBER.test(text)) return NUMBER.lastIndex;
  if (first === "'") throw new Stop(from, 'JSON takes double quotes (") only.');
  throw new Stop(
    from,
    'A value is expected here: a text in double quotes, a number, true, false, null, [ or {.',
  );
}

function many(
  text: string,
  from: number,
  close: string,
  part: (text: string, from: number) => number,
): number {
  let at = space(text, from + 1);
  if (text[at] === close) return at + 1;
  for (;;) {
    at = space(text, part(text, at));
    if (text[at] === close) return at + 1;
    if (text[at] === undefined) throw new Stop(at, `The file ends in the middle: a ${close} is missing.`);
    if (text[at] !== ',') throw new Stop(at, `A comma or ${close} is missing before this.`);
    at = space(text, at + 1);
    if (text[at] === close) throw new Stop(at, `There is a comma too many before this ${close}.`);
  }
}

function member(text: string, from: number): number {
  if (text[from] === undefined) throw new Stop(from, 'The file ends in the middle: something is cut off.');
  if (text[from] !== '"') throw new Stop(from, 'The name of a field in double quotes is expected here.');
  const colon = space(text, string(text, from));
  if (text[colon] !== ':') throw new Stop(colon, 'A colon is missing before this.');
  return value(text, space(text, colon + 1));
}

function string(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const one = text.charAt(at);
    if (one === '"') return at + 1;
    if (one < ' ') {
      throw new Stop(
        at,
        one === '\n'
          ? 'A text in quotes has to end on its line; write \\n for a new line.'
          : 'This character has to be escaped.',
      );
    }
    if (one !== '\\') continue;
    at++;
    if (text[at] === 'u') {
      if (!/^[0-9a-fA-F]{4}$/.test(text.slice(at + 1, at + 5)))
        throw new Stop(at - 1, '\\u needs four hexadecimal digits.');
      at += 4;
    } else if (at < text.length && !'"\\/bfnrt'.includes(text.charAt(at))) {
      throw new Stop(at - 1, `JSON knows no escape \\${text.charAt(at)}; write \\\\ for a backslash.`);
    }
  }
  throw new Stop(text.length, 'The file ends inside a text in quotes.');
}
