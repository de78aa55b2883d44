/**
 * The heap that questions are made from, and a fork of it on which they are tried. The heap itself stays as it is:
 * every trial begins from the same moment of the fork.
 */

import {
  type HeapView,
  type Holding,
  holdersOf,
  type Lifeline,
  lifelineOf,
  Machine,
  type Moment,
  type ObjectView,
  type Serial,
  type Step,
} from '../../heap/index.ts';
import { type Expression, type Reach, reachFrom } from '../expression.ts';
import type { Language } from '../languages.ts';
import { freeName, isName } from '../pythonName.ts';
import { type Phrases, phrasesIn } from './phrases/index.ts';

/** An input, and the module in which it is typed. */
export interface Line {
  readonly module: string;
  readonly source: string;
}

/** A way to write an object in a module. */
export interface Spot {
  readonly module: string;
  readonly text: string;
  readonly imports: readonly string[];
  readonly object: ObjectView;
}

interface Written {
  readonly spots: readonly Spot[];
  readonly byText: ReadonlyMap<string, Spot>;
  readonly bySerial: ReadonlyMap<Serial, Spot>;
}

/** Every line ran to its end. */
export interface Tried {
  readonly steps: readonly Step[];
  /** What the last line printed, without its end of line. */
  readonly said: string;
}

const BOARD = 'board';
/** No member's module: names of all modules are then read as `ana.a`. */
const NOBODY = '';
const MOST_OF_A_WAY = 40;
/** In a large class questions are about so many of its modules; which ones, the seed says. */
export const MODULES = 24;

/** What has a count, a size and a generation for reasons of its own, that no picture shows. */
const OTHER = new Set([
  'type',
  'module',
  'function',
  'builtin_function_or_method',
  'method',
  'cell',
  'code',
  'str',
  'int',
  'bool',
  'float',
  'complex',
  'bytes',
  'NoneType',
  'ellipsis',
  'NotImplementedType',
  'property',
  'staticmethod',
  'classmethod',
]);

/** Containers and instances of the program. */
export function isData(object: ObjectView | undefined): object is ObjectView {
  return (
    object !== undefined &&
    !object.builtin &&
    !object.internal &&
    object.refcount !== null &&
    !OTHER.has(object.type) &&
    !object.repr.startsWith('<class ')
  );
}

export class Ground {
  readonly view: HeapView;
  readonly objects: ReadonlyMap<Serial, ObjectView>;
  /** Modules in which statements are typed, in the machine's order. */
  readonly modules: readonly string[];
  /** The module whose statements may run the collector. */
  readonly collector: string;
  /** One module only: what is typed where need not be said. */
  readonly alone: boolean;
  /** The fork: after a trial, as the trial left it. */
  readonly fork: Machine;
  readonly language: Language;
  /** What is said about it, in that language. */
  readonly say: Phrases;
  readonly #start: Moment;
  readonly #known = new Map<string, Written>();
  #ways: Reach | null = null;
  readonly #heldAtStart = new Map<Serial, Holding[] | null>();

  /** @param fork a machine that nobody else uses; it is as it was after `atStart` */
  constructor(fork: Machine, language: Language = 'en') {
    this.fork = fork;
    this.language = language;
    this.say = phrasesIn(language);
    this.#start = this.fork.moment();
    this.view = this.fork.inspect();
    this.objects = new Map(this.view.objects.map((object) => [object.serial, object]));
    this.modules = fork.modules.filter((name) => name !== BOARD);
    this.alone = this.modules.length === 1;
    this.collector = fork.collectorOwner ?? this.modules[0] ?? '';
  }

  /** Of a fork of its own: the machine stays as it is. */
  static of(machine: Machine, language: Language = 'en'): Ground {
    return new Ground(Machine.restore(machine.snapshot()), language);
  }

  get empty(): boolean {
    return !this.view.objects.some(isData);
  }

