/**
 * What a collection tells whoever watches it, step by step: the GC round player. Without a watcher it costs nothing.
 * Addresses are told; heads of lists may be walked inside a call and not kept.
 */
import type { Runtime } from './runtime.ts';

/** Called before a collection does anything; gives who observes it, or null for nobody. */
export type CollectionWatch = (
  rt: Runtime,
  generation: number,
  automatic: boolean,
) => CollectorObserver | null;

/** One collection. */
export interface CollectorObserver {
  /** The younger generations stand behind the collected one; `young` is the head of that list. */
  merged(rt: Runtime, young: number): void;
  /** gc_refs of every object in the list is a copy of its reference count. */
  counted(rt: Runtime, young: number): void;
  /** The references that `o` holds are about to be taken off its targets. */
  subtracting(o: number): void;
  subtracted(rt: Runtime, young: number): void;
  /** The scan meets an object with gc_refs above 0; what it refers to is kept or rescued next. */
  reached(o: number): void;
  /** The scan meets an object with gc_refs 0. */
  tentative(o: number): void;
  /** Had gc_refs 0, was not met yet, and is referred to by a reachable object. */
  kept(o: number): void;
  /** Was tentatively unreachable and is referred to by a reachable object. */
  rescued(o: number): void;
  moved(rt: Runtime, young: number, unreachable: number): void;
  /** What is reachable, about to join generation `to`; needless tracking has ended already. */
  survivors(rt: Runtime, list: number, to: number): void;
  /** A weak reference to an unreachable object no longer refers to it. */
  weakrefCleared(reference: number, o: number): void;
  /** The callback of a weak reference is about to be called. */
  callback(reference: number): void;
  finalizer(o: number): void;
  /** After all callbacks and finalizers: what they made reachable again, and what is still garbage. */
  checked(rt: Runtime, resurrected: number, garbage: number): void;
  /** The references that a piece of garbage holds are about to be given up. */
  clearing(rt: Runtime, o: number): void;
  end(rt: Runtime, collected: number, uncollectable: number): void;
}

/** What the machine itself keeps of every collection: four calls each. */
export interface CollectionLog {
  begin(generation: number, automatic: boolean): void;
  survivors(rt: Runtime, list: number, to: number): void;
  garbage(rt: Runtime, list: number): void;
  end(collected: number, uncollectable: number): void;
}
