/** Random class and function definitions, each one input. */
import { anyValue, scalar } from './expressions.ts';
import type { Scope } from './scope.ts';

const CLASS_NAMES = ['A', 'B', 'C', 'D'] as const;
const FUNCTION_NAMES = ['f', 'g', 'h', 'k'] as const;

function block(header: string, ...lines: string[]): string {
  return [header, ...lines.map((line) => line.replace(/^/gm, '    '))].join('\n');
}

export function defineClass(s: Scope): string {
  const { random } = s;
  const name = random.pick(CLASS_NAMES);
  const parent = random.oneIn(3) && s.classes.length > 0 ? random.pick(s.classes) : null;
  const base = parent !== null && parent.name !== name ? parent : null;
  const builtin = base === null && random.oneIn(6) ? random.pick(['list', 'dict', 'Exception']) : null;
  const slots = base === null && builtin === null && random.oneIn(6);
  const body: string[] = [];
  const attributes = random.pick([['v'], ['v', 'w'], ['v', 'next', 'w']]);
  const methods: string[] = [];
  let arity = base?.arity ?? 0;
  if (slots) {
    const extra = random.pick(['', ", '__weakref__'"]);
    body.push(`__slots__ = (${attributes.map((attribute) => `'${attribute}', `).join('')}${extra.slice(2)})`);
  }
  if (builtin === null && (slots || random.oneIn(2) || base === null)) {
    arity = random.below(3);
    const parameters = ['v', 'w'].slice(0, arity);
    const lines = parameters.map((parameter) => `self.${parameter} = ${parameter}`);
    if (!slots && random.oneIn(4)) lines.push('self.me = self');
    if (random.oneIn(4)) lines.push(`self.v = [${random.pick(['self', '1', ''])}]`);
    if (base !== null && base.arity === 0 && random.oneIn(2)) lines.unshift('super().__init__()');
    if (lines.length === 0) lines.push('pass');
    body.push(block(`def __init__(${['self', ...parameters].join(', ')}):`, ...lines));
  }
  if (random.oneIn(3)) {
    const last = random.pick([
      `print('del ${name}')`,
      `print('del ${name}')`,
      'kept.append(self)',
      `print('del', hasattr(self, 'v'))`,
      'x = [[], {}]',
    ]);
    body.push(block('def __del__(self):', last));
  }
  if (builtin !== 'Exception') body.push(block('def __repr__(self):', `return '<${name}>'`));
  if (random.oneIn(2)) {
    methods.push('m');
    body.push(
      block('def m(self):', random.pick(['return self', 'return sys.getrefcount(self)', 'return [self]'])),
    );
  }
  if (random.oneIn(5)) {
    methods.push('put');
    body.push(block('def put(self, item):', 'self.v = item', 'return item'));
  }
  if (random.oneIn(6)) body.push('@property', block('def p(self):', 'return [1]'));
  if (random.oneIn(6)) body.push(`shared = ${random.pick(['[]', '0', '{}'])}`);
  if (random.oneIn(8)) body.push('@staticmethod', block('def s(x):', 'return x'));
  if (random.oneIn(8)) body.push('@classmethod', block('def c(cls):', 'return cls.__name__'));
  if (random.oneIn(8) && builtin === null) {
    body.push(block('def __eq__(self, other):', 'return self is other'), '__hash__ = object.__hash__');
  }
  if (random.oneIn(10))
    body.push(
      block('def __enter__(self):', 'return self'),
      block('def __exit__(self, *info):', 'return True'),
    );
  if (body.length === 0) body.push('pass');
  const known = s.classes.findIndex((one) => one.name === name);
  if (known >= 0) s.classes.splice(known, 1);
  s.classes.push({
    name,
    arity: builtin === null ? arity : 0,
    attributes,
    methods: [...methods, ...(base?.methods ?? [])],
    open: !slots,
  });
  const bases = base?.name ?? builtin;
  return block(`class ${name}${bases === null ? '' : `(${bases})`}:`, ...body);
}

export function defineFunction(s: Scope): string {
  const { random } = s;
  const name = random.pick(FUNCTION_NAMES);
  const arity = random.below(3);
  const parameters = ['p', 'q'].slice(0, arity);
  const known = s.functions.findIndex((one) => one.name === name);
  if (known >= 0) s.functions.splice(known, 1);
  const first = parameters[0] ?? anyValue(s, 0);
  const gives = random.oneIn(3) ? 'generator' : 'value';
  s.functions.push({ name, arity, gives });
  const signature = [...parameters];
  if (random.oneIn(5)) signature.push(`o=${random.pick(['[]', 'None', '5', '{}'])}`);
  if (random.oneIn(8)) signature.push('*args');
  if (random.oneIn(8)) signature.push('**kw');
  const header = `def ${name}(${signature.join(', ')}):`;
  if (gives === 'generator') {
    return block(
      header,
      ...random.pick([
        [`got = yield ${first}`, 'yield got'],
        ['try:', `    yield ${first}`, `    yield [${first}]`, 'finally:', "    print('finally')"],
        ['for i in range(3):', `    yield (i, ${first})`],
        [`held = [${first}]`, `yield from held`, 'yield held'],
        ['me = []', 'got = yield me', 'me.append(got)', 'yield me'],
        ['try:', `    yield 1`, 'except ValueError as e:', `    yield ${first}`],
      ]),
    );
  }
  return block(
    header,
    ...random.pick([
      [`return ${first}`],
      [`l = [${first}]`, 'l.append(l)', 'return l'],
      [`l = [${first}]`, 'l.append(l)'],
      [`return sys.getrefcount(${first})`],
      [`x = ${first}`, `return lambda: x`],
      [`n = [${first}]`, 'def inner():', '    return n, inner', 'return inner'],
      [
        `n = ${first}`,
        'def inner():',
        '    nonlocal n',
        '    n = [n]',
        '    return n',
        'inner()',
        'return inner',
      ],
      [
        'try:',
        `    raise ValueError(${scalar(s)})`,
        'except ValueError as e:',
        '    err = e',
        `return ${first}`,
      ],
      [`local = [${first}]`, `raise KeyError('k')`],
      ['global made', `made = [${first}]`, 'return made'],
      ['t = []', 'for i in range(5):', '    t.append([i])', 'return t'],
      [`d = {'p': ${first}}`, `d['d'] = d`, 'return len(d)'],
      ['return locals()'],
      [
        'try:',
        '    return 1 / 0',
        'except ZeroDivisionError:',
        `    return ${first}`,
        'finally:',
        `    x = [${first}]`,
      ],
      [`s = ''`, 'for i in range(12):', "    s += 'ab'", 'return s'],
      ['return [v for v in (1, 2, 3) if v > 1]'],
    ]),
  );
}
