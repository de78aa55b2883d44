/** What a collection tells whoever watches it: the GC round player, the view of a step. Costs nothing when absent. */
import type { Runtime } from './runtime.ts';

export interface CollectorObserver {
  /** `young` is the head of the merged list that is collected. */
  start(rt: Runtime, generation: number, automatic: boolean, young: number): void;
  /** Before counting, after subtracting, after moving; `list` is the head of the list concerned. */
  phase(name: 'updateRefs' | 'subtractRefs' | 'moveUnreachable', rt: Runtime, list: number): void;
  tentative(o: number): void;
  rescued(o: number): void;
  survivors(rt: Runtime, list: number, to: number): void;
  weakrefCleared(reference: number, o: number): void;
  callback(reference: number): void;
  finalizer(o: number): void;
  /** Objects about to be taken apart. */
  garbage(rt: Runtime, list: number): void;
  end(rt: Runtime, collected: number, uncollectable: number): void;
}
