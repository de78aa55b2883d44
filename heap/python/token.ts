/** Tokens. Models Grammar/Tokens and the initialisation of tokens in Parser/pegen.c `initialize_token`. */

const operators = [
  '**=',
  '//=',
  '>>=',
  '<<=',
  '...',
  '!=',
  '%=',
  '&=',
  '**',
  '*=',
  '+=',
  '-=',
  '->',
  '//',
  '/=',
  ':=',
  '<<',
  '<=',
  '==',
  '>=',
  '>>',
  '@=',
  '^=',
  '|=',
  '<>',
  '%',
  '&',
  '(',
  ')',
  '*',
  '+',
  ',',
  '-',
  '.',
  '/',
  ':',
  ';',
  '<',
  '=',
  '>',
  '@',
  '[',
  ']',
  '^',
  '{',
  '|',
  '}',
  '~',
] as const;

const keywords = [
  'False',
  'None',
  'True',
  'and',
  'as',
  'assert',
  'async',
  'await',
  'break',
  'class',
  'continue',
  'def',
  'del',
  'elif',
  'else',
  'except',
  'finally',
  'for',
  'from',
  'global',
  'if',
  'import',
  'in',
  'is',
  'lambda',
  'nonlocal',
  'not',
  'or',
  'pass',
  'raise',
  'return',
  'try',
  'while',
  'with',
  'yield',
] as const;

const kinds = ['NAME', 'NUMBER', 'STRING', 'NEWLINE', 'INDENT', 'DEDENT', 'ENDMARKER', 'OP'] as const;

/** A keyword or an operator is its own type; OP is a character that belongs to no operator. */
export type TokenType = (typeof operators)[number] | (typeof keywords)[number] | (typeof kinds)[number];

export type Token = {
  readonly type: TokenType;
  readonly text: string;
  /** Offsets in the source; `from` is -1 for what stands in no place: INDENT, DEDENT, ENDMARKER. */
  readonly from: number;
  readonly to: number;
  readonly line: number;
  /** Brackets open behind it. */
  readonly level: number;
};

const keywordTable: ReadonlyMap<string, TokenType> = new Map(keywords.map((word) => [word, word]));

/** The type of a word. */
export function wordType(text: string): TokenType {
  return keywordTable.get(text) ?? 'NAME';
}

const byFirst = new Map<string, (typeof operators)[number][]>();
for (const operator of operators) {
  const known = byFirst.get(operator.charAt(0)) ?? [];
  known.push(operator);
  byFirst.set(operator.charAt(0), known);
}

/** The longest operator at an offset, else OP. */
export function operatorAt(text: string, at: number): TokenType {
  return byFirst.get(text.charAt(at))?.find((operator) => text.startsWith(operator, at)) ?? 'OP';
}
