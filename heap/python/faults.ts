/**
 * Words for a place where the grammar does not go on. Models the `invalid_` rules of Grammar/python.gram as far as
 * the place alone tells which of them would apply.
 */
import type { SyntaxNode } from '@lezer/common';
import type { Lexical } from './lexical.ts';
import { refused } from './refused.ts';
import type { Source, SourceError } from './source.ts';

const blockNames: Readonly<Record<string, string>> = {
  if: "'if' statement",
  elif: "'elif' statement",
  else: "'else' statement",
  for: "'for' statement",
  while: "'while' statement",
  with: "'with' statement",
  try: "'try' statement",
  except: "'except' statement",
  finally: "'finally' statement",
  def: 'function definition',
  class: 'class definition',
};

export function grammarError(source: Source, lexical: Lexical, node: SyntaxNode): SourceError {
  const at = node.from;
  if (lexical.error !== null && lexical.error.at <= skipBlanks(source.text, at)) return lexical.error.problem;
  const special = specialCase(source, lexical, at);
  // An open bracket explains an error behind it, and a broken string one on its line.
  if (lexical.error !== null && special === null) return lexical.error.problem;
  return special ?? source.error(visible(source, at), 'invalid syntax');
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\f'.includes(text.charAt(at))) at++;
  return at;
}

/** The token at which reading stopped: an error in front of blanks is about what follows them. */
function visible(source: Source, at: number): number {
  const next = skipBlanks(source.text, at);
  return next < source.text.length ? next : at;
}

function specialCase(source: Source, lexical: Lexical, at: number): SourceError | null {
  const text = source.text;
  const line = source.line(at);
  const head = source.lineText(line);
  const token = text.slice(visible(source, at));
  const keyword = /^\s*(if|elif|else|for|while|with|try|except|finally|def|class)\b/.exec(head)?.[1];
  if (/^\s*async\s+(def|for|with)\b/.test(head)) return source.error(source.lineStart(line), refused.async);
  if (/^await\b/.test(token)) return source.error(at, refused.async);
  if (/^\s*match\b.*:\s*(#.*)?$/.test(head)) return source.error(source.lineStart(line), refused.match);
  const inString = formatStringError(source, lexical, at);
  if (inString !== null) return inString;
  const opener = lexical.error === null ? blockWithoutBody(source, at) : null;
  if (opener !== null) return opener;
  if (/^\s*with\b/.test(head) && /\bas\s+[\w.([]*$/.test(text.slice(source.lineStart(line), at)))
    return source.error(at, refused.withTarget);
  if (/^\s+\S/.test(head) && skipBlanks(text, source.lineStart(line)) >= at && !/^[)\]}]/.test(token)) {
    const previous = previousCode(source, line);
    const deeper = (/^\s*/.exec(head)?.[0].length ?? 0) > (/^\s*/.exec(previous)?.[0].length ?? 0);
    if (deeper && !/:\s*(#.*)?$/.test(previous))
      return source.error(skipBlanks(text, source.lineStart(line)), 'unexpected indent');
    if (!deeper && previous !== '')
      return source.error(
        skipBlanks(text, source.lineStart(line)),
        'unindent does not match any outer indentation level',
      );
  }
  if (keyword !== undefined && (token === '' || /^(#|\r?\n)/.test(token)) && !/:\s*(#.*)?$/.test(head))
    return source.error(visible(source, at), "expected ':'");
  if (/^=(?!=)/.test(token) && keyword !== undefined)
    return source.error(at, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
  if (/\bif\b(?!.*\belse\b)/.test(head) && keyword === undefined && /^(#.*)?\r?(\n|$)/.test(token))
    return source.error(visible(source, at), "expected 'else' after 'if' expression");
  if (
    keyword !== 'def' &&
    openBracket(text, at) &&
    /^[\w"']/.test(token) &&
    /[\w"')\]}]\s*$/.test(text.slice(0, at))
  )
    return source.error(visible(source, at), 'invalid syntax. Perhaps you forgot a comma?');
  return null;
}

/** A line that ends in a colon and is not followed by a deeper one. */
function blockWithoutBody(source: Source, at: number): SourceError | null {
  const upTo = source.line(Math.max(0, visible(source, at)));
  for (const line of [upTo, previousCodeLine(source, upTo)]) {
    if (line < 1) continue;
    const head = source.lineText(line);
    const keyword = /^\s*(if|elif|else|for|while|with|try|except|finally|def|class)\b/.exec(head)?.[1];
    if (keyword === undefined || !/:\s*(#.*)?$/.test(head)) continue;
    const next = nextCode(source, line);
    const indent = (/^\s*/.exec(head)?.[0].length ?? 0) < (/^\s*/.exec(next.text)?.[0].length ?? 0);
    if (indent && next.text !== '') continue;
    const name = blockNames[keyword] ?? 'statement';
    return source.error(next.at, `expected an indented block after ${name} on line ${line}`);
  }
  return null;
}

function nextCode(source: Source, line: number): { text: string; at: number } {
  for (let next = line + 1; next <= source.lineStarts.length; next++) {
    const text = source.lineText(next);
    if (text.trim() !== '' && !text.trim().startsWith('#'))
      return { text, at: skipBlanks(source.text, source.lineStart(next)) };
  }
  return { text: '', at: source.text.length };
}

function previousCodeLine(source: Source, line: number): number {
  let previous = line - 1;
  while (previous >= 1 && /^\s*(#.*)?$/.test(source.lineText(previous))) previous--;
  return previous;
}

function previousCode(source: Source, line: number): string {
  const previous = previousCodeLine(source, line);
  return previous < 1 ? '' : source.lineText(previous);
}

/** An error inside the braces of an f-string. */
function formatStringError(source: Source, lexical: Lexical, at: number): SourceError | null {
  for (const [start, end] of lexical.stringEnds) {
    if (at < start || at >= end || !/[fF][rR]?$/.test(source.slice(Math.max(0, start - 2), start))) continue;
    const open = source.text.lastIndexOf('{', at);
    const close = source.text.indexOf('}', open);
    const inner = close < 0 || close >= end ? null : source.slice(open + 1, close);
    if (inner === null) return source.error(start, "f-string: expecting '}'");
    if (inner.trim() === '') return source.error(open, 'f-string: empty expression not allowed');
    if (inner.includes('\\'))
      return source.error(open, 'f-string expression part cannot include a backslash');
    if (inner.includes('#')) return source.error(open, "f-string expression part cannot include '#'");
    if (/![^=]*$/.test(inner) && !/![sra]$/.test(inner))
      return source.error(open, "f-string: invalid conversion character: expected 's', 'r', or 'a'");
    const comma = /[\w"')\]}]\s+[\w"']/.test(inner) ? '. Perhaps you forgot a comma?' : '';
    return source.error(open, `f-string: invalid syntax${comma}`);
  }
  return null;
}

function openBracket(text: string, at: number): boolean {
  let depth = 0;
  for (let i = 0; i < at; i++) {
    const character = text.charAt(i);
    if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character)) depth--;
  }
  return depth > 0;
}
