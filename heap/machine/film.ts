/** Films the collections of a machine: watches, changes nothing, and keeps what a person can follow. */
import { DEBUG_SAVEALL } from '../gc/garbage.ts';
import { listObjects } from '../gc/lists.ts';
import * as L from '../memory/layout.ts';
import type { CollectionWatch, CollectorObserver } from '../objects/collectorObserver.ts';
import * as H from '../objects/header.ts';
import type { Runtime } from '../objects/runtime.ts';
import { WR_CALLBACK } from '../objects/weakref.ts';
import type { CollectionFilm, Fact, FilmStep, Phase } from './filmed.ts';
import { Followed } from './followed.ts';
import { inspectMachine } from './inspect.ts';
import type { Machine } from './machine.ts';
import type { GenerationNumber, HeapView, Serial } from './views.ts';

/** Steps about single objects in one phase; what comes after is told as one step. */
const SINGLE = 40;
/** Heaps up to this size are read anew after every step that changes them, larger ones at the end of a phase. */
const SMALL = 600;

/**
 * Give `watch` to the run of a statement; its collections stand in `collections` afterwards. `wanted` chooses among
 * them, 0 being the first: a statement may collect thousands of times.
 */
export function filmCollections(
  machine: Machine,
  wanted: (index: number) => boolean = () => true,
): {
  readonly watch: CollectionWatch;
  readonly collections: readonly CollectionFilm[];
} {
  const collections: CollectionFilm[] = [];
  let next = 0;
  const watch: CollectionWatch = (_rt, generation, automatic) =>
    wanted(next++) ? new Take(machine, generation, automatic, (film) => collections.push(film)) : null;
  return { watch, collections };
}

/** One collection being filmed. */
class Take implements CollectorObserver {
  readonly #machine: Machine;
  readonly #rt: Runtime;
  readonly #done: (film: CollectionFilm) => void;
  readonly #generation: GenerationNumber;
  readonly #automatic: boolean;
  readonly #sizes: readonly number[];
  readonly #followed: Followed;
  readonly #steps: FilmStep[] = [];
  #view: HeapView;
  /** What the collector calls garbage, as address and serial. */
  #garbage: { readonly address: number; readonly serial: Serial }[] = [];
  #total = 0;
  #own = 0;
  /** Told one by one in this phase, and those that no room was left for. */
  #singles = 0;
  #rest = 0;
  #holder = 0;
  /** Parts of classes and functions that came in a row, and what that did to others. */
  #parts = 0;
  #partsKept: Serial[] = [];
  #partsRescued: Serial[] = [];
  #reached: { readonly o: number; readonly kept: Serial[]; readonly rescued: Serial[] } | null = null;
  #weakrefsOver = false;
  #weakrefs = 0;
  #finalizers = 0;
  /** A step whose effect shows when the next one begins. */
  #begun: { readonly phase: Phase; readonly fact: (freed: readonly Serial[]) => Fact } | null = null;

  constructor(
    machine: Machine,
    generation: number,
    automatic: boolean,
    done: (film: CollectionFilm) => void,
  ) {
    this.#machine = machine;
    this.#rt = machine.rt;
    this.#done = done;
    this.#generation = asGeneration(generation);
    this.#automatic = automatic;
    this.#followed = new Followed(machine);
    this.#view = inspectMachine(machine, false);
    this.#sizes = Array.from({ length: generation + 1 }, (_, g) => this.#followed.count(L.GENERATION(g)));
  }

