/**
 * What the player says, before it is said in a language: each step with its objects named and with the numbers that
 * the collector had. The dictionaries make sentences of it (components/language).
 */
import type { Fact, OwnLabel } from '../../heap/index.ts';

/** What an object is called by. */
export type Named =
  /** `list 3`: the type and the place in the collector's list. */
  | { readonly kind: 'object'; readonly type: string; readonly number: number }
  /** `class Node`. */
  | { readonly kind: 'class'; readonly repr: string }
  /** Inside a class or a function: these are only told by their type. */
  | { readonly kind: 'part'; readonly type: string }
  /** Not examined, but in the picture. */
  | { readonly kind: 'seen'; readonly type: string; readonly repr: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'own'; readonly label: OwnLabel };

/** Some objects; parts of classes are only counted. */
export interface Group {
  readonly names: readonly Named[];
  readonly parts: number;
}

/** An object and how its gc_refs changed. */
export interface Target {
  readonly name: Named;
  readonly was: number;
  readonly now: number;
}

type Of<K extends Fact['kind']> = Extract<Fact, { kind: K }>;

interface Run {
  readonly generation: number;
  readonly automatic: boolean;
}

export type Told =
  | ({ readonly kind: 'called' } & Run)
  | (Of<'merge'> & { readonly generation: number; readonly total: number })
  | { readonly kind: 'count'; readonly total: number }
  /** `alone`: one object of the list that is told by its number; `itself` if it is the holder. */
  | {
      readonly kind: 'subtract';
      readonly holder: Named;
      readonly alone: 'itself' | 'another' | null;
      readonly targets: readonly Target[];
      readonly parts: number;
    }
  | Of<'subtractParts'>
  | Of<'subtractRest'>
  | { readonly kind: 'subtracted'; readonly total: number; readonly zero: number }
  | {
      readonly kind: 'reach';
      readonly object: Named;
      /** Known from outside, by what refers to it and was reachable before, or by its count, which is `refs`. */
      readonly how: 'own' | 'owed' | 'counted';
      readonly refs: number;
      readonly kept: Group;
      readonly rescued: Group;
    }
  | { readonly kind: 'tentative'; readonly object: Named }
  | { readonly kind: 'scanParts'; readonly objects: number; readonly found: Group }
  | Of<'scanRest'>
  | (Of<'scanned'> & { readonly total: number })
  | (Of<'promote'> & { readonly generation: number; readonly to: number })
  | Of<'legacy'>
  | {
      readonly kind: 'weakref';
      readonly reference: Named;
      readonly object: Named;
      readonly callback: Of<'weakref'>['callback'];
    }
  | Of<'weakrefs'>
  | { readonly kind: 'callback'; readonly reference: Named; readonly freed: Group }
  | {
      readonly kind: 'finalizer';
      readonly object: Named;
      readonly of: Of<'finalizer'>['of'];
      readonly freed: Group;
    }
  | Of<'finalizers'>
  | (Of<'check'> & { readonly to: number })
  | { readonly kind: 'clear'; readonly object: Named; readonly freed: Group }
  | { readonly kind: 'clearParts'; readonly objects: number; readonly freed: Group }
  | Of<'clearRest'>
  | Of<'saved'>
  | (Of<'end'> & Run);

/** How many there are in a group. */
export function sizeOf({ names, parts }: Group): number {
  return names.length + parts;
}

/** Whether a name is one of many: the names of a module refer, an object refers. */
export function isMany(named: Named): boolean {
  return named.kind === 'own' && named.label.kind === 'names';
}
