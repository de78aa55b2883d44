/** What a growing random program knows of its own names, so that most of what it does makes sense. */
import type { Random } from '../random.ts';

/** Roughly what a name is bound to; a program may be wrong about it, which makes for exceptions. */
export type Kind =
  | 'int'
  | 'float'
  | 'str'
  | 'list'
  | 'dict'
  | 'set'
  | 'tuple'
  | 'object'
  | 'generator'
  | 'weakref';

export const KINDS = [
  'int',
  'float',
  'str',
  'list',
  'dict',
  'set',
  'tuple',
  'object',
  'generator',
  'weakref',
] as const satisfies readonly Kind[];

export interface ClassFacts {
  readonly name: string;
  /** Positional arguments of its `__init__`. */
  readonly arity: number;
  readonly attributes: readonly string[];
  readonly methods: readonly string[];
  /** Whether instances take any attribute and weak references. */
  readonly open: boolean;
}

export interface FunctionFacts {
  readonly name: string;
  readonly arity: number;
  readonly gives: 'value' | 'generator';
}

/** Few names, so that they are bound again and again and objects die. */
const NAMES = ['a', 'b', 'c', 'd', 'e', 'x', 'y', 'z'] as const;

export class Scope {
  readonly random: Random;
  readonly values = new Map<string, Kind>();
  readonly classes: ClassFacts[] = [];
  readonly functions: FunctionFacts[] = [];
  /** Containers may be doubled only a few times, so that no program grows beyond measure. */
  doublings = 3;

  private readonly names: readonly string[];

  constructor(random: Random, names: readonly string[] = NAMES) {
    this.random = random;
    this.names = names;
  }

  freshName(): string {
    return this.random.pick(this.names);
  }

  bind(name: string, kind: Kind): string {
    this.values.set(name, kind);
    return name;
  }

  forget(name: string): void {
    this.values.delete(name);
  }

  /** A name bound to that kind, or null where there is none. */
  named(...kinds: readonly Kind[]): string | null {
    const fitting = [...this.values].filter(([, kind]) => kinds.includes(kind)).map(([name]) => name);
    return fitting.length === 0 ? null : this.random.pick(fitting);
  }

  /** Any bound name, or null in an empty scope. */
  anyName(): string | null {
    const names = [...this.values.keys()];
    return names.length === 0 ? null : this.random.pick(names);
  }
}
