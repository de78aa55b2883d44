/**
 * Source text to syntax tree, by the grammar of CPython 3.11. What is outside the classroom's Python is refused where
 * it stands (refused.ts).
 */
import type { Constant } from '../objects/code.ts';
import type { Stmt } from './ast.ts';
import { file } from './grammarBlocks.ts';
import { checkNesting } from './nesting.ts';
import { literalsOf } from './parsedLiterals.ts';
import { Parser } from './parser.ts';
import { Source, SourceError } from './source.ts';

export type Parsed = { readonly source: Source; readonly body: Stmt[]; readonly literals: Constant[] };

/** Throws SourceError. */
export function parseSource(text: string): Parsed {
  const source = new Source(text);
  checkText(source);
  const parser = new Parser(source);
  const body = parser.run(() => file(parser));
  checkNesting(body);
  return { source, body, literals: literalsOf(body) };
}

/** What CPython refuses before it reads a token. Models Python/pythonrun.c `_Py_SourceAsString`. */
function checkText(source: Source): void {
  const { text } = source;
  const nowhere = { line: 0, column: 0 };
  const half = text.search(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
  if (half >= 0) {
    const hex = text.charCodeAt(half).toString(16);
    const at = [...text.slice(0, half)].length;
    const message = `'utf-8' codec can't encode character '\\u${hex}' in position ${at}: surrogates not allowed`;
    throw new SourceError({ type: 'UnicodeEncodeError', message, ...nowhere });
  }
  if (text.includes('\0'))
    throw new SourceError({
      type: 'SyntaxError',
      message: 'source code string cannot contain null bytes',
      ...nowhere,
    });
}
