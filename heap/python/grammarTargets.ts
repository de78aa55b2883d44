/** What can be assigned to or deleted (Grammar/python.gram `star_targets` … `del_t_atom`). */
import type { Context, Expr } from './ast.ts';
import { separated } from './grammarExpressions.ts';
import { atom, attribute, called, subscripted } from './grammarPrimaries.ts';
import { memo, type Parser } from './parser.ts';
import type { Token } from './token.ts';

export function starTargets(p: Parser): Expr | null {
  const start = p.token;
  const first = starTarget(p);
  if (first === null || !p.is(',')) return first;
  const elts = [first];
  while (p.take(',') !== null) {
    const next = starTarget(p);
    if (next === null) break;
    elts.push(next);
  }
  return { kind: 'Tuple', elts, ctx: 'store', ...p.span(start) };
}

export const starTarget = memo((p): Expr | null => {
  const start = p.token;
  const mark = p.mark;
  if (p.take('*') !== null) {
    const value = p.is('*') ? null : starTarget(p);
    if (value !== null) return { kind: 'Starred', value, ctx: 'store', ...p.span(start) };
    p.mark = mark;
  }
  return targetWithStarAtom(p);
});

const targetWithStarAtom = memo((p): Expr | null => attributeOrItem(p, 'store') ?? starAtom(p));

function startsLonger(p: Parser): boolean {
  return p.is('(') || p.is('[') || p.is('.');
}

/** `value.name` or `value[index]` with nothing behind it. */
export function attributeOrItem(p: Parser, ctx: Context): Expr | null {
  const start = p.token;
  return p.attempt(() => {
    const value = targetPrimary(p);
    if (value === null) return null;
    const target = attribute(p, start, value) ?? subscripted(p, start, value);
    if (target === null || startsLonger(p)) return null;
    return target.kind === 'Attribute' || target.kind === 'Subscript' ? { ...target, ctx } : null;
  });
}

/** A value that something is taken of: as long as something follows. */
const targetPrimary = memo((p): Expr | null => {
  const start = p.token;
  let value = atom(p);
  if (value === null || !startsLonger(p)) return null;
  for (;;) {
    const mark = p.mark;
    const longer: Expr | null = stillLonger(p, start, value);
    if (longer === null) {
      p.mark = mark;
      return value;
    }
    value = longer;
  }
});

function stillLonger(p: Parser, start: Token, value: Expr): Expr | null {
  return (
    followed(p, () => attribute(p, start, value)) ??
    followed(p, () => subscripted(p, start, value)) ??
    followed(p, () => called(p, start, value))
  );
}

function followed(p: Parser, rule: () => Expr | null): Expr | null {
  return p.attempt(() => {
    const value = rule();
    return value !== null && startsLonger(p) ? value : null;
  });
}

function nameTarget(p: Parser, ctx: Context): Expr | null {
  const name = p.take('NAME');
  return name === null ? null : { kind: 'Name', id: name.text, ctx, from: name.from, to: name.to };
}

function starAtom(p: Parser): Expr | null {
  return (
    nameTarget(p, 'store') ??
    enclosed(p, '(', ')', targetWithStarAtom) ??
    several(p, '(', ')', 'store', tupleTargets) ??
    several(p, '[', ']', 'store', (q) => separated(q, starTarget, true))
  );
}

function enclosed(p: Parser, open: '(', close: ')', rule: (p: Parser) => Expr | null): Expr | null {
  return p.attempt(() => {
    if (p.take(open) === null) return null;
    const value = rule(p);
    return value === null || p.take(close) === null ? null : value;
  });
}

function several(
  p: Parser,
  open: '(' | '[',
  close: ')' | ']',
  ctx: Context,
  rule: (p: Parser) => Expr[] | null,
): Expr | null {
  const start = p.token;
  return p.attempt(() => {
    if (p.take(open) === null) return null;
    const elts = rule(p) ?? [];
    if (p.take(close) === null) return null;
    return { kind: open === '(' ? 'Tuple' : 'List', elts, ctx, ...p.span(start) };
  });
}

function tupleTargets(p: Parser): Expr[] | null {
  return p.attempt(() => {
    const first = starTarget(p);
    if (first === null || p.take(',') === null) return null;
    return [first, ...(separated(p, starTarget, true) ?? [])];
  });
}

export function singleTarget(p: Parser): Expr | null {
  return attributeOrItem(p, 'store') ?? nameTarget(p, 'store') ?? enclosed(p, '(', ')', singleTarget);
}

export function deleteTargets(p: Parser): Expr[] | null {
  return separated(p, deleteTarget, true);
}

const deleteTarget = memo((p): Expr | null => attributeOrItem(p, 'del') ?? deleteAtom(p));

function deleteAtom(p: Parser): Expr | null {
  return (
    nameTarget(p, 'del') ??
    enclosed(p, '(', ')', (q) => deleteTarget(q)) ??
    several(p, '(', ')', 'del', deleteTargets) ??
    several(p, '[', ']', 'del', deleteTargets)
  );
}