  merged(rt: Runtime, young: number): void {
    const { total, own } = this.#followed.follow(young, new Set(this.#view.objects.map((one) => one.serial)));
    this.#total = total;
    // Most of what existed before the first statement is counted only, not laid out.
    this.#own =
      own + (this.#generation === 2 && rt.mem.ld(L.PHANTOM_FROZEN) === 0 ? rt.mem.ld(L.PHANTOM) : 0);
    this.#step('merge', { kind: 'merge', sizes: this.#sizes, own: this.#own });
  }

  counted(): void {
    this.#followed.readCounts();
    this.#step('count', { kind: 'count' });
  }

  subtracting(o: number): void {
    this.#closeHolder();
    if (!this.#followed.isPart(o)) this.#closeSubtractedParts();
    this.#holder = o;
  }

  subtracted(_rt: Runtime, young: number): void {
    this.#closeHolder();
    this.#closeSubtractedParts();
    this.#followed.readCounts();
    if (this.#rest > 0) this.#step('subtract', { kind: 'subtractRest', objects: this.#rest });
    const zero = this.#followed.countZero(young);
    this.#step('subtract', { kind: 'subtracted', zero, positive: this.#total - zero });
    this.#newPhase();
  }

  /** Whose gc_refs fell is whom the holder refers to. */
  #closeHolder(): void {
    const o = this.#holder;
    this.#holder = 0;
    if (o === 0) return;
    if (this.#singles >= SINGLE) {
      if (!this.#followed.isOwn(o)) this.#rest++;
      return;
    }
    if (this.#followed.isPart(o)) {
      this.#parts++;
      return;
    }
    const targets = this.#followed.readCounts();
    if (targets.length === 0) return;
    this.#singles++;
    this.#step('subtract', { kind: 'subtract', holder: this.#followed.named(o), targets });
  }

  #closeSubtractedParts(): void {
    if (this.#parts > 0 && this.#followed.readCounts().length > 0 && this.#single()) {
      this.#step('subtract', { kind: 'subtractParts', objects: this.#parts });
    }
    this.#parts = 0;
  }

  reached(o: number): void {
    this.#closeReached();
    if (!this.#followed.isPart(o)) this.#closeScannedParts();
    this.#reached = { o, kept: [], rescued: [] };
    this.#followed.set(o, null, 'reachable');
  }

  tentative(o: number): void {
    this.#closeReached();
    if (this.#followed.isPart(o)) {
      this.#followed.set(o, 0, 'tentative');
      this.#parts++;
      return;
    }
    this.#closeScannedParts();
    this.#followed.set(o, 0, 'tentative');
    if (this.#followed.isOwn(o) || !this.#single()) return;
    this.#step('scan', { kind: 'tentative', object: this.#followed.serial(o) });
  }

  #closeScannedParts(): void {
    if (this.#parts > 0 && this.#single()) {
      const [kept, rescued] = [this.#partsKept, this.#partsRescued];
      this.#step('scan', { kind: 'scanParts', objects: this.#parts, kept, rescued });
    }
    this.#parts = 0;
    this.#partsKept = [];
    this.#partsRescued = [];
  }

  kept(o: number): void {
    this.#followed.set(o, 1, 'waiting');
    if (!this.#followed.isOwn(o)) this.#reached?.kept.push(this.#followed.serial(o));
  }

  rescued(o: number): void {
    this.#followed.set(o, 1, 'waiting');
    if (!this.#followed.isOwn(o)) this.#reached?.rescued.push(this.#followed.serial(o));
  }

  #closeReached(): void {
    const reached = this.#reached;
    this.#reached = null;
    if (reached === null) return;
    const { o, kept, rescued } = reached;
    if (this.#followed.isPart(o)) {
      this.#parts++;
      this.#partsKept.push(...kept);
      this.#partsRescued.push(...rescued);
      return;
    }
    if (this.#followed.isOwn(o) && kept.length + rescued.length === 0) return;
    if (!this.#single()) return;
    this.#step('scan', { kind: 'reach', object: this.#followed.named(o), kept, rescued });
  }

  moved(_rt: Runtime, _young: number, unreachable: number): void {
    this.#closeReached();
    this.#closeScannedParts();
    if (this.#rest > 0) this.#step('scan', { kind: 'scanRest', objects: this.#rest });
    this.#keepGarbage(unreachable);
    this.#followed.turn('tentative', () => 'unreachable');
    const made = this.#followed.count(unreachable);
    this.#step('scan', {
      kind: 'scanned',
      reachable: this.#total - made,
      unreachable: this.#garbage.length,
    });
    this.#newPhase();
  }

  survivors(rt: Runtime, list: number): void {
    this.#followed.turn('reachable', (o) => (rt.isTracked(o) ? 'survivor' : 'untracked'));
    const survivors = this.#followed.count(list);
    const made = this.#garbage.filter(({ address }) => !this.#followed.isOwn(address)).length;
    const untracked = this.#total - made - survivors;
    this.#step('promote', { kind: 'promote', survivors, untracked });
    if (this.#garbage.length > 0) this.#step('legacy', { kind: 'legacy' });
  }

  weakrefCleared(reference: number, o: number): void {
    this.#weakrefs++;
    if (!this.#single()) return;
    const { mem } = this.#rt;
    const has = mem.ld(reference + WR_CALLBACK) !== 0;
    const trash = (mem.ld(reference - H.GC_HEADER + 8) & H.PREV_COLLECTING) !== 0;
    const callback = !has ? 'none' : trash ? 'dropped' : 'due';
    this.#lookIfSmall();
    const [from, object] = [this.#followed.named(reference), this.#followed.named(o)];
    this.#step('weakrefs', { kind: 'weakref', reference: from, object, callback });
  }

  callback(reference: number): void {
    this.#settle();
    if (this.#singles >= SINGLE) return;
    this.#singles++;
    const serial = this.#followed.named(reference);
    this.#begun = {
      phase: 'weakrefs',
      fact: (freed) => ({ kind: 'callback', reference: serial, freed }),
    };
  }

  finalizer(o: number): void {
    this.#settle();
    this.#endWeakrefs();
    this.#finalizers++;
    if (!this.#single()) return;
    const object = this.#followed.named(o);
    const of = this.#rt.kindOf(o) === H.KIND.generator ? 'generator' : 'instance';
    this.#begun = { phase: 'finalizers', fact: (freed) => ({ kind: 'finalizer', object, of, freed }) };
  }

  checked(_rt: Runtime, resurrected: number, garbage: number): void {
    this.#settle();
    if (this.#garbage.length === 0) return;
    this.#endWeakrefs();
    if (this.#finalizers === 0 || this.#rest > 0) {
      this.#restFreed();
      this.#step('finalizers', { kind: 'finalizers', called: this.#rest });
    }
    this.#newPhase();
    const back = listObjects(this.#rt, resurrected);
    for (const o of back) this.#followed.set(o, null, 'resurrected');
    this.#keepGarbage(garbage);
    this.#followed.turn('unreachable', () => 'unreachable');
    this.#step('check', { kind: 'check', resurrected: back.length, garbage: this.#garbage.length });
  }

  clearing(_rt: Runtime, o: number): void {
    this.#settle();
    if (this.#followed.isPart(o)) {
      this.#parts++;
      return;
    }
    this.#closeClearedParts();
    if (!this.#single()) return;
    const object = this.#followed.named(o);
    this.#begun = { phase: 'clear', fact: (freed) => ({ kind: 'clear', object, freed }) };
  }

  #closeClearedParts(): void {
    const objects = this.#parts;
    this.#parts = 0;
    if (objects === 0 || !this.#single()) return;
    const freed = this.#followed.buried();
    this.#lookIfSmall();
    this.#step('clear', { kind: 'clearParts', objects, freed });
  }

  end(rt: Runtime, collected: number): void {
    this.#settle();
    this.#closeClearedParts();
    if (this.#garbage.length > 0 && (rt.mem.ld(L.GC_DEBUG) & DEBUG_SAVEALL) !== 0)
      this.#step('clear', { kind: 'saved', objects: this.#garbage.length });
    if (this.#rest > 0) {
      const freed = this.#restFreed();
      this.#step('clear', { kind: 'clearRest', objects: this.#rest, freed });
    }
    this.#look();
    this.#step('end', { kind: 'end', collected });
    this.#done({
      generation: this.#generation,
      automatic: this.#automatic,
      to: asGeneration(Math.min(2, this.#generation + 1)),
      collected,
      examined: this.#followed.examined,
      total: this.#total,
      own: this.#own,
      labels: this.#followed.labels,
      steps: this.#steps,
    });
  }

  #step(phase: Phase, fact: Fact): void {
    this.#steps.push({ phase, fact, view: this.#view, changes: this.#followed.takeChanges() });
  }

  /** What was begun is over by now: what it freed, and how the heap looks after it. */
  #settle(): void {
    const begun = this.#begun;
    this.#begun = null;
    if (begun === null) return;
    const freed = this.#followed.buried();
    this.#lookIfSmall();
    this.#step(begun.phase, begun.fact(freed));
  }

  #endWeakrefs(): void {
    if (this.#weakrefsOver) return;
    this.#weakrefsOver = true;
    if (this.#rest > 0) this.#restFreed();
    if (this.#rest > 0 || this.#weakrefs === 0)
      this.#step('weakrefs', { kind: 'weakrefs', cleared: this.#rest });
    this.#newPhase();
  }

  #restFreed(): number {
    const freed = this.#followed.buried().length;
    this.#look();
    return freed;
  }

  #newPhase(): void {
    this.#singles = 0;
    this.#rest = 0;
  }

  #single(): boolean {
    if (this.#singles >= SINGLE) {
      this.#rest++;
      return false;
    }
    this.#singles++;
    return true;
  }

  #keepGarbage(list: number): void {
    this.#garbage = listObjects(this.#rt, list).map((address) => ({
      address,
      serial: this.#followed.serial(address),
    }));
  }

  #look(): void {
    const alive = this.#garbage.filter(({ address, serial }) => this.#followed.serial(address) === serial);
    this.#view = inspectMachine(
      this.#machine,
      false,
      alive.map(({ address }) => address),
    );
  }

  #lookIfSmall(): void {
    if (this.#view.objects.length <= SMALL) this.#look();
  }
}

function asGeneration(generation: number): GenerationNumber {
  return generation === 0 ? 0 : generation === 1 ? 1 : 2;
}
