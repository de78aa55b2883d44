/**
 * Does Enter run the input, or does it still go on? The same question that Python's prompt asks line by line:
 * an open bracket or triple quote or a trailing backslash goes on; a block goes on until an empty last line.
 * Whether the input is right is not asked here: the parser says that when it is run.
 */
export type InputState = 'empty' | 'open' | 'complete';

export function inputState(source: string): InputState {
  if (source.trim() === '') return 'empty';
  const scan = scanned(source);
  if (scan.open) return 'open';
  const lines = source.split('\n');
  const last = lines.at(-1) ?? '';
  if (scan.block) return lines.length > 1 && last.trim() === '' ? 'complete' : 'open';
  return 'complete';
}

/** What Shift+Enter or Enter puts at the start of the next line: the last line's indentation, more after a colon. */
export function nextIndent(source: string): string {
  const last = source.split('\n').at(-1) ?? '';
  const indent = /^[ \t]*/.exec(last)?.[0] ?? '';
  return /:\s*(#.*)?$/.test(last) ? `${indent}    ` : indent;
}

interface Scan {
  /** Inside brackets, a triple-quoted text, or after a backslash. */
  readonly open: boolean;
  /** Some logical line ends with a colon, begins with a decorator, or is indented. */
  readonly block: boolean;
}

function scanned(source: string): Scan {
  let depth = 0;
  let at = 0;
  let block = false;
  let lineStart = true;
  let lastCode = '';
  while (at < source.length) {
    const char = source.charAt(at);
    if (char === '#') {
      while (at < source.length && source.charAt(at) !== '\n') at++;
      continue;
    }
    if (char === '"' || char === "'") {
      const end = textEnd(source, at);
      if (end === null) return { open: true, block };
      at = end;
      lastCode = char;
      lineStart = false;
      continue;
    }
    if (char === '\n') {
      if (depth === 0 && lastCode === '\\') {
        if (at === source.length - 1) return { open: true, block };
      } else if (depth === 0) {
        if (lastCode === ':') block = true;
        lineStart = true;
      }
      lastCode = '';
      at++;
      continue;
    }
    if (char !== ' ' && char !== '\t' && char !== '\r') {
      if (lineStart && depth === 0 && char === '@') block = true;
      lineStart = false;
      if ('([{'.includes(char)) depth++;
      else if (')]}'.includes(char)) depth = Math.max(0, depth - 1);
      lastCode = char;
    }
    at++;
  }
  if (depth === 0 && lastCode === ':') block = true;
  // `if x: y` on one line is a compound statement too, and Python's prompt waits for the empty line after it.
  if (/^\s*(if|for|while|def|class|with|try|async)\b[^\n]*:/.test(source) && depth === 0) block = true;
  return { open: depth > 0 || lastCode === '\\', block };
}

/** Position after the string literal that begins at `at`; null when a triple-quoted one does not end. */
function textEnd(source: string, at: number): number | null {
  const quote = source.charAt(at);
  const triple = source.startsWith(quote.repeat(3), at);
  const close = triple ? quote.repeat(3) : quote;
  let here = at + close.length;
  while (here < source.length) {
    if (source.charAt(here) === '\\') here += 2;
    else if (source.startsWith(close, here)) return here + close.length;
    else if (!triple && source.charAt(here) === '\n') return here;
    else here++;
  }
  return triple ? null : source.length;
}
