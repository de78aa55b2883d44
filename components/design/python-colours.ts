/**
 * Python in colours: what in a text is a keyword, a number, a string, a comment, or called. By the lexical rules of
 * Python 3.11 (Language Reference, chapter 2), and without a grammar: half an input and a wrong one have colours too.
 */

type Look = 'keyword' | 'number' | 'string' | 'comment' | 'call';

export interface Coloured {
  readonly from: number;
  readonly to: number;
  readonly look: Look;
}

/** The same in the prompt and wherever code is shown. */
export const LOOK_CLASSES: Readonly<Record<Look, string>> = {
  keyword: 'text-(--syntax-keyword)',
  number: 'text-(--syntax-number)',
  string: 'text-(--syntax-string)',
  comment: 'text-(--syntax-comment) italic',
  call: 'text-(--syntax-call)',
};

/** Reference 2.3.1, but for the three that are values. */
const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'and as assert async await break class continue def del elif else except finally for from global if import in is ' +
    'lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);
const VALUES: ReadonlySet<string> = new Set(['None', 'True', 'False']);

const SPACE = /[^\S\n]+|\\\r?\n/y;
const COMMENT = /#[^\n]*/y;
const STRING = /(?:[rR][bBfF]?|[bBfF][rR]?|[uU])?(?:'''|"""|'|")/y;
const NUMBER =
  /(?:0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJ]?)/y;
const NAME = /[_\p{ID_Start}]\p{ID_Continue}*/uy;
/** Reference 2.3.2: keywords only where they begin a statement, which has a colon and is no assignment. */
const SOFT = /match[^\S\n]+[^\s=][^\n]*:[^\S\n]*(?:#[^\n]*)?(?:\n|$)|case[^\S\n]+[^\s=][^\n]*:/y;
const CALLED = /[^\S\n]*\(/y;

function end(rule: RegExp, source: string, at: number): number {
  rule.lastIndex = at;
  return rule.test(source) ? rule.lastIndex : -1;
}

/** In order, none over another; what has no colour is left out. */
export function coloured(source: string): Coloured[] {
  const found: Coloured[] = [];
  colour(source, 0, source.length, found);
  return found;
}

function colour(source: string, from: number, to: number, found: Coloured[]): void {
  // In a replacement field nothing begins a statement.
  let begins = from === 0;
  let defines = false;
  for (let at = from; at < to; ) {
    const skipped = end(SPACE, source, at);
    if (skipped > 0) {
      at = skipped;
      continue;
    }
    const wasBegin = begins;
    const wasDefinition = defines;
    begins = source.charAt(at) === '\n' || (wasBegin && source.charAt(at) === ';');
    defines = false;
    const comment = end(COMMENT, source, at);
    if (comment > 0) {
      found.push({ from: at, to: comment, look: 'comment' });
      at = comment;
      continue;
    }
    const opened = end(STRING, source, at);
    if (opened > 0) {
      at = string(source, at, opened, found);
      continue;
    }
    const number = end(NUMBER, source, at);
    if (number > 0) {
      found.push({ from: at, to: number, look: 'number' });
      at = number;
      continue;
    }
    const named = end(NAME, source, at);
    if (named < 0) {
      at++;
      continue;
    }
    const name = source.slice(at, named);
    const soft = wasBegin && end(SOFT, source, at) > 0;
    if (KEYWORDS.has(name) || soft) {
      found.push({ from: at, to: named, look: 'keyword' });
      defines = name === 'def' || name === 'class';
    } else if (VALUES.has(name)) found.push({ from: at, to: named, look: 'number' });
    else if (wasDefinition || end(CALLED, source, named) > 0)
      found.push({ from: at, to: named, look: 'call' });
    at = named;
  }
}

/** From its prefix to its end, or to the end of what is there; gives the place behind it. */
function string(source: string, from: number, opened: number, found: Coloured[]): number {
  const quote = source.charAt(opened - 1);
  const close = source.endsWith(quote.repeat(3), opened) ? quote.repeat(3) : quote;
  const fields = /f/i.test(source.slice(from, opened - close.length));
  let begun = from;
  let at = opened;
  while (at < source.length) {
    if (source.startsWith(close, at)) {
      at += close.length;
      break;
    }
    const char = source.charAt(at);
    if (char === '\n' && close.length === 1) break;
    if (char === '\\') at += 2;
    else if (fields && (source.startsWith('{{', at) || source.startsWith('}}', at))) at += 2;
    else if (fields && char === '{') {
      found.push({ from: begun, to: at + 1, look: 'string' });
      begun = fieldEnd(source, at + 1, close);
      colour(source, at + 1, begun, found);
      at = begun;
    } else at++;
  }
  at = Math.min(at, source.length);
  if (at > begun) found.push({ from: begun, to: at, look: 'string' });
  return at;
}

/** Where the expression of a replacement field ends: before its conversion, its format or its brace. */
function fieldEnd(source: string, from: number, close: string): number {
  let depth = 0;
  for (let at = from; at < source.length; at++) {
    const char = source.charAt(at);
    if (source.startsWith(close, at) || (char === '\n' && close.length === 1)) return at;
    if ('([{'.includes(char)) depth++;
    else if (depth > 0 && ')]}'.includes(char)) depth--;
    else if (depth === 0 && (char === '}' || char === ':')) return at;
    else if (depth === 0 && char === '!' && source.charAt(at + 1) !== '=') return at;
  }
  return source.length;
}
