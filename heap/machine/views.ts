/**
 * What can be read off a machine without changing it: plain, readonly data for drawing, grading and tests.
 * Every number is computed from the machine's own memory. Sizes are bytes, addresses are byte addresses.
 */
import type { Limit } from '../memory/limit.ts';

/** Identity of an object over the whole life of a machine: never reused, unlike its address. */
export type Serial = number;

export type GenerationNumber = 0 | 1 | 2;

/** A reference that an object holds. */
export interface SlotView {
  /** What holds it, as Python writes it or as CPython calls it: `[0]`, `['k']`, `.name`, `__class__`, `it_seq`, … */
  readonly label: string;
  readonly target: Serial;
  /** True for a weak reference: it does not count and does not keep its target alive. */
  readonly weak: boolean;
  /** Where it refers to a module of the class, that module's name: they are not among the objects. */
  readonly module?: string;
}

export interface ObjectView {
  readonly serial: Serial;
  readonly address: number;
  readonly type: string;
  /** A short repr, at most 80 characters; never runs Python code. */
  readonly repr: string;
  /** ob_refcnt, or null where CPython's own number is not reproducible (None, small ints, pre-existing objects). */
  readonly refcount: number | null;
  /** What `sys.getsizeof` returns. */
  readonly size: number;
  readonly tracked: boolean;
  readonly generation: GenerationNumber | 'permanent' | null;
  readonly finalized: boolean;
  /** Statically allocated or pre-existing (None, True, small ints, `()`, built-in types and modules). */
  readonly builtin: boolean;
  /** Belongs to the interpreter itself (statement functions, frames of statements, module dicts): hidden unless internals are shown. */
  readonly internal: boolean;
  /** Module whose statement allocated it, or null for what existed before. */
  readonly owner: string | null;
  /** Number of the statement that allocated it (`Step.statement`), 0 for what existed before. */
  readonly bornIn: number;
  /** Can be reached from a module, a frame, or the interpreter. Not reachable and alive = leaked until collected. */
  readonly reachable: boolean;
  /** Strong references first, in CPython's traversal order for containers but list and tuple items first to last. */
  readonly slots: readonly SlotView[];
  /** Items in use against items allocated for list, dict, set, bytearray; null for others. */
  readonly capacity: { readonly used: number; readonly allocated: number } | null;
}

export interface NameView {
  readonly name: string;
  readonly target: Serial;
  /** Where it refers to a module, that module's name. */
  readonly module?: string;
}

/** A module of the class (a member, or `board`), or a frame that is alive (suspended generator, traceback). */
export interface NamespaceView {
  readonly kind: 'module' | 'frame';
  /** Module name, or the function's qualified name. */
  readonly title: string;
  /** The module that owns it. */
  readonly module: string;
  /** For a frame: the object that keeps it (generator, frame object), else null. */
  readonly holder: Serial | null;
  /** The module object itself, which names and slots may refer to; null for a frame. */
  readonly object: Serial | null;
  /** In the order of definition; dunder names and the modules imported for everybody, under their own names, are left out. */
  readonly names: readonly NameView[];
}

export interface CollectorView {
  readonly enabled: boolean;
  /** gc.get_count() as it stands between statements. */
  readonly counts: readonly [number, number, number];
  readonly thresholds: readonly [number, number, number];
  /** Objects in each generation's list and in the permanent one, pre-existing ones left out. */
  readonly sizes: readonly [number, number, number, number];
  readonly longLivedPending: number;
  readonly longLivedTotal: number;
  readonly stats: readonly {
    readonly collections: number;
    readonly collected: number;
    readonly uncollectable: number;
  }[];
}

export interface MemoryView {
  /** Bytes of live blocks (pymalloc blocks by class size, requests above 512 by request). */
  readonly bytesUsed: number;
  /** Bytes asked of the operating system: arenas and large requests. */
  readonly bytesFromSystem: number;
  readonly arenas: number;
  /** Live blocks, as sys.getallocatedblocks counts them, pre-existing ones left out. */
  readonly blocks: number;
}

export interface HeapView {
  readonly objects: readonly ObjectView[];
  readonly namespaces: readonly NamespaceView[];
  readonly collector: CollectorView;
  readonly memory: MemoryView;
}

/** One collection that ran during a step. */
export interface CollectionView {
  readonly generation: GenerationNumber;
  readonly automatic: boolean;
  /** What `gc.collect` returns for it: unreachable objects found. */
  readonly collected: number;
  readonly uncollectable: number;
  /** Of a collection by hand: objects found unreachable and freed, by serial, in the order of the collector's list. */
  readonly freed: readonly Serial[];
  /** Of a collection by hand: survivors that moved, by serial, with the generation they moved to. */
  readonly moved: readonly { readonly serial: Serial; readonly to: GenerationNumber }[];
}

export interface RaisedView {
  /** Name of the exception's class, e.g. `NameError`. */
  readonly type: string;
  readonly message: string;
  /** What the prompt prints, newline-terminated. */
  readonly traceback: string;
  /** 1-based line and 0-based column in the source where it was raised or where the syntax is wrong; null if unknown. */
  readonly line: number | null;
  readonly column: number | null;
}

/** What one statement did. */
export interface Step {
  /** Running number of the statement in this machine, from 1. */
  readonly statement: number;
  /** Printed text and echoes, in order. */
  readonly output: string;
  readonly raised: RaisedView | null;
  /** Set when a limit stopped the statement; `raised` then says so in a sentence and nothing was changed. */
  readonly limit: Limit | null;
  readonly fuelUsed: number;
  /** Objects that exist now and did not before, by serial, in order of birth. */
  readonly born: readonly Serial[];
  /** Objects that existed before and are gone, by serial, in order of death, with what they were. */
  readonly died: readonly { readonly serial: Serial; readonly type: string; readonly repr: string }[];
  readonly collections: readonly CollectionView[];
}
