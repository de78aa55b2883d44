/** Statements that fit on a line (Grammar/python.gram `simple_stmts` … `dotted_name`). */
import type { Alias, BinaryOperator, Expr, Stmt } from './ast.ts';
import { expression, separated, starExpressions, yieldExpression } from './grammarExpressions.ts';
import { attributeOrItem, deleteTargets, singleTarget, starTargets } from './grammarTargets.ts';
import { invalidAssignment, invalidDeletion, invalidImport } from './mistakesInStatements.ts';
import { memo, type Parser } from './parser.ts';
import { refused } from './refused.ts';
import type { Token } from './token.ts';

export function simpleStatements(p: Parser): Stmt[] | null {
  const mark = p.mark;
  const first = simpleStatement(p);
  if (first === null) return null;
  const all = [first];
  while (p.take(';') !== null) {
    const next = simpleStatement(p);
    if (next === null) break;
    all.push(next);
  }
  if (p.take('NEWLINE') !== null) return all;
  p.mark = mark;
  return null;
}

const simpleStatement = memo((p): Stmt | null => {
  const assigned = assignment(p);
  if (assigned !== null) return assigned;
  const start = p.token;
  const value = starExpressions(p);
  if (value !== null) return { kind: 'Expr', value, ...p.span(start) };
  switch (start.type) {
    case 'return': {
      p.mark++;
      const result = starExpressions(p);
      return { kind: 'Return', value: result, ...p.span(start) };
    }
    case 'import':
    case 'from':
      return importName(p, start) ?? importFrom(p, start);
    case 'raise': {
      p.mark++;
      const exc = expression(p);
      const cause = exc === null ? null : p.attempt(() => (p.take('from') === null ? null : expression(p)));
      return { kind: 'Raise', exc, cause, ...p.span(start) };
    }
    case 'pass':
      p.mark++;
      return { kind: 'Pass', ...p.span(start) };
    case 'del':
      return deletion(p, start);
    case 'yield': {
      const yielded = yieldExpression(p);
      return yielded === null ? null : { kind: 'Expr', value: yielded, ...p.span(start) };
    }
    case 'assert': {
      p.mark++;
      const test = expression(p);
      if (test === null) return null;
      const msg = p.attempt(() => (p.take(',') === null ? null : expression(p)));
      return { kind: 'Assert', test, msg, ...p.span(start) };
    }
    case 'break':
      p.mark++;
      return { kind: 'Break', ...p.span(start) };
    case 'continue':
      p.mark++;
      return { kind: 'Continue', ...p.span(start) };
    case 'global':
    case 'nonlocal': {
      p.mark++;
      const names = separated(p, (q) => q.take('NAME'), false);
      if (names === null) return null;
      const kind = start.type === 'global' ? 'Global' : 'Nonlocal';
      return { kind, names: names.map(({ text }) => text), ...p.span(start) };
    }
    default:
      return null;
  }
});

/** The right side of an assignment. */
export function assignedValue(p: Parser): Expr | null {
  return yieldExpression(p) ?? starExpressions(p);
}

function assignment(p: Parser): Stmt | null {
  const made =
    p.attempt(() => annotatedName(p)) ??
    p.attempt(() => annotatedTarget(p)) ??
    p.attempt(() => plainAssignment(p));
  if (made !== null) return made;
  const mark = p.mark;
  const start = p.token;
  const target = singleTarget(p);
  const op = target === null ? null : augmentation(p);
  if (target !== null && op !== null) {
    const value = assignedValue(p);
    if (value !== null) return { kind: 'AugAssign', target, op, value, ...p.span(start) };
    p.mark = mark;
    return null;
  }
  p.mark = mark;
  if (p.mistakes) invalidAssignment(p);
  return null;
}

function annotatedName(p: Parser): Stmt | null {
  const name = p.take('NAME');
  if (name === null || p.take(':') === null) return null;
  const target = { kind: 'Name', id: name.text, ctx: 'store', from: name.from, to: name.to } as const;
  return annotated(p, name, { ...target }, true);
}

function annotatedTarget(p: Parser): Stmt | null {
  const start = p.token;
  const target =
    p.attempt(() => {
      if (p.take('(') === null) return null;
      const inner = singleTarget(p);
      return inner === null || p.take(')') === null ? null : inner;
    }) ?? attributeOrItem(p, 'store');
  return target === null || p.take(':') === null ? null : annotated(p, start, target, false);
}

