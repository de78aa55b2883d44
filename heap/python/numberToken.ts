/** Reads a number and says what is wrong with it. Models the numbers of Parser/tokenizer.c `tok_get`. */
import type { Tokenizer } from './tokenizer.ts';
import { isNameCharacter } from './tokenizer.ts';

const isDigit = (character: string): boolean => character >= '0' && character <= '9' && character !== '';

const bases: Readonly<Record<string, { kind: string; digit: RegExp }>> = {
  x: { kind: 'hexadecimal', digit: /[0-9a-fA-F]/ },
  o: { kind: 'octal', digit: /[0-7]/ },
  b: { kind: 'binary', digit: /[01]/ },
};

/** `first` is the character read already. */
export function scanNumber(t: Tokenizer, first: string): void {
  if (first === '.') {
    fraction(t, t.read());
    return;
  }
  if (first !== '0') {
    afterDigits(t, decimalTail(t));
    return;
  }
  const start = t.at - 1;
  let character = t.read();
  const base = bases[character.toLowerCase()];
  if (base !== undefined) {
    based(t, base.kind, base.digit);
    return;
  }
  for (;;) {
    if (character === '_') {
      character = t.read();
      if (!isDigit(character)) throw misplaced(t, character, 'decimal');
    }
    if (character !== '0') break;
    character = t.read();
  }
  const nonzero = isDigit(character);
  if (nonzero) character = decimalTail(t);
  if (nonzero && !/[.eEjJ]/.test(character)) {
    t.back(character);
    throw t.fail(
      'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers',
      [...t.text.slice(t.lineStart, start + 1)].length,
    );
  }
  afterDigits(t, character);
}

function based(t: Tokenizer, kind: string, digit: RegExp): void {
  let character = t.read();
  do {
    if (character === '_') character = t.read();
    if (!digit.test(character)) {
      if (isDigit(character)) throw t.fail(`invalid digit '${character}' in ${kind} literal`);
      throw misplaced(t, character, kind);
    }
    while (digit.test(character)) character = t.read();
  } while (character === '_');
  if (isDigit(character)) throw t.fail(`invalid digit '${character}' in ${kind} literal`);
  end(t, character, kind);
}

function misplaced(t: Tokenizer, character: string, kind: string): Error {
  t.back(character);
  return t.fail(`invalid ${kind} literal`);
}

/** Digits with underscores between them; gives the character behind. */
function decimalTail(t: Tokenizer): string {
  for (;;) {
    let character = t.read();
    while (isDigit(character)) character = t.read();
    if (character !== '_') return character;
    character = t.read();
    if (!isDigit(character)) throw misplaced(t, character, 'decimal');
  }
}

function afterDigits(t: Tokenizer, character: string): void {
  if (character === '.') fraction(t, t.read());
  else exponent(t, character);
}

function fraction(t: Tokenizer, character: string): void {
  exponent(t, isDigit(character) ? decimalTail(t) : character);
}

function exponent(t: Tokenizer, first: string): void {
  let character = first;
  if (character === 'e' || character === 'E') {
    const letter = character;
    character = t.read();
    if (character === '+' || character === '-') {
      character = t.read();
      if (!isDigit(character)) throw misplaced(t, character, 'decimal');
    } else if (!isDigit(character)) {
      t.back(character);
      end(t, letter, 'decimal');
      return;
    }
    character = decimalTail(t);
  }
  if (character === 'j' || character === 'J') end(t, t.read(), 'imaginary');
  else end(t, character, 'decimal');
}

/** What is looked at is a letter more for all but `if`, `in` and `is`. */
const followers = /^(?:(?:and|else|for|or|not)(?![A-Za-z0-9_]|[^\0-\x7f])|i[fns])/;

/** A number may touch a keyword that can follow it, nothing else that looks like a name. */
function end(t: Tokenizer, character: string, kind: string): void {
  t.back(character);
  if (character === '' || followers.test(t.text.slice(t.at, t.at + 5))) return;
  if (character <= '\x7f' && isNameCharacter(character)) throw t.fail(`invalid ${kind} literal`);
}
