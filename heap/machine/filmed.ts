/**
 * A collection as it went, step by step: plain data for the GC round player. Every number was read from the
 * collector's own lists and headers while it ran. Objects are named by serial.
 */
import type { GenerationNumber, HeapView, Serial } from './views.ts';

/** The parts of a collection in the order of Modules/gcmodule.c `gc_collect_main`. */
export const PHASES = [
  'merge',
  'count',
  'subtract',
  'scan',
  'promote',
  'legacy',
  'weakrefs',
  'finalizers',
  'check',
  'clear',
  'end',
] as const;
export type Phase = (typeof PHASES)[number];

/**
 * Where an examined object stands: `waiting` for its verdict, found `reachable`, `tentative` (moved to the
 * unreachable list, may be rescued), `unreachable` for good unless resurrected, `survivor` in its new generation,
 * `untracked` (a survivor that can be in no cycle any more and leaves the lists), `resurrected` by a callback or finalizer, `freed`.
 */
export const STANDINGS = [
  'waiting',
  'reachable',
  'tentative',
  'unreachable',
  'survivor',
  'untracked',
  'resurrected',
  'freed',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** What a step changed about one object. */
export interface FigureChange {
  readonly serial: Serial;
  /** Null while the collector keeps no count for it. */
  readonly gcRefs: number | null;
  readonly standing: Standing;
}

/** What happened in a step. Counts are of examined objects, the interpreter's own left out unless said. */
export type Fact =
  /** `sizes`: of the generations that are examined, youngest first; `own`: the interpreter's own objects beside. */
  | { readonly kind: 'merge'; readonly sizes: readonly number[]; readonly own: number }
  | { readonly kind: 'count' }
  /** `holder` refers to `targets` (one entry per object, however often it refers to it). */
  | { readonly kind: 'subtract'; readonly holder: Serial; readonly targets: readonly Serial[] }
  /** Parts of classes and functions, which are no cards of their own, in a row. */
  | { readonly kind: 'subtractParts'; readonly objects: number }
  | { readonly kind: 'subtractRest'; readonly objects: number }
  | { readonly kind: 'subtracted'; readonly zero: number; readonly positive: number }
  | {
      readonly kind: 'reach';
      readonly object: Serial;
      /** Not met yet, and now known to be reachable. */
      readonly kept: readonly Serial[];
      /** Moved back from the unreachable list. */
      readonly rescued: readonly Serial[];
    }
  | { readonly kind: 'tentative'; readonly object: Serial }
  | {
      readonly kind: 'scanParts';
      readonly objects: number;
      readonly kept: readonly Serial[];
      readonly rescued: readonly Serial[];
    }
  | { readonly kind: 'scanRest'; readonly objects: number }
  | { readonly kind: 'scanned'; readonly reachable: number; readonly unreachable: number }
  | { readonly kind: 'promote'; readonly survivors: number; readonly untracked: number }
  | { readonly kind: 'legacy' }
  | {
      readonly kind: 'weakref';
      readonly reference: Serial;
      readonly object: Serial;
      /** `dropped`: it has one, which is not called because the reference is unreachable too. */
      readonly callback: 'none' | 'dropped' | 'due';
    }
  /** All of them, or those beyond what is told one by one. */
  | { readonly kind: 'weakrefs'; readonly cleared: number }
  | { readonly kind: 'callback'; readonly reference: Serial; readonly freed: readonly Serial[] }
  | {
      readonly kind: 'finalizer';
      readonly object: Serial;
      readonly of: 'generator' | 'instance';
      readonly freed: readonly Serial[];
    }
  | { readonly kind: 'finalizers'; readonly called: number }
  | { readonly kind: 'check'; readonly resurrected: number; readonly garbage: number }
  | { readonly kind: 'clear'; readonly object: Serial; readonly freed: readonly Serial[] }
  | { readonly kind: 'clearParts'; readonly objects: number; readonly freed: readonly Serial[] }
  | { readonly kind: 'clearRest'; readonly objects: number; readonly freed: number }
  /** gc.DEBUG_SAVEALL: garbage is put into gc.garbage instead. */
  | { readonly kind: 'saved'; readonly objects: number }
  | { readonly kind: 'end'; readonly collected: number };

export interface FilmStep {
  readonly phase: Phase;
  readonly fact: Fact;
  /** The heap after the step; the same object for steps between which nothing but the collector's lists changed. */
  readonly view: HeapView;
  readonly changes: readonly FigureChange[];
}

export interface Examined {
  readonly serial: Serial;
  readonly type: string;
  readonly repr: string;
  readonly owner: string | null;
  /** Inside a class or a function: a name's descriptor, a base's tuple. Not drawn unless internals are. */
  readonly part: boolean;
}

/** What one of the interpreter's own objects is; how it is called is up to the language of whoever tells of it. */
export type OwnLabel =
  /** `gc.garbage`, `gc.callbacks`. */
  | { readonly kind: 'list'; readonly name: string }
  | { readonly kind: 'module'; readonly module: string }
  /** The dict with the names of a module. */
  | { readonly kind: 'names'; readonly module: string }
  /** The function that the statement being run is. */
  | { readonly kind: 'statement' }
  | { readonly kind: 'other'; readonly type: string };

export interface CollectionFilm {
  readonly generation: GenerationNumber;
  readonly automatic: boolean;
  /** Where survivors go. */
  readonly to: GenerationNumber;
  /** What `gc.collect` returns for it. */
  readonly collected: number;
  /** Objects that statements made, in the order of the collector's list; the first ones where there are very many. */
  readonly examined: readonly Examined[];
  /** Examined in all, and how many of the interpreter's own besides. */
  readonly total: number;
  readonly own: number;
  /** What those of the interpreter's own are that a step tells of. */
  readonly labels: ReadonlyMap<Serial, OwnLabel>;
  readonly steps: readonly FilmStep[];
}
