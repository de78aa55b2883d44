/**
 * The machinery of the grammar: tokens on demand, going back, remembered results, and how an error is chosen.
 * Models Parser/pegen.c and Parser/pegen_errors.c.
 *
 * Reading is done twice, as in CPython: the first time by the rules of the language alone; if that fails, again with
 * the rules that recognise mistakes (`mistakes`), which end the reading with a sentence. If none of them does, the
 * last token that was looked at the first time is `invalid syntax`. So which tokens a rule looks at matters even
 * where it makes no difference to what it accepts.
 */

import type { FaultType } from '../objects/code.ts';
import type { Place } from './ast.ts';
import { MAX_NESTING, tooDeep } from './nesting.ts';
import { type Source, SourceError } from './source.ts';
import { type Token, type TokenType, wordType } from './token.ts';
import { Tokenizer } from './tokenizer.ts';

export class Parser {
  /** The text that the tokens come from: an expression of an f-string has one of its own, in brackets. */
  readonly source: Source;
  readonly tokens: Token[] = [];
  /** Put in front of what is said about an expression in an f-string. */
  readonly prefix: string;
  /** Offset of `source` in the whole text. */
  readonly base: number;
  mark = 0;
  mistakes = false;
  readonly #tokenizer: Tokenizer;
  /** What remembered results belong to: there is a new one for the second reading. */
  reading: object = {};
  #level = 0;

  constructor(source: Source, base = 0, prefix = '') {
    this.source = source;
    this.base = base;
    this.prefix = prefix;
    this.#tokenizer = new Tokenizer(source, base);
  }

  /* tokens */

  get token(): Token {
    const known = this.tokens[this.mark];
    return known ?? this.#fill();
  }

