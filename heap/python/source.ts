/**
 * A source text with its lines, and the error that every stage of the compiler raises against it.
 *
 * CPython counts columns in UTF-8 bytes (Parser/pegen.c), we read UTF-16: the two agree in ASCII lines.
 */
import type { SyntaxFault } from '../objects/code.ts';

/** Thrown inside parse and compile only; compileInput and parseInput turn it into a value. */
export class SourceError extends Error {
  readonly fault: SyntaxFault;

  constructor(fault: SyntaxFault) {
    super(fault.message);
    this.fault = fault;
  }
}

export class Source {
  readonly text: string;
  /** Number of its first line: that of an expression in an f-string is where it stands. */
  readonly firstLine: number;
  readonly lineStarts: readonly number[];
  readonly #ascii: boolean;

  /** Line ends of other systems become `\n`, as in Parser/tokenizer.c `translate_newlines`. */
  constructor(raw: string, firstLine = 1) {
    this.firstLine = firstLine;
    const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
    this.text = text;
    const starts = [0];
    let ascii = true;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === 10) starts.push(i + 1);
      else if (unit > 127) ascii = false;
    }
    this.lineStarts = starts;
    this.#ascii = ascii;
  }

  /** Line of an offset, from `firstLine`. */
  line(offset: number): number {
    const starts = this.lineStarts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + this.firstLine;
  }

  lineStart(line: number): number {
    return this.lineStarts[line - this.firstLine] ?? 0;
  }

  /** Column of an offset in UTF-8 bytes, from 0. */
  column(offset: number): number {
    const start = this.lineStart(this.line(offset));
    return this.#ascii ? offset - start : utf8Length(this.text.slice(start, offset));
  }

  slice(from: number, to: number): string {
    return this.text.slice(from, to);
  }

  /** The text of a line (from 1) without its end. */
  lineText(line: number): string {
    const start = this.lineStart(line);
    const end = this.text.indexOf('\n', start);
    return this.text.slice(start, end < 0 ? this.text.length : end);
  }

  /** Column of an offset in characters, from 0. */
  characterColumn(offset: number): number {
    return [...this.text.slice(this.lineStart(this.line(offset)), offset)].length;
  }

  compilerError(offset: number, message: string): SourceError {
    return compilerError(this.line(offset), this.column(offset), message);
  }

  error(offset: number, message: string): SourceError {
    const column = this.characterColumn(offset) + 1;
    return new SourceError({ type: 'SyntaxError', line: this.line(offset), column, message });
  }
}

/** An error of the stages behind the parser, whose columns count bytes. */
export function compilerError(line: number, column: number, message: string): SourceError {
  return new SourceError({ type: 'SyntaxError', line, column: column + 1, message });
}

export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
