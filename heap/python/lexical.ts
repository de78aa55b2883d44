/**
 * A pass over the raw text for what the grammar cannot say: where strings end, brackets that do not match,
 * characters that belong to no token.
 *
 * Models the errors of Parser/tokenizer.c. In 3.11 an f-string is a plain string token whose end is the first
 * matching quote; `stringEnds` lets the parser refuse the later, more permissive form.
 */
import type { Source, SourceError } from './source.ts';

export type Lexical = {
  /** Offset of the end of each string literal by the offset of its opening quote. */
  readonly stringEnds: ReadonlyMap<number, number>;
  /** The first lexical error, if any, and where it is found when reading from the left. */
  readonly error: { readonly at: number; readonly problem: SourceError } | null;
};

const closerOf: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/**
 * Letters outside ASCII that may stand in a name. A fixed list of blocks, because Unicode tables differ between
 * the engines that must agree: Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, Indic scripts, Thai, Georgian,
 * Hangul, kana and CJK.
 */
const nameCharacter =
  /^[\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u0373\u0376\u0377\u0386\u0388-\u0481\u048a-\u0556\u0561-\u0587\u05d0-\u05ea\u0620-\u064a\u0900-\u0963\u0980-\u0a7f\u0e01-\u0e3a\u0e40-\u0e4e\u10a0-\u10ff\u1100-\u11ff\u1e00-\u1fbc\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]$/;

export function isForeignNameCharacter(character: string): boolean {
  return nameCharacter.test(character);
}

export function scanLexical(source: Source): Lexical {
  const text = source.text;
  const stringEnds = new Map<number, number>();
  const open: number[] = [];
  const fail = (at: number, problem: SourceError): Lexical => ({ stringEnds, error: { at, problem } });
  let i = 0;
  while (i < text.length) {
    const character = text.charAt(i);
    const unit = text.charCodeAt(i);
    if (character === '#') {
      const end = text.indexOf('\n', i);
      i = end < 0 ? text.length : end;
    } else if (character === '"' || character === "'") {
      const end = stringEnd(text, i, character);
      if (end < 0) {
        const triple = text.startsWith(character.repeat(3), i);
        const start = prefixStart(text, i);
        const detected = triple ? source.line(Math.max(0, text.trimEnd().length - 1)) : source.line(i);
        const message = `unterminated ${triple ? 'triple-quoted ' : ''}string literal (detected at line ${detected})`;
        return fail(start, source.error(start, message));
      }
      stringEnds.set(i, end);
      i = end;
    } else if (character === '(' || character === '[' || character === '{') {
      open.push(i);
      i++;
    } else if (character === ')' || character === ']' || character === '}') {
      const opener = open.pop();
      if (opener === undefined) return fail(i, source.error(i, `unmatched '${character}'`));
      const opening = text.charAt(opener);
      if (closerOf[opening] !== character) {
        const line = source.line(opener);
        const where = line === source.line(i) ? '' : ` on line ${line}`;
        const message = `closing parenthesis '${character}' does not match opening parenthesis '${opening}'${where}`;
        return fail(i, source.error(i, message));
      }
      i++;
    } else if (character === '\\') {
      const next = text.charAt(i + 1);
      if (next === '\r' && text.charAt(i + 2) === '\n') i += 3;
      else if (next === '\n') {
        if (i + 2 >= text.length) return fail(i + 1, source.error(i + 1, 'unexpected EOF while parsing'));
        i += 2;
      } else return fail(i, source.error(i, 'unexpected character after line continuation character'));
    } else if (character === '$' || character === '?' || character === '`') {
      return fail(i, source.error(i, 'invalid syntax'));
    } else if (character === '!' && text.charAt(i + 1) !== '=') {
      return fail(i, source.error(i, 'invalid syntax'));
    } else if (unit > 127 && !isForeignNameCharacter(character)) {
      const point = text.codePointAt(i) ?? 0;
      const shown = String.fromCodePoint(point);
      const hex = point.toString(16).toUpperCase().padStart(4, '0');
      return fail(i, source.error(i, `invalid character '${shown}' (U+${hex})`));
    } else if (unit < 32 && unit !== 9 && unit !== 10 && unit !== 12 && unit !== 13) {
      return fail(i, source.error(i, 'invalid non-printable character'));
    } else if (unit >= 48 && unit <= 57) {
      const problem = numberProblem(source, i);
      if (problem !== null) return fail(i, problem);
      i += /^[\w.]+/.exec(text.slice(i))?.[0].length ?? 1;
    } else if (/[A-Za-z_]/.test(character)) {
      i += /^\w+/.exec(text.slice(i))?.[0].length ?? 1;
    } else i++;
  }
  const opener = open[open.length - 1];
  if (opener !== undefined)
    return fail(text.length, source.error(opener, `'${text.charAt(opener)}' was never closed`));
  return { stringEnds, error: null };
}

/** What is wrong with a number at an offset, as far as its first characters show it. */
function numberProblem(source: Source, at: number): SourceError | null {
  const rest = source.text.slice(at, at + 400);
  const based = /^0([xXoObB])(?:_?([0-9a-fA-F]))*/.exec(rest);
  if (based !== null) {
    const letter = (based[1] ?? '').toLowerCase();
    const kind = letter === 'x' ? 'hexadecimal' : letter === 'o' ? 'octal' : 'binary';
    const digits = letter === 'x' ? /^(_?[0-9a-fA-F])+/ : letter === 'o' ? /^(_?[0-7])+/ : /^(_?[01])+/;
    const good = digits.exec(rest.slice(2))?.[0].length ?? 0;
    const next = rest.charAt(2 + good);
    if (/[0-9]/.test(next)) return source.error(at + 2 + good, `invalid digit '${next}' in ${kind} literal`);
    if (good === 0 || /\w/.test(next)) return source.error(at + 1 + good, `invalid ${kind} literal`);
    return null;
  }
  const number = /^\d(_?\d)*(\.(\d(_?\d)*)?)?([eE][+-]?\d(_?\d)*)?[jJ]?/.exec(rest)?.[0] ?? '';
  const tail = rest.slice(number.length);
  if (!/^\w/.test(tail) || /^(and|else|for|if|in|is|not|or)\b/.test(tail)) return null;
  return source.error(at + number.length - 1, 'invalid decimal literal');
}

/** Offset behind the closing quote, or -1. */
function stringEnd(text: string, start: number, quote: string): number {
  const triple = text.charAt(start + 1) === quote && text.charAt(start + 2) === quote;
  let i = start + (triple ? 3 : 1);
  while (i < text.length) {
    const character = text.charAt(i);
    if (character === '\\') i += 2;
    else if (character === '\n' && !triple) return -1;
    else if (character === quote) {
      if (!triple) return i + 1;
      if (text.charAt(i + 1) === quote && text.charAt(i + 2) === quote) return i + 3;
      i++;
    } else i++;
  }
  return -1;
}

function prefixStart(text: string, quote: number): number {
  let start = quote;
  while (start > 0 && quote - start < 2 && /[rRbBuUfF]/.test(text.charAt(start - 1))) start--;
  return start > 0 && /\w/.test(text.charAt(start - 1)) ? quote : start;
}
