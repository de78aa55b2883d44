/** Random expressions over a scope: of a given kind, or of any. */
import { KINDS, type Kind, type Scope } from './scope.ts';

const TEXTS = ["''", "'k'", "'spam'", "'two words'", "'\\u20ac'", "'x' * 3"] as const;
const CONTAINERS = ['list', 'dict', 'tuple', 'list', 'object'] as const satisfies readonly Kind[];

/** A value of any kind; the ones that hold references come up most. */
export function anyValue(s: Scope, depth: number): string {
  const name = s.anyName();
  if (name !== null && s.random.oneIn(2)) return name;
  return value(s, s.random.oneIn(3) ? s.random.pick(KINDS) : s.random.pick(CONTAINERS), depth);
}

/** A value that holds no reference to anything of the program. */
export function scalar(s: Scope): string {
  return value(s, s.random.pick(['int', 'int', 'str', 'float'] as const), 0);
}

/** A key of a dict or a member of a set whose hash is the same in every run. */
export function stableKey(s: Scope): string {
  const { random } = s;
  if (random.oneIn(6)) return `(${random.below(5)}, ${random.below(5)})`;
  return String(random.oneIn(5) ? random.between(250, 2000) : random.below(12));
}

function key(s: Scope): string {
  return s.random.oneIn(2) ? `'${s.random.pick(['k', 'a', 'b', 'name', 'two words'])}'` : stableKey(s);
}

function many(s: Scope, most: number, make: () => string): string[] {
  return Array.from({ length: s.random.below(most + 1) }, make);
}

export function value(s: Scope, kind: Kind, depth: number): string {
  const { random } = s;
  const known = s.named(kind);
  if (known !== null && random.oneIn(depth <= 0 ? 2 : 4)) return known;
  switch (kind) {
    case 'int':
      return int(s, depth);
    case 'float':
      return random.pick(['1.5', '0.1', `${random.below(9)} / 4`, `float(${random.below(9)})`]);
    case 'str':
      return str(s, depth);
    case 'list':
      return list(s, depth);
    case 'dict':
      return dict(s, depth);
    case 'set':
      return set(s);
    case 'tuple':
      return tuple(s, depth);
    case 'object':
      return object(s, depth);
    case 'generator':
      return generator(s, depth);
    case 'weakref': {
      const target = s.named('object', 'set', 'generator') ?? 'set()';
      return random.oneIn(3) ? `weakref.ref(${target}, note)` : `weakref.ref(${target})`;
    }
  }
}

function int(s: Scope, depth: number): string {
  const { random } = s;
  const name = s.named('int');
  const other = s.named('list', 'dict', 'tuple', 'set', 'str');
  return random.pick([
    String(random.below(10)),
    String(random.between(250, 260)),
    String(random.between(1000, 100000)),
    `10 ** ${random.between(1, 25)}`,
    name === null ? '7' : `${name} + 1`,
    name === null ? '300' : `${name} * 3 % 1000`,
    other === null ? 'len([])' : `len(${other})`,
    depth > 0 ? `int(${str(s, 0)} == ${str(s, 0)})` : '-5',
    `sum(range(${random.below(9)}))`,
  ]);
}

function str(s: Scope, depth: number): string {
  const { random } = s;
  const name = s.named('str');
  const number = s.named('int');
  if (name !== null && random.oneIn(2)) {
    return random.pick([
      `${name}[:9].upper()`,
      `${name}[:20] + 'q'`,
      `${name}[:3]`,
      `${name}[:9].replace('a', 'b')`,
      `f'<{${name}[:9]}>'`,
      `'-'.join([${name}[:5], 'z'])`,
    ]);
  }
  if (depth > 0 && random.oneIn(4)) return `str(${number ?? random.below(2000)})`;
  return random.pick(TEXTS);
}

