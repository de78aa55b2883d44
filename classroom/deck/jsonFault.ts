/**
 * Where a text stops being JSON (RFC 8259). Engines word and place this differently, so it is found here: it agrees
 * with JSON.parse on what is JSON, and says line, column and what was expected.
 */
import { ENGLISH_FILES, type FilePhrases } from './filePhrases.ts';

export interface JsonFault {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly says: string;
}

type Says = FilePhrases['json'];

class Stop extends Error {
  readonly at: number;
  constructor(at: number, says: string) {
    super(says);
    this.at = at;
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;

export function jsonFault(text: string, says: Says = ENGLISH_FILES.json): JsonFault | null {
  try {
    const end = space(text, value(text, space(text, 0), says));
    if (end < text.length) throw new Stop(end, says.behindEnd);
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
function value(text: string, from: number, says: Says): number {
  const first = text[from];
  if (first === undefined) throw new Stop(from, says.cutOff);
  if (first === '{') return many(text, from, '}', member, says);
  if (first === '[') return many(text, from, ']', value, says);
  if (first === '"') return string(text, from, says);
  for (const word of ['true', 'false', 'null']) if (text.startsWith(word, from)) return from + word.length;
  NUMBER.lastIndex = from;
  if (NUMBER.test(text)) return NUMBER.lastIndex;
  if (first === "'") throw new Stop(from, says.singleQuotes);
  throw new Stop(from, says.value);
}

function many(
  text: string,
  from: number,
  close: string,
  part: (text: string, from: number, says: Says) => number,
  says: Says,
): number {
  let at = space(text, from + 1);
  if (text[at] === close) return at + 1;
  for (;;) {
    at = space(text, part(text, at, says));
    if (text[at] === close) return at + 1;
    if (text[at] === undefined) throw new Stop(at, says.missing(close));
    if (text[at] !== ',') throw new Stop(at, says.comma(close));
    at = space(text, at + 1);
    if (text[at] === close) throw new Stop(at, says.extraComma(close));
  }
}

function member(text: string, from: number, says: Says): number {
  if (text[from] === undefined) throw new Stop(from, says.cutOff);
  if (text[from] !== '"') throw new Stop(from, says.field);
  const colon = space(text, string(text, from, says));
  if (text[colon] !== ':') throw new Stop(colon, says.colon);
  return value(text, space(text, colon + 1), says);
}

function string(text: string, from: number, says: Says): number {
  for (let at = from + 1; at < text.length; at++) {
    const one = text.charAt(at);
    if (one === '"') return at + 1;
    if (one < ' ') {
      throw new Stop(at, one === '\n' ? says.newLine : says.unescaped);
    }
    if (one !== '\\') continue;
    at++;
    if (text[at] === 'u') {
      if (!/^[0-9a-fA-F]{4}$/.test(text.slice(at + 1, at + 5))) throw new Stop(at - 1, says.hexadecimal);
      at += 4;
    } else if (at < text.length && !'"\\/bfnrt'.includes(text.charAt(at))) {
      throw new Stop(at - 1, says.noEscape(text.charAt(at)));
    }
  }
  throw new Stop(text.length, says.insideText);
}
