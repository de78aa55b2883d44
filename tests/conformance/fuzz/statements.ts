/** Random statements of a classroom prompt, each one input, with a bias to references, cycles and the collector. */

import { functionOf, nested } from './bodies.ts';
import { defineClass, defineFunction } from './definitions.ts';
import { anyValue, scalar, stableKey, value } from './expressions.ts';
import { KINDS, type Kind, type Scope } from './scope.ts';
import { fill } from './templates.ts';
import { CLASSES } from './themes/classes.ts';
import { COLLECTING } from './themes/collecting.ts';
import { FLOWS } from './themes/flows.ts';
import { FUNCTIONS } from './themes/functions.ts';
import { MAPPINGS } from './themes/mappings.ts';
import { NUMBERS } from './themes/numbers.ts';
import { SEQUENCES } from './themes/sequences.ts';
import { TEXTS } from './themes/texts.ts';

type Make = (s: Scope) => string | null;

const HOLDERS = [
  'list',
  'dict',
  'tuple',
  'object',
  'list',
  'set',
  'str',
  'int',
  'generator',
  'weakref',
] as const satisfies readonly Kind[];

const assign: Make = (s) => {
  const kind = s.random.oneIn(2) ? s.random.pick(HOLDERS) : s.random.pick(KINDS);
  const text = value(s, kind, 2);
  return `${s.bind(s.freshName(), kind)} = ${text}`;
};

const alias: Make = (s) => {
  const [name, kind] = s.random.pick([...s.values, ['', 'int'] as const]);
  return name === '' ? null : `${s.bind(s.freshName(), kind)} = ${name}`;
};

const chained: Make = (s) => {
  const text = value(s, 'list', 1);
  return `${s.bind(s.freshName(), 'list')} = ${s.bind(s.freshName(), 'list')} = ${text}`;
};

const swap: Make = (s) => {
  const [one, other] = [s.anyName(), s.anyName()];
  if (one === null || other === null) return null;
  const [kind, otherKind] = [s.values.get(one), s.values.get(other)];
  if (kind !== undefined) s.bind(other, kind);
  if (otherKind !== undefined) s.bind(one, otherKind);
  return `${one}, ${other} = ${other}, ${one}`;
};

const unpack: Make = (s) => {
  const source = s.named('list', 'tuple', 'str');
  const one = s.bind(s.freshName(), 'int');
  const rest = s.bind(s.freshName(), 'list');
  return `${one}, *${rest} = ${source ?? '[1], [2], [3]'}`;
};

const remove: Make = (s) => {
  const name = s.anyName();
  if (name === null) return null;
  const other = s.random.oneIn(4) ? s.anyName() : null;
  s.forget(name);
  if (other !== null && other !== name) {
    s.forget(other);
    return `del ${name}, ${other}`;
  }
  return `del ${name}`;
};

const forget: Make = (s) => {
  const name = s.anyName();
  if (name === null) return null;
  s.forget(name);
  return `${name} = None`;
};

const onList: Make = (s) => {
  const l = s.named('list');
  if (l === null) return null;
  const { random } = s;
  const item = anyValue(s, 1);
  return random.pick([
    `${l}.append(${item})`,
    `${l}.append(${l})`,
    `${l}.append(${item})`,
    `${l}.insert(0, ${item})`,
    `${l}.extend([${item}, ${scalar(s)}])`,
    `${l} += [${item}]`,
    `${l}[0] = ${item}`,
    `${l}[${random.between(-2, 3)}] = ${item}`,
    `del ${l}[0]`,
    `del ${l}[${random.below(3)}:${random.between(2, 5)}]`,
    `${l}[1:2] = [${item}, ${item}]`,
    `${l}.pop()`,
    `${l}.pop(0)`,
    `${l}.clear()`,
    `${l}.reverse()`,
    `len(${l})`,
    `for i in range(${random.between(1, 20)}): ${l}.append(${random.pick(['i', '[i]', '(i, i)', '[]'])})`,
    `while ${l}: ${random.pick(['', 'x = '])}${l}.pop()`,
  ]);
};

const onDict: Make = (s) => {
  const d = s.named('dict');
  if (d === null) return null;
  const item = anyValue(s, 1);
  const { random } = s;
  return random.pick([
    `${d}['k'] = ${item}`,
    `${d}['self'] = ${d}`,
    `${d}[${stableKey(s)}] = ${item}`,
    `${d}.pop('k', None)`,
    `del ${d}['k']`,
    `${d}.update(a=1, b=${item})`,
    `${d}.setdefault('l', []).append(${item})`,
    `${d}.clear()`,
    `list(${d})`,
    `${d}.get('k')`,
    `len(${d})`,
    `for i in range(${random.between(1, 15)}): ${d}[i] = ${random.pick(['i', '[i]', 'str(i)'])}`,
    `for key in list(${d}): del ${d}[key]`,
    `for key, item in ${d}.items(): pass`,
    `sys.getsizeof(${d})`,
  ]);
};