  #fill(): Token {
    const raw = this.#nextRaw();
    const token = raw.type === 'NAME' ? { ...raw, type: wordType(raw.text) } : raw;
    this.tokens.push(token);
    return token;
  }

  #nextRaw(): Token {
    try {
      return this.#tokenizer.next();
    } catch (error) {
      throw error instanceof SourceError && !this.#tokenizer.explains ? this.#prefixed(error) : error;
    }
  }

  #prefixed(error: SourceError): SourceError {
    if (this.prefix === '' || error.fault.message.startsWith(this.prefix)) return error;
    return new SourceError({ ...error.fault, message: this.prefix + error.fault.message });
  }

  is(type: TokenType): boolean {
    return this.token.type === type;
  }

  take(type: TokenType): Token | null {
    const token = this.token;
    if (token.type !== type) return null;
    this.mark++;
    return token;
  }

  /** Takes the first of these that is there. */
  takeOne(...types: readonly TokenType[]): Token | null {
    for (const type of types) {
      const token = this.take(type);
      if (token !== null) return token;
    }
    return null;
  }

  /** A name with one of these texts: a word that is a keyword only here. */
  takeSoft(text: string): Token | null {
    const token = this.token;
    if (token.type !== 'NAME' || token.text !== text) return null;
    this.mark++;
    return token;
  }

  /** A token that must be there. */
  force(type: TokenType): Token {
    const token = this.take(type);
    if (token === null) throw this.errorAt(this.token, `expected '${type}'`);
    return token;
  }

  /** The token before the mark. */
  get previous(): Token {
    return this.tokens[this.mark - 1] ?? this.token;
  }

  /** From a node's first token to its last that is no line end. */
  span(first: Token): Place {
    let index = this.mark - 1;
    while (index > 0 && ['NEWLINE', 'INDENT', 'DEDENT', 'ENDMARKER'].includes(this.tokens[index]?.type ?? ''))
      index--;
    return { from: first.from, to: this.tokens[index]?.to ?? first.to };
  }

  /* trying */

  /** Runs a rule; if it fails, goes back to where it began. */
  attempt<T>(rule: () => T | null): T | null {
    const mark = this.mark;
    const value = rule();
    if (value === null) this.mark = mark;
    return value;
  }

  /** Would the rule succeed here? Nothing is taken. */
  ahead(rule: () => unknown): boolean {
    const mark = this.mark;
    const value = rule();
    this.mark = mark;
    return value !== null;
  }

  /** Counts nesting. CPython's parser has room for more (`MAXSTACK`), but not its compiler for much more. */
  deeper(levels: number): void {
    this.#level += levels;
    if (this.#level > MAX_NESTING) throw tooDeep();
  }

  /** Without the rules for mistakes. */
  innocent<T>(rule: () => T): T {
    const before = this.mistakes;
    this.mistakes = false;
    const value = rule();
    this.mistakes = before;
    return value;
  }

  /* errors */

  /** At the start of a node or token. */
  errorAt(place: Place, message: string): SourceError {
    if (place.from < 0) return this.errorHere(message);
    return this.#prefixed(this.source.error(place.from - this.base, message));
  }

  /** At the last token that was looked at. Models `_PyPegen_raise_error`. */
  errorHere(message: string, type: FaultType = 'SyntaxError'): SourceError {
    const last = this.tokens[this.tokens.length - 1];
    if (last === undefined) return this.#prefixed(new SourceError({ type, line: 0, column: 0, message }));
    const { line } = last;
    // What stands in no place is where the tokenizer stands.
    const column =
      last.from < 0
        ? this.#tokenizer.at - this.#tokenizer.lineStart
        : this.source.characterColumn(last.from - this.base) + 1;
    return this.#prefixed(new SourceError({ type, line, column, message }));
  }

  indentationError(message: string): SourceError {
    return this.errorHere(message, 'IndentationError');
  }

  /** Runs the start rule: its value, or the error that CPython would report. Models `_PyPegen_run_parser`. */
  run<T>(rule: () => T | null): T {
    const value = this.#guarded(rule);
    if (value !== null) return value;
    const last = this.tokens[this.tokens.length - 1];
    this.mark = 0;
    this.#level = 0;
    this.reading = {};
    this.mistakes = true;
    this.#guarded(rule);
    if (last === undefined) throw this.errorHere('invalid syntax');
    if (last.type === 'INDENT') throw this.indentationError('unexpected indent');
    if (last.type === 'DEDENT') throw this.indentationError('unexpected unindent');
    const generic = last.from < 0 ? this.#atNowhere(last) : this.errorAt(last, 'invalid syntax');
    throw this.#laterTrouble() ?? generic;
  }

  #atNowhere(last: Token): SourceError {
    return this.#prefixed(
      new SourceError({ type: 'SyntaxError', line: last.line, column: 0, message: 'invalid syntax' }),
    );
  }

  #guarded<T>(rule: () => T | null): T | null {
    try {
      return rule();
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      throw (this.#tokenizer.broken ? null : this.#laterTrouble()) ?? error;
    }
  }

  /**
   * Trouble that the tokenizer finds further on, which explains more than what is wrong here: a bracket that was
   * opened on an earlier line and never closed, a broken string. Models
   * `_PyPegen_tokenize_full_source_to_check_for_errors`.
   */
  #laterTrouble(): SourceError | null {
    const line = this.tokens[this.tokens.length - 1]?.line ?? 0;
    try {
      while (this.#tokenizer.next().type !== 'ENDMARKER');
      return null;
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      if (this.#tokenizer.explains) return error;
      const opener = this.#tokenizer.open[this.#tokenizer.open.length - 1];
      if (opener === undefined || line <= this.source.line(opener)) return null;
      return this.#prefixed(this.#tokenizer.neverClosed());
    }
  }
}

type Remembered<T> = { readonly value: T | null; readonly mark: number };

/** What a rule gave at each place. */
export class Memory<T> {
  readonly #readings = new WeakMap<object, Map<number, Remembered<T>>>();

  /** What is remembered here, the mark moved behind it; undefined = nothing, and the rule must end in `keep`. */
  recall(p: Parser): T | null | undefined {
    const known = this.#readings.get(p.reading)?.get(p.mark);
    if (known === undefined) {
      p.deeper(1);
      return undefined;
    }
    p.mark = known.mark;
    return known.value;
  }

  /** Remembers the result of the rule that began at `start`. */
  keep(p: Parser, start: number, value: T | null): T | null {
    p.deeper(-1);
    if (value === null) p.mark = start;
    let places = this.#readings.get(p.reading);
    if (places === undefined) {
      places = new Map();
      this.#readings.set(p.reading, places);
    }
    places.set(start, { value, mark: p.mark });
    return value;
  }
}

/** A rule that is run once per place. Rules that contain themselves use Memory, for one host call less. */
export function memo<T>(rule: (p: Parser) => T | null): (p: Parser) => T | null {
  const memory = new Memory<T>();
  return (p) => {
    const known = memory.recall(p);
    if (known !== undefined) return known;
    const start = p.mark;
    return memory.keep(p, start, rule(p));
  };
}
