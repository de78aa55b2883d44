/** Where a part of a JSON text stands, for a fault that is about its meaning. The text is known to be JSON (RFC 8259). */

export interface Spot {
  /** Both from 1. */
  readonly line: number;
  /** Null for the whole line. */
  readonly column: number | null;
}

const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\]|\\.)*"/y;
const SCALAR = /[^\s,\]}]+/y;

/** The value that `path` leads to; of a path that leads nowhere, the last part that is there. */
export function jsonPlace(text: string, path: readonly PropertyKey[]): Spot {
  let at = behind(SPACE, text, 0);
  for (const step of path) {
    const next = childAt(text, at, step);
    if (next === null) break;
    at = next;
  }
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function behind(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

/** Where the value of a field or an element of what stands at `from` begins. The last of fields that have one name. */
function childAt(text: string, from: number, step: PropertyKey): number | null {
  const open = text[from];
  if (open !== '{' && open !== '[') return null;
  let found: number | null = null;
  let at = behind(SPACE, text, from + 1);
  for (let place = 0; at < text.length && text[at] !== '}' && text[at] !== ']'; place++) {
    let name: PropertyKey = place;
    if (open === '{') {
      const end = behind(STRING, text, at);
      const read: unknown = JSON.parse(text.slice(at, end));
      name = String(read);
      at = behind(SPACE, text, behind(SPACE, text, end) + 1);
    }
    if (name === step) found = at;
    at = behind(SPACE, text, endOf(text, at));
    if (text[at] === ',') at = behind(SPACE, text, at + 1);
  }
  return found;
}

/** Behind the value that begins at `from`. */
function endOf(text: string, from: number): number {
  let depth = 0;
  let at = from;
  do {
    const one = text[at];
    if (one === '"') at = behind(STRING, text, at);
    else if (one === '{' || one === '[') {
      depth++;
      at++;
    } else if (one === '}' || one === ']') {
      depth--;
      at++;
    } else at = depth === 0 ? behind(SCALAR, text, at) : at + 1;
  } while (depth > 0 && at < text.length);
  return at;
}