const onSet: Make = (s) => {
  const t = s.named('set');
  if (t === null) return null;
  return s.random.pick([
    `${t}.add(${stableKey(s)})`,
    `${t}.discard(${stableKey(s)})`,
    `${t} |= {${stableKey(s)}, ${stableKey(s)}}`,
    `sorted(${t}, key=str)`,
    `len(${t})`,
    `for i in range(${s.random.between(3, 30)}): ${t}.add(i)`,
    `sys.getsizeof(${t})`,
    `${t} & {1, 2, 3}`,
  ]);
};

const onObject: Make = (s) => {
  const o = s.named('object');
  if (o === null) return null;
  const { random } = s;
  const attribute = random.pick(['v', 'w', 'next', 'me']);
  const item = anyValue(s, 1);
  return random.pick([
    `${o}.${attribute} = ${item}`,
    `${o}.${attribute} = ${o}`,
    `${o}.next = ${s.named('object') ?? o}`,
    `del ${o}.${attribute}`,
    `${o}.v`,
    `${o}.m()`,
    `${o}.put(${item})`,
    `${o}.__dict__`,
    `${s.bind(s.freshName(), 'dict')} = ${o}.__dict__`,
    `${s.bind(s.freshName(), 'object')} = ${o}.m`,
    `setattr(${o}, 'n${random.below(4)}', ${item})`,
    `getattr(${o}, '${attribute}', None)`,
    `hasattr(${o}, '${attribute}')`,
    `isinstance(${o}, object), type(${o}).__name__`,
    `with ${o} as w: x = [w]`,
  ]);
};

const onGenerator: Make = (s) => {
  const g = s.named('generator');
  if (g === null) return null;
  const { random } = s;
  return random.pick([
    `next(${g})`,
    `${s.bind(s.freshName(), 'list')} = next(${g}, None)`,
    `${g}.send(${anyValue(s, 1)})`,
    `${g}.close()`,
    `${g}.throw(ValueError('thrown'))`,
    `${s.bind(s.freshName(), 'list')} = list(${g})`,
    `for i in ${g}: pass`,
    `${g}.send(${g})`,
  ]);
};

const onWeakref: Make = (s) => {
  const w = s.named('weakref');
  if (w === null) return null;
  const target = s.named('object');
  return s.random.pick([
    `${w}() is None`,
    `${s.bind(s.freshName(), 'object')} = ${w}()`,
    target === null ? `${w}() is None` : `weakref.getweakrefcount(${target})`,
    target === null ? `${w}() is None` : `${target}.v = ${w}`,
  ]);
};

const cycle: Make = (s) => {
  const { random } = s;
  const name = s.bind(s.freshName(), 'list');
  const other = s.anyName() ?? name;
  return random.pick([
    `${name} = []; ${name}.append(${name})`,
    `${name} = [[]]; ${name}[0].append(${name})`,
    `${name} = [${other}]; ${name}.append(${name}); ${name}.append({'n': ${name}})`,
    `${name} = ([],); ${name}[0].append(${name})`,
    `${name} = [lambda: ${name}, ${other}]`,
  ]);
};

const collector: Make = (s) =>
  s.random.pick([
    'gc.collect()',
    'gc.collect()',
    'gc.collect(0)',
    'gc.collect(1)',
    'gc.get_count()',
    'gc.get_stats()[0]',
    'len(gc.get_objects(0))',
    'len(gc.garbage)',
    `gc.set_threshold(${s.random.between(1, 30)}, ${s.random.between(1, 3)}, ${s.random.between(1, 3)})`,
    'gc.set_threshold(700, 10, 10)',
    'gc.disable()',
    'gc.enable()',
    s.random.oneIn(4) ? 'gc.freeze()' : 'gc.unfreeze()',
    `gc.is_tracked(${anyValue(s, 1)})`,
    `[type(r).__name__ for r in gc.get_referents(${anyValue(s, 1)})]`,
    `len(gc.get_referrers(v)) if gc.is_tracked(v := ${anyValue(s, 1)}) else 0`,
    'kept.clear()',
    'len(kept)',
  ]);

const look: Make = (s) => {
  const name = s.anyName();
  if (name === null) return null;
  return s.random.pick([
    name,
    `sys.getrefcount(${name})`,
    `sys.getrefcount(${name})`,
    `sys.getsizeof(${name})`,
    `type(${name}).__name__`,
    `${name} is ${s.anyName() ?? name}`,
    `id(${name}) == id(${s.anyName() ?? name})`,
    `bool(${name})`,
    `sys.getrefcount(${anyValue(s, 1)})`,
  ]);
};

const loop: Make = (s) => {
  const { random } = s;
  const n = random.between(1, 30);
  const item = anyValue(s, 1);
  return random.pick([
    `for i in range(${n}):\n    x = [i]\n    x.append(x)`,
    `for i in range(${n}): y = ${value(s, 'object', 1)}`,
    `for v in [${item}, ${item}]: print(type(v).__name__)`,
    `x = 0\nwhile x < ${n}:\n    x += 1\n    if x == 5: break`.split('\n').slice(1).join('\n'),
    `for i, v in enumerate([${item}]): t = (i, v)`,
    `for u, v in zip([${item}], range(3)): z = [u]`,
    `for i in range(${n}):\n    if i % 2: continue\n    d = {i: [i]}`,
    `for i in [1, 2]:\n    pass\nelse:\n    c = [${item}]`,
  ]);
};

