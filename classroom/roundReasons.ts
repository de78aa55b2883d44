/**
 * Why single objects went, stayed or moved in a round: for each student about those that they missed or marked in
 * vain. What is gone afterwards is looked at before the collection runs.
 */
import {
  type GenerationNumber,
  type Lifeline,
  lifelineOf,
  type Machine,
  type Serial,
} from '../heap/index.ts';
import type { Answer, Truth } from './protocol/challenge.ts';

type RoundAnswer = Extract<Answer, { kind: 'round' }>;
type RoundTruth = Extract<Truth, { kind: 'round' }>;

/** Sentences per student, and objects that are asked about for the class: each costs a walk over the heap. */
const TOLD = 6;
const ASKED = 24;

export interface BeforeRound {
  /** What every object looked like that a picture shows, so that it can be named when it is gone. */
  readonly names: ReadonlyMap<Serial, string>;
  readonly types: ReadonlyMap<Serial, string>;
  /** The cycle that kept what nothing reached. */
  readonly cycles: ReadonlyMap<Serial, string>;
}

export function beforeRound(machine: Machine): BeforeRound {
  const objects = machine.inspect().objects.filter((object) => !object.internal && !object.builtin);
  const lost = objects.filter((object) => object.tracked && !object.reachable).slice(0, ASKED);
  return {
    names: new Map(objects.map(({ serial, repr }) => [serial, repr])),
    types: new Map(objects.map(({ serial, type }) => [serial, type])),
    cycles: new Map(
      lost.map(({ serial, address }) => [serial, cycleWords(lifelineOf(machine, serial, address))]),
    ),
  };
}

function cycleWords(line: Lifeline): string {
  if (line.kind !== 'leaked' || line.cycle.length === 0) return '';
  return line.cycle.map(({ repr }) => repr).join(' → ');
}

/** Sentences about one student's marks, by serial found once for all. On the machine after the collection. */
export class RoundReasons {
  readonly #machine: Machine;
  readonly #before: BeforeRound;
  readonly #truth: RoundTruth;
  readonly #generation: GenerationNumber;
  readonly #stayed = new Map<Serial, string>();

  constructor(machine: Machine, before: BeforeRound, truth: RoundTruth, generation: GenerationNumber) {
    this.#machine = machine;
    this.#before = before;
    this.#truth = truth;
    this.#generation = generation;
  }

  of(answer: RoundAnswer): string[] {
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

  #name(serial: Serial): string {
    const { names, types } = this.#before;
    const repr = names.get(serial);
    return repr === undefined ? 'An object' : `The ${types.get(serial) ?? 'object'} ${repr}`;
  }

  #whyFreed(serial: Serial): string {
    const cycle = this.#before.cycles.get(serial) ?? '';
    return cycle === ''
      ? `${this.#name(serial)} went: nothing that runs reached it.`
      : `${this.#name(serial)} went: only a cycle kept it, ${cycle}.`;
  }

  #whyStayed(serial: Serial): string {
    const known = this.#stayed.get(serial);
    if (known !== undefined) return known;
    const says = this.#stayed.size < ASKED ? this.#lookedAt(serial) : `${this.#name(serial)} was not freed.`;
    this.#stayed.set(serial, says);
    return says;
  }

  #lookedAt(serial: Serial): string {
    const object = this.#machine.inspect().objects.find((one) => one.serial === serial);
    if (object === undefined) {
      return this.#before.names.has(serial)
        ? `${this.#name(serial)} died along with what was freed; the collector did not find it itself.`
        : `${this.#name(serial)} was gone before the collection.`;
    }
    const line = lifelineOf(this.#machine, serial, object.address);
    if (line.kind === 'leaked') {
      return `${this.#name(serial)} stayed: nothing reaches it, but it stands in generation ${object.generation ?? 'none'}, which this collection did not look at.`;
    }
    const path = line.kind === 'alive' ? line.path.map(({ label }) => label).join(' → ') : '';
    return path === ''
      ? `${this.#name(serial)} stayed.`
      : `${this.#name(serial)} stayed: ${path} leads to it.`;
  }

  #whyUnmoved(serial: Serial): string {
    const object = this.#machine.inspect().objects.find((one) => one.serial === serial);
    if (object === undefined) return `${this.#name(serial)} did not move: it is gone.`;
    return object.generation === null
      ? `${this.#name(serial)} did not move: the collector does not track it any more.`
      : `${this.#name(serial)} did not move: it stands in generation ${object.generation} as before.`;
  }
}