  /** The same, taken back to where it began. */
  atStart(): Machine {
    this.fork.returnTo(this.#start);
    return this.fork;
  }

  /** Types the lines one after another on the fork; null where one raises or goes over a limit. */
  attempt(lines: readonly Line[]): Tried | null {
    this.atStart();
    const steps: Step[] = [];
    for (const { module, source } of lines) {
      if (!this.modules.includes(module)) return null;
      const step = this.fork.run(module, source);
      if (step.raised !== null || step.limit !== null) return null;
      steps.push(step);
    }
    return { steps, said: steps.at(-1)?.output.trimEnd() ?? '' };
  }

  /** What holds an object on the fork as it stands, or null where some of it is not for a student's eyes. */
  holders(serial: Serial, view: HeapView = this.fork.inspect()): Holding[] | null {
    return this.#held(serial, new Map(view.objects.map((one) => [one.serial, one])));
  }

  /** The same of the fork where it began: it has to be there. */
  holdersAtStart(serial: Serial): Holding[] | null {
    const known = this.#heldAtStart.get(serial);
    if (known !== undefined) return known;
    const held = this.#held(serial, this.objects);
    this.#heldAtStart.set(serial, held);
    return held;
  }

  #held(serial: Serial, objects: ReadonlyMap<Serial, ObjectView>): Holding[] | null {
    const object = objects.get(serial);
    if (object === undefined) return null;
    const found = holdersOf(this.fork, serial, object.address);
    const told = found.every(
      ({ holder }) => holder === null || objects.get(holder.serial)?.internal === false,
    );
    const sum = found.reduce((total, { times }) => total + times, 0);
    return told && sum === object.refcount && found.length <= 12 ? found : null;
  }

  /** Why an object lives, on the fork as it stands. */
  lifeline(serial: Serial, view: HeapView = this.fork.inspect()): Lifeline {
    const object = view.objects.find((one) => one.serial === serial);
    return object === undefined ? { kind: 'gone' } : lifelineOf(this.fork, serial, object.address);
  }

  /** The object that a text stands for in a module, or null. */
  spot(module: string, text: string): Spot | null {
    return this.#written(module).byText.get(text) ?? null;
  }

  /** Every object that can be written in a module, what is near its names first. */
  spots(module: string): readonly Spot[] {
    return this.#written(module).spots;
  }

  /** In a large heap there are tens of thousands, and a question asks for them again and again. */
  #written(module: string): Written {
    const known = this.#known.get(module);
    if (known !== undefined) return known;
    const reach = this.modules.includes(module)
      ? reachFrom(this.view, module)
      : new Map<Serial, Expression>();
    const spots = [...reach].flatMap(([serial, { text, imports }]): Spot[] => {
      const object = this.objects.get(serial);
      return object === undefined || object.type === 'module' ? [] : [{ module, text, imports, object }];
    });
    const written: Written = {
      spots,
      byText: new Map(spots.toReversed().map((spot) => [spot.text, spot])),
      bySerial: new Map(spots.map((spot) => [spot.object.serial, spot])),
    };
    this.#known.set(module, written);
    return written;
  }

  /** How an object is written in a module, or where that is nowhere, in the one that made it; null where nowhere. */
  written(serial: Serial, module: string): Spot | null {
    const own = this.objects.get(serial)?.owner ?? module;
    return this.#written(module).bySerial.get(serial) ?? this.#written(own).bySerial.get(serial) ?? null;
  }

  /** How an object that was there at the start is written for everybody, as `ana.n.next`; null where no short way leads to it. */
  way(serial: Serial): string | null {
    this.#ways ??= reachFrom(this.view, NOBODY);
    const text = this.#ways.get(serial)?.text ?? null;
    return text === null || text.length > MOST_OF_A_WAY ? null : text;
  }

  /** The names of a module, `board` included, that refer to something of the program. */
  names(module: string): { readonly name: string; readonly object: ObjectView }[] {
    const space = this.view.namespaces.find((one) => one.kind === 'module' && one.title === module);
    return (space?.names ?? []).flatMap(({ name, target }) => {
      const object = this.objects.get(target);
      return object === undefined || !isName(name) ? [] : [{ name, object }];
    });
  }

  /** Names that a module does not use yet, beginning with x, y, z. */
  freshNames(module: string, wanted: number): string[] {
    const taken = [
      ...this.names(module).map(({ name }) => name),
      ...this.modules,
      ...['gc', 'sys', 'weakref', BOARD],
      ...this.moduleNames(module),
    ];
    const fresh: string[] = [];
    for (const name of ['x', 'y', 'z', 'w']) {
      if (fresh.length < wanted && !taken.includes(name)) fresh.push(name);
    }
    while (fresh.length < wanted) fresh.push(freeName([...taken, ...fresh]));
    return fresh;
  }

  private moduleNames(module: string): string[] {
    const space = this.view.namespaces.find((one) => one.kind === 'module' && one.title === module);
    return (space?.names ?? []).map(({ name }) => name);
  }
}