const guarded: Make = (s) => {
  const { random } = s;
  const item = anyValue(s, 1);
  return random.pick([
    `try:\n    raise ValueError(${item})\nexcept ValueError as e:\n    x = e`,
    `try:\n    raise ValueError(${item})\nexcept ValueError:\n    y = [${item}]\nfinally:\n    z = 1`,
    `try:\n    ${s.anyName() ?? 'q'}.missing\nexcept AttributeError as e:\n    print('no attribute')`,
    `try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    x = [e]\n    e.own = x`,
    `try:\n    try:\n        {}['k']\n    except KeyError as e:\n        raise ValueError('v') from e\nexcept ValueError as e:\n    c = e`,
    `raise KeyError(${item})`,
    `1 / 0`,
    `[][${random.below(5)}]`,
    'missing_name',
    `assert ${item}`,
    `sys.last_value = None`,
  ]);
};

const call: Make = (s) => {
  const { random } = s;
  if (s.functions.length === 0) return null;
  const f = random.pick(s.functions);
  const values = Array.from({ length: f.arity }, () => anyValue(s, 1));
  if (random.oneIn(10)) values.push('1');
  const text = `${f.name}(${values.join(', ')})`;
  if (f.gives === 'generator') return `${s.bind(s.freshName(), 'generator')} = ${text}`;
  return random.pick([
    `${s.bind(s.freshName(), 'list')} = ${text}`,
    `${text} and 0`,
    `${s.bind(s.freshName(), 'list')} = [${text} for i in range(3)]`,
    `${f.name}(*[${values.join(', ')}]) and 0`,
    `${f.name}.own = ${f.name}`,
    `del ${f.name}`,
  ]);
};

const breakUp: Make = (s) => {
  if (s.classes.length === 0) return null;
  const { name } = s.random.pick(s.classes);
  return s.random.pick([
    `${name}.shared = [${anyValue(s, 1)}]`,
    `sys.getrefcount(${name})`,
    `del ${name}`,
    `${name}.own = ${name}`,
  ]);
};

/** A statement of a theme, from its templates. */
function themed(templates: readonly string[]): Make {
  return (s) => fill(s, s.random.pick(templates), 2);
}

const compound: Make = (s) => nested(s, 1);

const randomFunction: Make = (s) => {
  const name = s.random.pick(['f', 'g', 'h', 'k'] as const);
  const known = s.functions.findIndex((one) => one.name === name);
  if (known >= 0) s.functions.splice(known, 1);
  const { text, arity } = functionOf(s, name);
  s.functions.push({ name, arity, gives: /\byield\b/.test(text) ? 'generator' : 'value' });
  return text;
};

const WEIGHTED: readonly (readonly [number, Make])[] = [
  [14, assign],
  [4, alias],
  [2, chained],
  [2, swap],
  [2, unpack],
  [9, remove],
  [4, forget],
  [10, onList],
  [7, onDict],
  [3, onSet],
  [10, onObject],
  [6, onGenerator],
  [4, onWeakref],
  [5, cycle],
  [9, collector],
  [6, look],
  [5, loop],
  [5, guarded],
  [5, call],
  [2, breakUp],
  [5, defineClass],
  [5, defineFunction],
  [5, compound],
  [5, randomFunction],
  [10, themed(TEXTS)],
  [8, themed(NUMBERS)],
  [14, themed(SEQUENCES)],
  [12, themed(MAPPINGS)],
  [12, themed(FLOWS)],
];

/** Themes whose statements need each other: a program takes a run of one, in its order, with gaps. */
const RUNS = [CLASSES, FUNCTIONS, COLLECTING];
const TOTAL = WEIGHTED.reduce((sum, [weight]) => sum + weight, 0);

export function statement(s: Scope): string {
  for (;;) {
    let at = s.random.below(TOTAL);
    for (const [weight, make] of WEIGHTED) {
      if (at < weight) {
        const text = make(s);
        if (text !== null) return text;
        break;
      }
      at -= weight;
    }
  }
}

/** A stretch of one theme: statements near each other in its list, now and then out of order or twice. */
export function run(s: Scope): string[] {
  const { random } = s;
  const templates = random.pick(RUNS);
  const start = random.below(templates.length);
  const wanted = random.between(4, 18);
  const texts: string[] = [];
  for (let at = start; texts.length < wanted && at < templates.length; at += random.oneIn(4) ? 0 : 1) {
    const template = templates[random.oneIn(5) ? Math.max(start, at - random.below(6)) : at];
    const text = template === undefined ? null : fill(s, template, 2);
    // A definition is never left out, or what follows has nothing to work on.
    if (text !== null && (!random.oneIn(4) || /^(class|def|@)/.test(text))) texts.push(text);
  }
  return texts;
}
