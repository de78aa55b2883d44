/** Collects what the view of a step says about collections, and passes everything on to whoever watches. */

import { listObjects } from '../gc/collector.ts';
import type { CollectorObserver } from '../objects/collectorObserver.ts';
import type { Runtime } from '../objects/runtime.ts';
import type { CollectionView, GenerationNumber, Serial } from './views.ts';

export type { CollectorObserver };

/** Longer lists than a screen can show are left out. */
const KEPT = 5000;

export class Recorder implements CollectorObserver {
  readonly collections: CollectionView[] = [];
  private readonly watch: CollectorObserver | null;
  private generation: GenerationNumber = 0;
  private automatic = false;
  private freed: Serial[] = [];
  private moved: { serial: Serial; to: GenerationNumber }[] = [];

  constructor(watch: CollectorObserver | null) {
    this.watch = watch;
  }

  start(rt: Runtime, generation: number, automatic: boolean, young: number): void {
    this.generation = generation === 0 ? 0 : generation === 1 ? 1 : 2;
    this.automatic = automatic;
    this.freed = [];
    this.moved = [];
    this.watch?.start(rt, generation, automatic, young);
  }

  phase(name: 'updateRefs' | 'subtractRefs' | 'moveUnreachable', rt: Runtime, list: number): void {
    this.watch?.phase(name, rt, list);
  }

  tentative(o: number): void {
    this.watch?.tentative(o);
  }

  rescued(o: number): void {
    this.watch?.rescued(o);
  }

  survivors(rt: Runtime, list: number, to: number): void {
    if (this.generation < 2) {
      const goal: GenerationNumber = to === 1 ? 1 : 2;
      let n = 0;
      for (let g = rt.mem.ld(list); g !== list && n < KEPT; g = rt.mem.ld(g)) {
        this.moved.push({ serial: rt.mem.serials[(g + 16) >> 4] ?? 0, to: goal });
        n++;
      }
    }
    this.watch?.survivors(rt, list, to);
  }

  weakrefCleared(reference: number, o: number): void {
    this.watch?.weakrefCleared(reference, o);
  }

  callback(reference: number): void {
    this.watch?.callback(reference);
  }

  finalizer(o: number): void {
    this.watch?.finalizer(o);
  }

  garbage(rt: Runtime, list: number): void {
    this.freed = listObjects(rt, list)
      .slice(0, KEPT)
      .map((o) => rt.mem.serials[o >> 4] ?? 0);
    this.watch?.garbage(rt, list);
  }

  end(rt: Runtime, collected: number, uncollectable: number): void {
    this.collections.push({
      generation: this.generation,
      automatic: this.automatic,
      collected,
      uncollectable,
      freed: this.freed,
      moved: this.moved,
    });
    this.watch?.end(rt, collected, uncollectable);
  }
}
