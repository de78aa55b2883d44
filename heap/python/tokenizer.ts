/**
 * Source text to tokens, with the errors that can be told before any grammar. Models Parser/tokenizer.c `tok_get`:
 * characters are read one by one, because where reading stands when an error is found is where CPython reports it.
 */

import type { FaultType } from '../objects/code.ts';
import { isIdentifierPart, isIdentifierStart, isPrintable } from '../objects/unicode.ts';
import { scanNumber } from './numberToken.ts';
import { type Source, SourceError } from './source.ts';
import { operatorAt, type Token, type TokenType } from './token.ts';

const TAB = 8;
const MAX_INDENT = 100;
const MAX_LEVEL = 200;
const closerOf: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** May stand in a name, as far as one look tells. */
export function isNameCharacter(character: string): boolean {
  return /[A-Za-z0-9_]|[^\0-\x7f]/.test(character);
}

/** Can `letter` be added to the prefix of a string literal? `u` stands alone, `b` and `f` exclude each other. */
function mayPrecedeString(prefix: string, letter: string): boolean {
  if (letter === 'u') return prefix === '';
  if (letter === 'r') return !/[ru]/.test(prefix);
  return !/[bfu]/.test(prefix);
}

export class Tokenizer {
  readonly source: Source;
  readonly text: string;
  /** Offset of the next character to read. */
  at = 0;
  /** Line of the last character read, from 1, and where that line starts. */
  line: number;
  lineStart = 0;
  /** Open brackets: their offsets. */
  readonly open: number[] = [];
  /** An error of the tokenizer's own ended the reading. */
  broken = false;
  /** That error has a sentence of its own (`syntaxerror`) and is not just a state (`E_DEDENT`, `E_EOF` …). */
  explains = false;
  readonly #base: number;
  readonly #indents = [0];
  /** The same widths with tabs of one column: where the two disagree, tabs and spaces are mixed. */
  readonly #alternative = [0];
  #pending = 0;
  #startOfLine = true;

  /** `base` is added to the offsets in tokens. */
  constructor(source: Source, base: number) {
    this.source = source;
    this.text = source.text.endsWith('\n') || source.text === '' ? source.text : `${source.text}\n`;
    this.#base = base;
    this.line = source.firstLine;
  }

  /** The next character, or '' at the end. */
  read(): string {
    const character = this.text.charAt(this.at);
    if (character === '') return '';
    // A line begins when its first character is read, not when the line before it ends.
    if (this.at > 0 && this.text.charAt(this.at - 1) === '\n' && this.lineStart !== this.at) {
      this.line++;
      this.lineStart = this.at;
    }
    this.at++;
    return character;
  }

  back(character: string): void {
    if (character === '') return;
    this.at--;
  }

  /** An error at the last character read. Models `syntaxerror`. */
  fail(message: string, column = this.#columnHere(), type: FaultType = 'SyntaxError'): SourceError {
    this.broken = true;
    this.explains = true;
    return new SourceError({ type, line: this.line, column, message });
  }

