/**
 * Collects what the view of a step says about the collections that ran in it. Of automatic ones, of which a statement
 * may start thousands, no lists are kept.
 */

import { listObjects } from '../gc/lists.ts';
import type { CollectionLog } from '../objects/collectorObserver.ts';
import type { Runtime } from '../objects/runtime.ts';
import type { CollectionView, GenerationNumber, Serial } from './views.ts';

/** Longer lists than a screen can show are left out. */
const KEPT = 5000;

export class Recorder implements CollectionLog {
  readonly collections: CollectionView[] = [];
  private generation: GenerationNumber = 0;
  private automatic = false;
  private freed: Serial[] = [];
  private moved: { serial: Serial; to: GenerationNumber }[] = [];

  begin(generation: number, automatic: boolean): void {
    this.generation = generation === 0 ? 0 : generation === 1 ? 1 : 2;
    this.automatic = automatic;
    this.freed = [];
    this.moved = [];
  }

  survivors(rt: Runtime, list: number, to: number): void {
    if (this.automatic || this.generation === 2) return;
    const goal: GenerationNumber = to === 1 ? 1 : 2;
    let n = 0;
    for (let g = rt.mem.ld(list); g !== list && n < KEPT; g = rt.mem.ld(g)) {
      this.moved.push({ serial: rt.mem.serials[(g + 16) >> 4] ?? 0, to: goal });
      n++;
    }
  }

  garbage(rt: Runtime, list: number): void {
    if (this.automatic) return;
    this.freed = listObjects(rt, list, KEPT).map((o) => rt.mem.serials[o >> 4] ?? 0);
  }

  end(collected: number, uncollectable: number): void {
    this.collections.push({
      generation: this.generation,
      automatic: this.automatic,
      collected,
      uncollectable,
      freed: this.freed,
      moved: this.moved,
    });
  }
}