function list(s: Scope, depth: number): string {
  const { random } = s;
  const name = s.named('list');
  const n = random.between(1, 12);
  const item = (): string => anyValue(s, depth - 1);
  const choices = [
    (): string => '[]',
    (): string => `[${many(s, 4, () => String(random.below(5))).join(', ')}]`,
    (): string => `[${many(s, 4, item).join(', ')}]`,
    (): string => `[${item()}]`,
    (): string => `[${item()}] * ${random.below(4)}`,
    (): string => `[i for i in range(${n})]`,
    (): string => `[[i] for i in range(${n})]`,
    (): string => `[(i, ${item()}) for i in range(${random.below(5)}) if i != 1]`,
    (): string => `list(range(${n}))`,
    (): string => `list(${s.named('tuple', 'set', 'str', 'dict') ?? '()'})`,
    (): string =>
      `sorted([${many(s, 4, () => String(random.below(9))).join(', ')}], reverse=${random.pick(['True', 'False'])})`,
    (): string => `[*${s.named('list', 'tuple') ?? '()'}, ${item()}]`,
    (): string => `'a b c'.split()`,
  ];
  if (name !== null) {
    choices.push(
      () => `${name}[:]`,
      () => `${name}[${random.below(3)}:${random.between(2, 6)}]`,
      () => `${name}[::-1]`,
      () => `${name}.copy()`,
    );
    if (s.doublings > 0 && depth > 0) {
      choices.push(() => {
        s.doublings--;
        return `${name} + ${s.named('list') ?? '[]'}`;
      });
    }
  }
  return random.pick(depth <= 0 ? choices.slice(0, 2) : choices)();
}

function dict(s: Scope, depth: number): string {
  const { random } = s;
  const name = s.named('dict');
  const entry = (): string => `${key(s)}: ${anyValue(s, depth - 1)}`;
  if (depth <= 0) return random.pick(['{}', "{'a': 1}", '{1: 2}']);
  return random.pick([
    (): string => '{}',
    (): string => `{${many(s, 3, entry).join(', ')}}`,
    (): string => `{'k': ${anyValue(s, depth - 1)}}`,
    (): string => `{i: [i] for i in range(${random.below(8)})}`,
    (): string => `dict(k=${anyValue(s, depth - 1)})`,
    (): string => `{**${name ?? '{}'}, ${entry()}}`,
    (): string => (name === null ? 'dict()' : `${name}.copy()`),
    (): string => (name === null ? "{'n': None}" : `dict(${name})`),
  ])();
}

function set(s: Scope): string {
  const { random } = s;
  const name = s.named('set');
  const members = many(s, 5, () => stableKey(s));
  return random.pick([
    (): string => (members.length === 0 ? 'set()' : `{${members.join(', ')}}`),
    (): string => `set(range(${random.below(12)}))`,
    (): string => `frozenset(range(${random.below(6)}))`,
    (): string => (name === null ? 'set()' : `${name} | {${random.below(9)}}`),
    (): string => (name === null ? 'set((1,))' : `set(${name})`),
    (): string => `{i % 3 for i in range(${random.below(9)})}`,
  ])();
}

function tuple(s: Scope, depth: number): string {
  const { random } = s;
  const name = s.named('tuple');
  return random.pick([
    (): string => '()',
    (): string => `(${random.below(3)}, ${random.below(3)})`,
    (): string => `(${anyValue(s, depth - 1)},)`,
    (): string => `(${anyValue(s, depth - 1)}, ${anyValue(s, depth - 1)})`,
    (): string => `tuple(${s.named('list', 'set') ?? '[1]'})`,
    (): string => (name === null ? '(1, (2, 3))' : `${name}[:2]`),
    (): string => `tuple(i for i in range(${random.below(5)}))`,
  ])();
}

function object(s: Scope, depth: number): string {
  const { random } = s;
  if (s.classes.length === 0) return random.pick(['object()', 'set()']);
  const made = random.pick(s.classes);
  const values = Array.from({ length: made.arity }, () => anyValue(s, depth - 1));
  // Now and then an argument too many, which raises.
  if (random.oneIn(20)) values.push('0');
  return `${made.name}(${values.join(', ')})`;
}

function generator(s: Scope, depth: number): string {
  const { random } = s;
  const makers = s.functions.filter(({ gives }) => gives === 'generator');
  if (makers.length > 0 && random.oneIn(2)) {
    const maker = random.pick(makers);
    return `${maker.name}(${Array.from({ length: maker.arity }, () => anyValue(s, depth - 1)).join(', ')})`;
  }
  const source = s.named('list', 'tuple') ?? `range(${random.below(5)})`;
  return random.pick([`(i for i in ${source})`, `([v] for v in ${source})`, `(v for v in ${source} if v)`]);
}
