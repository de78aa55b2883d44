/**
 * Why single objects went, stayed or moved in a round: for each student about those that they missed or marked in
 * vain. What is gone afterwards is looked at before the collection runs.
 */
import {
  type GenerationNumber,
  type HeapView,
  type Lifeline,
  lifelineOf,
  type Machine,
  type Serial,
} from '../heap/index.ts';
import type { Answer, Truth } from './protocol/challenge.ts';
import type { ToldReason } from './protocol/reason.ts';

type RoundAnswer = Extract<Answer, { kind: 'round' }>;
type RoundTruth = Extract<Truth, { kind: 'round' }>;

/** Reasons per student, and objects that are asked about for the class: each costs a walk over the heap. */
const TOLD = 6;
const ASKED = 24;

/** An object as a picture shows it. */
interface Shown {
  readonly type: string;
  readonly repr: string;
}

export interface BeforeRound {
  readonly view: HeapView;
  /** What every object looked like that a picture shows, so that it can be named when it is gone. */
  readonly shown: ReadonlyMap<Serial, Shown>;
  /** The cycle that kept what nothing reached. */
  readonly cycles: ReadonlyMap<Serial, string>;
}

export function beforeRound(machine: Machine): BeforeRound {
  const view = machine.inspect();
  const objects = view.objects.filter((object) => !object.internal && !object.builtin);
  const lost = objects.filter((object) => object.tracked && !object.reachable).slice(0, ASKED);
  return {
    view,
    shown: new Map(objects.map(({ serial, type, repr }) => [serial, { type, repr }])),
    cycles: new Map(
      lost.map(({ serial, address }) => [serial, cycleWords(lifelineOf(machine, serial, address))]),
    ),
  };
}

function cycleWords(line: Lifeline): string {
  if (line.kind !== 'leaked' || line.cycle.length === 0) return '';
  return line.cycle.map(({ repr }) => repr).join(' → ');
}

/** Reasons about one student's marks, by serial found once for all. On the machine after the collection. */
export class RoundReasons {
  readonly #machine: Machine;
  readonly #before: BeforeRound;
  readonly #truth: RoundTruth;
  readonly #generation: GenerationNumber;
  readonly #stayed = new Map<Serial, ToldReason>();

  constructor(machine: Machine, before: BeforeRound, truth: RoundTruth, generation: GenerationNumber) {
    this.#machine = machine;
    this.#before = before;
    this.#truth = truth;
    this.#generation = generation;
  }

  of(answer: RoundAnswer): ToldReason[] {
    const freed = new Set(this.#truth.freed);
    const moved = new Set(this.#truth.moved);
    const marked = new Set(answer.freed);
    const missed = this.#truth.freed.filter((serial) => !marked.has(serial));
    const inVain = answer.freed.filter((serial) => !freed.has(serial));
    const unmoved = answer.moved.filter((serial) => !moved.has(serial));
    return [
      ...inVain.map((serial) => this.#whyStayed(serial)),
      ...missed.map((serial) => this.#whyFreed(serial)),
      ...(this.#generation === 2 ? [] : unmoved.map((serial) => this.#whyUnmoved(serial))),
    ].slice(0, TOLD);
  }

  #shown(serial: Serial): Shown | null {
    return this.#before.shown.get(serial) ?? null;
  }

  #whyFreed(serial: Serial): ToldReason {
    const cycle = this.#before.cycles.get(serial) ?? '';
    return { kind: 'went', object: this.#shown(serial), cycle: cycle === '' ? null : cycle };
  }

  #whyStayed(serial: Serial): ToldReason {
    const known = this.#stayed.get(serial);
    if (known !== undefined) return known;
    const why: ToldReason =
      this.#stayed.size < ASKED ? this.#lookedAt(serial) : { kind: 'notFreed', object: this.#shown(serial) };
    this.#stayed.set(serial, why);
    return why;
  }

  #lookedAt(serial: Serial): ToldReason {
    const object = this.#shown(serial);
    const now = this.#machine.inspect().objects.find((one) => one.serial === serial);
    // What died along with others is freed as well, but the collector did not find it itself.
    if (now === undefined) return { kind: object === null ? 'goneBefore' : 'diedAlong', object };
    const line = lifelineOf(this.#machine, serial, now.address);
    if (line.kind === 'leaked') return { kind: 'notLookedAt', object, place: now.generation };
    const path = line.kind === 'alive' ? line.path.map(({ label }) => label) : [];
    return { kind: 'stayed', object, path: path.length === 0 ? null : path };
  }

  #whyUnmoved(serial: Serial): ToldReason {
    const now = this.#machine.inspect().objects.find((one) => one.serial === serial);
    return {
      kind: 'unmoved',
      object: this.#shown(serial),
      place: now === undefined ? 'gone' : now.generation,
    };
  }
}