function annotated(p: Parser, start: Token, target: Expr, simple: boolean): Stmt | null {
  const annotation = expression(p);
  if (annotation === null) return null;
  const value = p.attempt(() => (p.take('=') === null ? null : assignedValue(p)));
  return { kind: 'AnnAssign', target, annotation, value, simple, ...p.span(start) };
}

function plainAssignment(p: Parser): Stmt | null {
  const start = p.token;
  const targets: Expr[] = [];
  for (;;) {
    const target = assignedTarget(p);
    if (target === null) break;
    targets.push(target);
  }
  if (targets.length === 0) return null;
  const value = assignedValue(p);
  return value === null || p.is('=') ? null : { kind: 'Assign', targets, value, ...p.span(start) };
}

/** `targets =` */
export function assignedTarget(p: Parser): Expr | null {
  return p.attempt(() => {
    const target = starTargets(p);
    return target === null || p.take('=') === null ? null : target;
  });
}

const augmentations: readonly `${Exclude<BinaryOperator, '|'>}=`[] = [
  '+=',
  '-=',
  '*=',
  '@=',
  '/=',
  '%=',
  '&=',
  '^=',
  '<<=',
  '>>=',
  '**=',
  '//=',
];
const augmented: readonly BinaryOperator[] = [
  '+',
  '-',
  '*',
  '@',
  '/',
  '%',
  '&',
  '|',
  '^',
  '<<',
  '>>',
  '**',
  '//',
];

export function augmentation(p: Parser): BinaryOperator | null {
  const token = p.takeOne(...augmentations, '|=');
  return token === null ? null : (augmented.find((op) => `${op}=` === token.text) ?? null);
}

function deletion(p: Parser, start: Token): Stmt | null {
  const mark = p.mark;
  p.mark++;
  const targets = deleteTargets(p);
  if (targets !== null && (p.is(';') || p.is('NEWLINE')))
    return { kind: 'Delete', targets, ...p.span(start) };
  p.mark = mark;
  if (p.mistakes) invalidDeletion(p);
  return null;
}

function dottedName(p: Parser): string | null {
  let name = p.take('NAME')?.text ?? null;
  while (name !== null) {
    const part = p.attempt(() => (p.take('.') === null ? null : p.take('NAME')));
    if (part === null) return name;
    name += `.${part.text}`;
  }
  return null;
}

function alias(p: Parser, name: string | null): Alias | null {
  if (name === null) return null;
  const as = p.attempt(() => (p.take('as') === null ? null : p.take('NAME')));
  return { name, asname: as?.text ?? null };
}

export function importedNames(p: Parser): Alias[] | null {
  return separated(p, (q) => alias(q, q.take('NAME')?.text ?? null), false);
}

function importName(p: Parser, start: Token): Stmt | null {
  return p.attempt(() => {
    if (p.take('import') === null) return null;
    const names = separated(p, (q) => alias(q, dottedName(q)), false);
    return names === null ? null : { kind: 'Import', names, ...p.span(start) };
  });
}

function importFrom(p: Parser, start: Token): Stmt | null {
  if (p.take('from') === null) return null;
  let level = 0;
  for (;;) {
    const dots = p.takeOne('.', '...');
    if (dots === null) break;
    level += dots.text.length;
  }
  const module = dottedName(p);
  if ((module === null && level === 0) || p.take('import') === null) return null;
  const star = p.token;
  const names = importTargets(p);
  if (names === null) return null;
  if (names === '*') throw p.errorAt(star, refused.starImport);
  if (module === '__future__') throw p.errorAt(start, refused.future);
  return { kind: 'ImportFrom', module: module ?? '', names, level, ...p.span(start) };
}

function importTargets(p: Parser): Alias[] | '*' | null {
  const bracketed = p.attempt(() => {
    if (p.take('(') === null) return null;
    const names = importedNames(p);
    if (names === null) return null;
    p.take(',');
    return p.take(')') === null ? null : names;
  });
  if (bracketed !== null) return bracketed;
  const plain = p.attempt(() => {
    const names = importedNames(p);
    return names === null || p.is(',') ? null : names;
  });
  if (plain !== null) return plain;
  if (p.take('*') !== null) return '*';
  if (p.mistakes) invalidImport(p);
  return null;
}