  #failState(message: string, column = this.#columnHere(), type: FaultType = 'SyntaxError'): SourceError {
    const error = this.fail(message, column, type);
    this.explains = false;
    return error;
  }

  #columnHere(): number {
    return [...this.text.slice(this.lineStart, this.at)].length;
  }

  neverClosed(): SourceError {
    const opener = this.open[this.open.length - 1] ?? 0;
    return this.source.error(opener, `'${this.text.charAt(opener)}' was never closed`);
  }

  #token(type: TokenType, from: number, line = this.line): Token {
    return {
      type,
      text: from < 0 ? '' : this.text.slice(from, this.at),
      from: from < 0 ? -1 : from + this.#base,
      to: this.at + this.#base,
      line,
      level: this.open.length,
    };
  }

  next(): Token {
    let blank = false;
    for (;;) {
      blank = false;
      if (this.#startOfLine) {
        this.#startOfLine = false;
        blank = this.#indentation();
      }
      if (this.#pending !== 0) {
        const type = this.#pending < 0 ? 'DEDENT' : 'INDENT';
        this.#pending += this.#pending < 0 ? 1 : -1;
        return this.#token(type, -1);
      }
      const token = this.#inLine(blank);
      if (token !== null) return token;
    }
  }

  /** Reads the blanks that begin a line; true = there is nothing else in it. */
  #indentation(): boolean {
    let column = 0;
    let alternative = 0;
    let continued = 0;
    let character: string;
    for (;;) {
      character = this.read();
      if (character === ' ') {
        column++;
        alternative++;
      } else if (character === '\t') {
        column = (Math.floor(column / TAB) + 1) * TAB;
        alternative++;
      } else if (character === '\f') column = alternative = 0;
      else if (character === '\\') {
        continued = continued === 0 ? column : continued;
        this.#continuation();
      } else break;
    }
    this.back(character);
    if (character === '#' || character === '\n') return true;
    if (this.open.length > 0) return false;
    if (continued !== 0) column = alternative = continued;
    const outer = this.#indents[this.#indents.length - 1] ?? 0;
    const outerAlternative = this.#alternative[this.#alternative.length - 1] ?? 0;
    if (column === outer) {
      if (alternative !== outerAlternative) throw this.#mixedTabs();
    } else if (column > outer) {
      if (this.#indents.length >= MAX_INDENT) {
        this.at = this.#lineEnd();
        throw this.#failState('too many levels of indentation', 1, 'IndentationError');
      }
      if (alternative <= outerAlternative) throw this.#mixedTabs();
      this.#pending++;
      this.#indents.push(column);
      this.#alternative.push(alternative);
    } else {
      while (this.#indents.length > 1 && column < (this.#indents[this.#indents.length - 1] ?? 0)) {
        this.#pending--;
        this.#indents.pop();
        this.#alternative.pop();
      }
      if (column !== this.#indents[this.#indents.length - 1]) {
        this.at = this.#lineEnd();
        throw this.#failState(
          'unindent does not match any outer indentation level',
          this.#columnHere(),
          'IndentationError',
        );
      }
      if (alternative !== this.#alternative[this.#alternative.length - 1]) throw this.#mixedTabs();
    }
    return false;
  }

  #lineEnd(): number {
    const end = this.text.indexOf('\n', this.at);
    return end < 0 ? this.text.length : end + 1;
  }

  #mixedTabs(): SourceError {
    this.at = this.#lineEnd();
    return this.#failState('inconsistent use of tabs and spaces in indentation', 1, 'TabError');
  }

  /** Reads what follows a backslash. Models `tok_continuation_line`. */
  #continuation(): void {
    let character = this.read();
    if (character !== '\n') throw this.#failState('unexpected character after line continuation character');
    character = this.read();
    if (character === '') {
      if (this.open.length > 0) {
        this.broken = true;
        throw this.neverClosed();
      }
      throw this.#failState('unexpected EOF while parsing');
    }
    this.back(character);
  }

  /** A token that is not about indentation; null = the line was blank or goes on in the next. */
  #inLine(blank: boolean): Token | null {
    for (;;) {
      let character = this.read();
      while (character === ' ' || character === '\t' || character === '\f') character = this.read();
      const start = this.at - 1;
      if (character === '#') while (character !== '' && character !== '\n') character = this.read();
      if (character === '') return this.#atEnd();
      if (/[A-Za-z_]|[^\0-\x7f]/.test(character)) return this.#nameOrString(start, character);
      if (character === '\n') {
        this.#startOfLine = true;
        if (blank || this.open.length > 0) return null;
        const token = this.#token('NEWLINE', start);
        return { ...token, text: '', to: start + this.#base };
      }
      if (/[0-9]/.test(character) || (character === '.' && /[0-9]/.test(this.text.charAt(this.at)))) {
        scanNumber(this, character);
        return this.#token('NUMBER', start);
      }
      if (character === '"' || character === "'") return this.#string(start, character);
      if (character === '\\') {
        this.#continuation();
        continue;
      }
      return this.#operator(start, character);
    }
  }

  #atEnd(): Token {
    if (this.open.length > 0) {
      this.broken = true;
      throw this.neverClosed();
    }
    return this.#token('ENDMARKER', -1);
  }

  #nameOrString(start: number, first: string): Token {
    let character = first;
    let prefix = '';
    while (/[bBuUrRfF]/.test(character) && mayPrecedeString(prefix, character.toLowerCase())) {
      prefix += character.toLowerCase();
      character = this.read();
      if (character === '"' || character === "'") return this.#string(start, character);
    }
    let foreign = false;
    while (isNameCharacter(character)) {
      if (character > '\x7f') foreign = true;
      character = this.read();
    }
    this.back(character);
    if (foreign) this.#checkName(start);
    const token = this.#token('NAME', start);
    return foreign ? { ...token, text: token.text.normalize('NFKC') } : token;
  }

  /** Models `verify_identifier`. */
  #checkName(start: number): void {
    let at = start;
    for (const character of this.text.slice(start, this.at)) {
      const point = character.codePointAt(0) ?? 0;
      const good = at === start ? isIdentifierStart(point) : isIdentifierPart(point);
      at += character.length;
      if (good) continue;
      this.at = at;
      throw this.#strange(character);
    }
  }

  #strange(character: string): SourceError {
    const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return this.fail(
      isPrintable(character.codePointAt(0) ?? 0)
        ? `invalid character '${character}' (U+${hex})`
        : `invalid non-printable character U+${hex}`,
    );
  }

  #string(start: number, quote: string): Token {
    const firstLine = this.line;
    const firstLineStart = this.lineStart;
    let size = 1;
    let closing = 0;
    let character = this.read();
    if (character === quote) {
      character = this.read();
      if (character === quote) size = 3;
      else closing = 1;
    }
    if (character !== quote) this.back(character);
    while (closing !== size) {
      character = this.read();
      if (character === '' || (size === 1 && character === '\n')) {
        const detected = this.line;
        this.at = start + 1;
        this.line = firstLine;
        this.lineStart = firstLineStart;
        const kind = size === 3 ? 'triple-quoted string' : 'string';
        throw this.fail(`unterminated ${kind} literal (detected at line ${detected})`);
      }
      if (character === quote) closing++;
      else {
        closing = 0;
        if (character === '\\') this.read();
      }
    }
    return this.#token('STRING', start, firstLine);
  }

  #operator(start: number, character: string): Token {
    if ('([{'.includes(character)) {
      if (this.open.length >= MAX_LEVEL) throw this.fail('too many nested parentheses');
      this.open.push(start);
      return this.#token(operatorAt(this.text, start), start);
    }
    if (')]}'.includes(character)) {
      const opener = this.open.pop();
      if (opener === undefined) throw this.fail(`unmatched '${character}'`);
      const opening = this.text.charAt(opener);
      if (closerOf[opening] !== character) {
        const line = this.source.line(opener);
        const where = line === this.line ? '' : ` on line ${line}`;
        throw this.fail(
          `closing parenthesis '${character}' does not match opening parenthesis '${opening}'${where}`,
        );
      }
      return this.#token(operatorAt(this.text, start), start);
    }
    const operator = operatorAt(this.text, start);
    if (operator === 'OP' && !isPrintable(character.codePointAt(0) ?? 0)) throw this.#strange(character);
    const width = operator === 'OP' ? 1 : operator.length;
    while (this.at < start + width) this.read();
    return this.#token(operator, start);
  }
}
