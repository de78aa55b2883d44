/**
 * String literals, adjacent ones joined, and f-strings. Models Parser/string_parser.c `_PyPegen_concatenate_strings`,
 * `fstring_find_literal`, `fstring_find_expr`, `fstring_compile_expr` and the FstringParser.
 *
 * In 3.11 an f-string is one string token. What stands in its braces is cut out by looking for their end, put in
 * brackets and read by a parser of its own; most errors are reported at the token behind the string.
 */
import type { Expr, Place } from './ast.ts';
import { strConstant } from './constants.ts';
import { starExpressions } from './grammarExpressions.ts';
import { decodeBytes, decodeText, joinBytes } from './literals.ts';
import { memo, Parser } from './parser.ts';
import { Source } from './source.ts';
import type { Token } from './token.ts';

type Piece = {
  readonly token: Token;
  readonly bytes: boolean;
  readonly raw: boolean;
  readonly format: boolean;
  /** The token's text; what is between the quotes lies from `from` to `to` in it. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
};

/** What is being put together: text that is not yet a node, and the nodes before it. */
type Joined = { text: string; values: Expr[] };

const MAX_NESTED = 200;
const openerOf: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

export const strings = memo((p): Expr | null => {
  const start = p.token;
  const pieces: Piece[] = [];
  for (;;) {
    const token = p.take('STRING');
    if (token === null) break;
    pieces.push(pieceOf(token));
  }
  const bytes = pieces[0]?.bytes ?? false;
  const whole = p.span(start);
  const joined: Joined = { text: '', values: [] };
  const octets: number[][] = [];
  for (const piece of pieces) {
    const body = piece.text.slice(piece.from, piece.to);
    const value = piece.bytes ? decodeBytes(p, body, piece.raw, piece.token) : null;
    const text = piece.bytes || piece.format ? '' : decodeText(p, body, piece.raw);
    if (piece.bytes !== bytes) throw p.errorHere('cannot mix bytes and nonbytes literals');
    if (value !== null) octets.push(value);
    else if (piece.format) formatText(p, piece, piece.from, joined, whole, 0);
    else joined.text += text;
  }
  if (bytes) return { kind: 'Constant', value: joinBytes(octets), ...whole };
  if (!pieces.some(({ format }) => format))
    return { kind: 'Constant', value: strConstant(joined.text), ...whole };
  flush(joined, whole);
  return { kind: 'JoinedStr', values: joined.values, ...whole };
});

function pieceOf(token: Token): Piece {
  const { text } = token;
  const quoteAt = text.search(/['"]/);
  const prefix = text.slice(0, quoteAt).toLowerCase();
  const quote = text.charAt(quoteAt);
  const width = text.length >= quoteAt + 6 && text.startsWith(quote.repeat(3), quoteAt) ? 3 : 1;
  return {
    token,
    bytes: prefix.includes('b'),
    raw: prefix.includes('r'),
    format: prefix.includes('f'),
    text,
    from: quoteAt + width,
    to: text.length - width,
  };
}

function flush(joined: Joined, place: Place): void {
  if (joined.text === '') return;
  const { from, to } = place;
  joined.values.push({ kind: 'Constant', value: strConstant(joined.text), from, to });
  joined.text = '';
}

/**
 * Reads literal text and replacement fields up to the end or, inside a format specification (`level` > 0), up to the
 * brace that closes the field. Returns where it stopped.
 */
function formatText(
  p: Parser,
  piece: Piece,
  from: number,
  joined: Joined,
  whole: Place,
  level: number,
): number {
  let at = from;
  for (;;) {
    const { end, doubled } = literalEnd(p, piece, at, level);
    const text = decodeText(p, piece.text.slice(at, end), piece.raw);
    at = end;
    if (doubled) {
      joined.text += text;
      at++;
      continue;
    }
    if (at >= piece.to || piece.text.charAt(at) === '}') {
      joined.text += text;
      if (level > 0 && piece.text.charAt(at) !== '}') throw p.errorHere("f-string: expecting '}'");
      return at;
    }
    at = replacement(p, piece, at, text, joined, whole, level);
  }
}

/** Where literal text ends; `doubled`: with the first of two equal braces. */
function literalEnd(p: Parser, piece: Piece, from: number, level: number): { end: number; doubled: boolean } {
  const { text, to } = piece;
  let at = from;
  while (at < to) {
    let character = text.charAt(at++);
    if (!piece.raw && character === '\\' && at < to) {
      character = text.charAt(at++);
      if (character === 'N') {
        if (at < to && text.charAt(at++) === '{') while (at < to && text.charAt(at++) !== '}');
        continue;
      }
    }
    if (character !== '{' && character !== '}') continue;
    if (level === 0) {
      if (at < to && text.charAt(at) === character) return { end: at, doubled: true };
      if (character === '}') throw p.errorHere("f-string: single '}' is not allowed");
    }
    return { end: at - 1, doubled: false };
  }
  return { end: at, doubled: false };
}

/** One `{expression=!conversion:specification}` behind its literal text; returns where it ends. */
function replacement(
  p: Parser,
  piece: Piece,
  brace: number,
  before: string,
  joined: Joined,
  whole: Place,
  level: number,
): number {
  const { text, to } = piece;
  const unfinished = (): Error => p.errorHere("f-string: expecting '}'");
  if (level >= 2) throw p.errorHere('f-string: expressions nested too deeply');
  let at = expressionEnd(p, piece, brace + 1);
  if (at >= to) throw unfinished();
  const value = fieldValue(p, piece, brace, at);
  let documented = '';
  let conversion = '';
  let spec: Expr | null = null;
  if (text.charAt(at) === '=') {
    at++;
    while (/[ \t\n\r\f\v]/.test(text.charAt(at))) at++;
    if (at >= to) throw unfinished();
    documented = text.slice(brace + 1, at);
  }
  if (text.charAt(at) === '!') {
    at++;
    if (at >= to) throw unfinished();
    conversion = text.charAt(at);
    at++;
    if (!'sra'.includes(conversion))
      throw p.errorHere("f-string: invalid conversion character: expected 's', 'r', or 'a'");
  }
  if (text.charAt(at) === ':') {
    at++;
    if (at >= to) throw unfinished();
    const inside: Joined = { text: '', values: [] };
    // Its nodes stand at their own string, not at the whole of adjacent ones.
    at = formatText(p, piece, at, inside, whole, level + 1);
    const { from, to: end } = piece.token;
    flush(inside, { from, to: end });
    spec = { kind: 'JoinedStr', values: inside.values, from, to: end };
  }
  if (at >= to || text.charAt(at) !== '}') throw unfinished();
  if (documented !== '' && spec === null && conversion === '') conversion = 'r';
  joined.text += before + documented;
  flush(joined, whole);
  joined.values.push({ kind: 'FormattedValue', value, conversion, spec, from: whole.from, to: whole.to });
  return at + 1;
}

/** The `!`, `:`, `=` or brace that ends an expression, brackets and strings skipped. */
function expressionEnd(p: Parser, piece: Piece, from: number): number {
  const { text, to } = piece;
  const open: string[] = [];
  let quote = '';
  let at = from;
  for (; at < to; at++) {
    const character = text.charAt(at);
    if (character === '\\') throw p.errorHere('f-string expression part cannot include a backslash');
    if (quote !== '') {
      if (text.startsWith(quote, at) && at + quote.length <= to) {
        at += quote.length - 1;
        quote = '';
      }
    } else if (character === "'" || character === '"') {
      const triple = character.repeat(3);
      quote = at + 2 < to && text.startsWith(triple, at) ? triple : character;
      at += quote.length - 1;
    } else if ('([{'.includes(character)) {
      if (open.length >= MAX_NESTED) throw p.errorHere('f-string: too many nested parenthesis');
      open.push(character);
    } else if (character === '#') throw p.errorHere("f-string expression part cannot include '#'");
    else if (open.length === 0 && '!:}=><'.includes(character)) {
      if ('!=<>'.includes(character) && at + 1 < to && text.charAt(at + 1) === '=') at++;
      else if (character !== '<' && character !== '>') break;
    } else if (')]}'.includes(character)) {
      const opening = open.pop();
      if (opening === undefined) throw p.errorHere(`f-string: unmatched '${character}'`);
      if (openerOf[character] !== opening)
        throw p.errorHere(
          `f-string: closing parenthesis '${character}' does not match opening parenthesis '${opening}'`,
        );
    }
  }
  if (quote !== '') throw p.errorHere('f-string: unterminated string');
  const opening = open.pop();
  if (opening !== undefined) throw p.errorHere(`f-string: unmatched '${opening}'`);
  return at;
}

/** Reads what stands in the braces, brackets put where the braces are. */
function fieldValue(p: Parser, piece: Piece, brace: number, end: number): Expr {
  const inner = piece.text.slice(brace + 1, end);
  const stop = piece.text.charAt(end);
  if (/^[ \t\n\f]*$/.test(inner)) {
    throw p.errorHere(
      '!:='.includes(stop)
        ? `f-string: expression required before '${stop}'`
        : 'f-string: empty expression not allowed',
    );
  }
  const linesBefore = piece.text.slice(0, brace).split('\n').length - 1;
  const source = new Source(`(${inner})`, piece.token.line + linesBefore);
  const inside = new Parser(source, piece.token.from + brace, 'f-string: ');
  return inside.run(() => starExpressions(inside));
}
