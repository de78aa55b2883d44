/**
 * Random Python inputs by seed, for comparison with the real compiler. They need not make sense when run, only
 * compile: every construct of the classroom's Python, nested in every other.
 */

export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** mulberry32 */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }
}

type Where = { readonly inFunction: boolean; readonly inLoop: boolean; readonly inClass: boolean };

const names = ['a', 'b', 'c', 'd', 'x', 'y', 'self', '__p', '_'] as const;
const constants = [
  '0',
  '1',
  '5',
  '-5',
  '256',
  '257',
  '1000',
  '1.5',
  '0.0',
  '-0.0',
  "'s'",
  "'two words'",
  '""',
  "b'x'",
  'None',
  'True',
  'False',
  '...',
  '10**20',
  '(1, 2)',
  '(1, "a")',
  '()',
  '2.',
  "'q' 'r'",
] as const;
const binary = ['+', '-', '*', '/', '//', '%', '@', '**', '<<', '>>', '|', '^', '&'] as const;
const comparisons = ['<', '<=', '==', '!=', '>', '>=', 'is', 'is not', 'in', 'not in'] as const;

export class ProgramMaker {
  readonly #r: Random;
  #functions = 0;

  constructor(seed: number) {
    this.#r = new Random(seed);
  }

  input(): string {
    const where = { inFunction: false, inLoop: false, inClass: false };
    if (this.#r.chance(0.3)) return this.#statement(3, '', where);
    return this.#r.chance(0.5) ? this.#functionDefinition(4, '', where) : this.#statement(4, '', where);
  }

  #name(): string {
    return this.#r.pick(names);
  }

  #list(depth: number, least: number, most: number, stars = true): string[] {
    const count = least + this.#r.below(most - least + 1);
    return Array.from({ length: count }, () =>
      stars && this.#r.chance(0.12) ? `*${this.#operand(depth)}` : this.#expression(depth),
    );
  }

  #operand(depth: number): string {
    if (depth <= 0 || this.#r.chance(0.4))
      return this.#r.chance(0.6) ? this.#name() : `(${this.#constant()})`;
    switch (this.#r.below(5)) {
      case 0:
        return `${this.#operand(depth - 1)}.${this.#name()}`;
      case 1:
        return `${this.#operand(depth - 1)}[${this.#index(depth - 1)}]`;
      case 2:
        return this.#call(depth - 1);
      default:
        return `(${this.#expression(depth - 1)})`;
    }
  }

  #constant(): string {
    return this.#r.pick(constants);
  }

  #index(depth: number): string {
    const part = (): string => (this.#r.chance(0.5) ? this.#expression(depth) : '');
    const one = (): string => {
      if (this.#r.chance(0.6)) return this.#expression(depth);
      return this.#r.chance(0.5) ? `${part()}:${part()}` : `${part()}:${part()}:${part()}`;
    };
    return this.#r.chance(0.2) ? `${one()}, ${one()}` : one();
  }

  #call(depth: number): string {
    const r = this.#r;
    const target = r.chance(0.4) ? `${this.#operand(depth)}.${this.#name()}` : this.#operand(depth);
    if (r.chance(0.12)) return `${target}(${this.#expression(depth)} ${this.#clauses(depth)})`;
    const parts = this.#list(depth, 0, 4);
    const keywords = ['k', 'l', 'm', 'n'].slice(0, r.below(4));
    for (const keyword of keywords)
      parts.push(r.chance(0.15) ? `**${this.#operand(depth)}` : `${keyword}=${this.#expression(depth)}`);
    return `${target}(${parts.join(', ')})`;
  }

  #clauses(depth: number): string {
    const r = this.#r;
    let out = `for ${this.#loopTarget()} in ${this.#operand(depth)}`;
    if (r.chance(0.2)) out = `for ${this.#name()} in [${this.#expression(depth)}]`;
    while (r.chance(0.3)) out += ` if ${this.#test(depth)}`;
    if (r.chance(0.25))
      out += ` for ${this.#name()} in ${r.chance(0.3) ? `[${this.#name()}]` : this.#operand(depth)}`;
    return out;
  }

  /** What may stand behind `if` in a comprehension: no lambda and no conditional without brackets. */
  #test(depth: number): string {
    const r = this.#r;
    if (r.chance(0.3)) return `not ${this.#operand(depth)}`;
    return `${this.#operand(depth)} ${r.pick(comparisons)} ${this.#operand(depth)}`;
  }

  #loopTarget(): string {
    const r = this.#r;
    return r.chance(0.7) ? this.#name() : `${this.#name()}, ${this.#name()}`;
  }

  #expression(depth: number): string {
    const r = this.#r;
    if (depth <= 0) return r.chance(0.5) ? this.#name() : this.#constant();
    const d = depth - 1;
    switch (r.below(20)) {
      case 0:
      case 1:
        return this.#name();
      case 2:
        return this.#constant();
      case 3:
      case 4:
        return `${this.#operand(d)} ${r.pick(binary)} ${this.#operand(d)}`;
      case 5:
        return `${r.pick(['-', '+', '~', 'not '])}${this.#operand(d)}`;
      case 6:
        return `${this.#operand(d)} ${r.pick(['and', 'or'])} ${this.#operand(d)} ${r.pick(['and', 'or'])} ${this.#test(d)}`;
      case 7: {
        let out = this.#operand(d);
        for (let i = 1 + r.below(3); i > 0; i--) out += ` ${r.pick(comparisons)} ${this.#container(d)}`;
        return out;
      }
      case 8:
        return `${this.#operand(d)} if ${this.#expression(d)} else ${this.#operand(d)}`;
      case 9:
      case 10:
        return this.#call(d);
      case 11:
        return this.#operand(depth);
      case 12:
        return `[${this.#list(d, 0, 5).join(', ')}]`;
      case 13:
        return `(${this.#list(d, 2, 4).join(', ')})`;
      case 14:
        return `{${this.#list(d, 1, 4).join(', ')}}`;
      case 15: {
        const entries = Array.from({ length: r.below(4) }, () =>
          r.chance(0.2) ? `**${this.#operand(d)}` : `${this.#expression(d)}: ${this.#expression(d)}`,
        );
        return `{${entries.join(', ')}}`;
      }
      case 16:
        return r.chance(0.5)
          ? `[${this.#expression(d)} ${this.#clauses(d)}]`
          : `{${this.#operand(d)}: ${this.#expression(d)} ${this.#clauses(d)}}`;
      case 17:
        return `(${this.#expression(d)} ${this.#clauses(d)})`;
      case 18:
        return `(lambda ${r.pick(['', 'a', 'a, b=1', '*a', 'a, *, b=2', '**k'])}: ${this.#expression(d)})`;
      default:
        return r.chance(0.6)
          ? `f'{${this.#name()}${r.pick(['', '!r', ':>5', '=', ':{x}'])}} t{${this.#name()}.y}'`
          : `'%s-%r' % (${this.#name()}, ${this.#name()})`;
    }
  }

  #container(depth: number): string {
    if (this.#r.chance(0.7)) return this.#operand(depth);
    return this.#r.pick(['[1, 2, 3]', '{1, 2}', '(1, 2)', '[a, b]', '{a, 1}', '[*a]']);
  }

  #target(depth: number): string {
    const r = this.#r;
    switch (r.below(7)) {
      case 0:
        return `${this.#operand(depth)}.${this.#name()}`;
      case 1:
        return `${this.#operand(depth)}[${this.#index(depth)}]`;
      case 2:
        return `${this.#name()}, ${this.#name()}`;
      case 3:
        return `(${this.#name()}, *${this.#name()}, [${this.#name()}, ${this.#name()}])`;
      default:
        return this.#name();
    }
  }

  #simple(depth: number, where: Where): string {
    const r = this.#r;
    const single = (): string => (r.chance(0.6) ? this.#name() : `${this.#operand(1)}.${this.#name()}`);
    switch (r.below(14)) {
      case 0:
      case 1:
        return this.#expression(depth);
      case 2:
      case 3:
        return `${this.#target(1)} = ${this.#expression(depth)}`;
      case 4:
        return `${this.#target(1)} = ${this.#name()} = ${this.#list(depth, 2, 4).join(', ')}`;
      case 5:
        return `a, b${r.chance(0.5) ? ', c' : ''} = ${r.chance(0.5) ? 'b, a' : 'c, a, b'}`;
      case 6:
        return `${single()} ${r.pick(binary)}= ${this.#expression(depth)}`;
      case 7:
        return `del ${r.pick(['a', 'a, b', 'a.b', 'a[0]', '(a, [b])', 'x[1:]'])}`;
      case 8:
        return r.chance(0.5)
          ? `assert ${this.#expression(depth)}`
          : `assert ${this.#test(depth)}, ${this.#expression(depth)}`;
      case 9:
        return r.pick([
          'import gc',
          'import sys as s',
          'from a import b, c as d',
          'import a.b as c',
          'import a.b',
        ]);
      case 10:
        return r.pick(['raise', `raise ${this.#operand(depth)}`, 'raise a from b']);
      case 11:
        if (where.inFunction && !where.inClass)
          return r.pick([
            'yield',
            `x = yield ${this.#expression(depth)}`,
            `yield from ${this.#operand(depth)}`,
            'return',
            `return ${this.#expression(depth)}`,
            'return 1',
          ]);
        return 'pass';
      case 12:
        if (where.inLoop) return r.pick(['break', 'continue']);
        return r.chance(0.5) ? `x: ${this.#name()} = ${this.#expression(depth)}` : `${this.#name()}.x: int`;
      default:
        return `(${this.#name()} := ${this.#expression(depth)})`;
    }
  }

  #block(depth: number, indent: string, where: Where): string {
    const r = this.#r;
    const deeper = `${indent}${r.pick(['  ', '    '])}`;
    const count = 1 + r.below(3);
    const body = Array.from({ length: count }, () => this.#statement(depth - 1, deeper, where));
    return body.join('\n');
  }

  #statement(depth: number, indent: string, where: Where): string {
    const r = this.#r;
    if (depth <= 0 || r.chance(0.4)) {
      const first = this.#simple(2, where);
      return `${indent}${r.chance(0.12) ? `${first}; ${this.#simple(1, where)}${r.chance(0.3) ? ';' : ''}` : first}`;
    }
    const block = (to: Where = where): string => this.#block(depth, indent, to);
    const loop = { ...where, inLoop: true };
    switch (r.below(9)) {
      case 0:
      case 1: {
        let out = `${indent}if ${this.#expression(2)}:\n${block()}`;
        if (r.chance(0.3)) out += `\n${indent}elif ${this.#test(1)}:\n${block()}`;
        if (r.chance(0.4)) out += `\n${indent}else:\n${block()}`;
        return out;
      }
      case 2: {
        const out = `${indent}while ${r.chance(0.3) ? r.pick(['True', '1', '0']) : this.#expression(2)}:\n${block(loop)}`;
        return r.chance(0.2) ? `${out}\n${indent}else:\n${block()}` : out;
      }
      case 3: {
        const out = `${indent}for ${this.#loopTarget()} in ${r.chance(0.3) ? this.#container(1) : this.#expression(2)}:\n${block(loop)}`;
        return r.chance(0.2) ? `${out}\n${indent}else:\n${block()}` : out;
      }
      case 4:
      case 5:
        return this.#tryStatement(indent, block);
      case 6:
        return `${indent}with ${this.#operand(1)}${r.chance(0.6) ? ` as ${this.#name()}` : ''}${r.chance(0.3) ? ', b as c' : ''}:\n${block()}`;
      case 7:
        return this.#functionDefinition(depth, indent, where);
      default: {
        const head = `${r.chance(0.2) ? `${indent}@a.b(c)\n` : ''}${indent}class C${r.below(9)}${r.pick(['', '(a)', '(a, b)', '(*a, k=1)'])}:`;
        const body = this.#block(depth, indent, { inFunction: false, inLoop: false, inClass: true });
        return `${head}\n${body}${r.chance(0.3) ? '' : ''}`;
      }
    }
  }

  #tryStatement(indent: string, block: () => string): string {
    const r = this.#r;
    let out = `${indent}try:\n${block()}`;
    const handlers = r.below(3);
    for (let i = 0; i < handlers; i++)
      out += `\n${indent}except ${r.pick(['E', 'E as e', '(E, F)', '(E, F) as x'])}:\n${block()}`;
    if (handlers > 0 && r.chance(0.3)) out += `\n${indent}except:\n${block()}`;
    if (handlers > 0 && r.chance(0.3)) out += `\n${indent}else:\n${block()}`;
    if (handlers === 0 || r.chance(0.4)) out += `\n${indent}finally:\n${block()}`;
    return out;
  }

  #functionDefinition(depth: number, indent: string, where: Where): string {
    const r = this.#r;
    const parameters = r.pick([
      '',
      'a',
      'a, b=1',
      'a, /, b',
      '*a',
      'a, *b, c=2, **d',
      'self, x: int = 3',
      '*, a, b=x',
      'x, y',
    ]);
    const doc = r.chance(0.15) ? `${indent}      "doc"\n` : '';
    const returns = r.chance(0.15) ? ' -> int' : '';
    const inner = { inFunction: true, inLoop: false, inClass: false };
    this.#functions++;
    const head = `${r.chance(0.15) ? `${indent}@a\n` : ''}${indent}def f${this.#functions}(${parameters})${returns}:`;
    if (doc !== '' || where.inClass) {
      const body = this.#statement(depth - 1, `${indent}      `, inner);
      return `${head}\n${doc}${body}`;
    }
    return `${head}\n${this.#block(depth, indent, inner)}`;
  }
}
