/**
 * A task is solved on a fork: a private copy of the class's heap, made from its snapshot. The student's browser runs
 * it while they try, and the server runs the same inputs again for the marks.
 */
import {
  type Figures,
  figuresOf,
  type HeapView,
  Machine,
  type ObjectView,
  type Serial,
  type Step,
} from '../heap/index.ts';
import type { Answer, ChallengeBody, Goal } from './protocol/challenge.ts';
import type { Reason, Standing } from './protocol/reason.ts';

export type Task = Extract<ChallengeBody, { kind: 'task' }>;
type TaskAnswer = Extract<Answer, { kind: 'task' }>;

export interface Verdict {
  readonly met: boolean;
  /** What was asked and how it stands. */
  readonly standing: Standing;
}

export interface TaskResult {
  readonly share: number;
  readonly reasons: readonly Reason[];
}

const ABOUT_OBJECTS: ReadonlySet<Goal['goal']> = new Set(['leak', 'free', 'generation']);

/** [TK4] What all inputs on one fork may use together: three times what a single statement may. */
const FORK_FUEL = 6_000_000;

export class Fork {
  readonly machine: Machine;
  #fuel = FORK_FUEL;
  readonly #handle: string;
  readonly #task: Task;
  /** The memory before and after the setup. */
  readonly #bare: Figures;
  readonly #start: Figures;
  /** The heap after the setup, where a goal is about its objects: to read all of a class's heap takes time. */
  #began: HeapView | null = null;
  /** The heap as it is now, once it was read since the last input. */
  #now: HeapView | null = null;

  /** @param machine a copy of the class's, from now on the fork's; `handle`: the student's module */
  constructor(machine: Machine, handle: string, task: Task) {
    this.machine = machine;
    // A task about the collector has to be free to use it.
    machine.setCollectorOwner(null);
    // Somebody who came after the copy was made, or was removed since.
    if (!machine.modules.includes(handle)) machine.addModule(handle);
    this.#handle = handle;
    this.#task = task;
    this.#bare = figuresOf(machine);
    if (task.setup.trim() !== '') machine.run(handle, task.setup);
    this.#start = figuresOf(machine);
  }

  /** @param snapshot of the class's machine */
  static of(snapshot: Uint8Array, handle: string, task: Task): Fork {
    return new Fork(Machine.restore(snapshot), handle, task);
  }

  /** Reads the heap as it began, before anything changes it. The first input does so by itself. */
  look(): void {
    if (this.#began === null && this.#task.goals.some(({ goal }) => ABOUT_OBJECTS.has(goal)))
      this.#began = this.machine.inspect();
  }

  /** Null where the fork's fuel is used up: the input was not run. */
  run(input: string): Step | null {
    if (this.#fuel <= 0) return null;
    this.look();
    this.#now = null;
    const step = this.machine.run(this.#handle, input);
    this.#fuel -= step.fuelUsed;
    return step;
  }

  judge(): Verdict[] {
    return this.#task.goals.map((goal) => this.verdict(goal));
  }

  /** One of the task's goals. */
  verdict(goal: Goal): Verdict {
    switch (goal.goal) {
      case 'leak': {
        const before = new Set(unreachable(this.#beginning()).map(({ serial }) => serial));
        const leaked = unreachable(this.#end()).filter(({ serial }) => !before.has(serial)).length;
        return verdict(leaked === goal.objects, { goal: 'leak', objects: goal.objects, leaked });
      }
      case 'free': {
        const alive = new Set(this.#end().objects.map(({ serial }) => serial));
        const doomed = this.#ledTo(goal.name);
        const left = doomed.filter((serial) => alive.has(serial)).length;
        const met = doomed.length > 0 && left === 0;
        return verdict(met, { goal: 'free', objects: doomed.length, name: goal.name, left });
      }
      case 'bytes': {
        const used = figuresOf(this.machine).bytesUsed - this.#start.bytesUsed;
        return verdict(used <= goal.most, { goal: 'bytes', most: goal.most, used });
      }
      case 'shrink': {
        const whole = this.#start.bytesUsed - this.#bare.bytesUsed;
        const saved = this.#start.bytesUsed - figuresOf(this.machine).bytesUsed;
        const percent = whole <= 0 ? 0 : (100 * saved) / whole;
        return verdict(percent >= goal.percent, {
          goal: 'shrink',
          percent: goal.percent,
          start: whole,
          fewer: Math.floor(percent),
        });
      }
      case 'arena': {
        const gone = this.#start.arenas - figuresOf(this.machine).arenas;
        return verdict(gone >= 1, { goal: 'arena', given: Math.max(0, gone) });
      }
      case 'generation': {
        const { name, generation } = goal;
        // [TK5] A name that was not there yet means what it refers to at the end.
        const end = this.#end();
        const target = targetOf(this.#beginning(), this.#handle, name) ?? targetOf(end, this.#handle, name);
        const object = end.objects.find(({ serial }) => serial === target);
        return verdict(
          object?.generation === generation,
          object !== undefined
            ? { goal: 'generation', name, generation, now: object.generation }
            : { goal: target === null ? 'none' : 'gone', name, generation },
        );
      }
      case 'true': {
        // Looking must not change what is looked at.
        const moment = this.machine.moment();
        const step = this.machine.run(this.#handle, `print(bool(${goal.expression}))`);
        this.machine.returnTo(moment);
        const met = step.raised === null && step.output === 'True\n';
        const says = step.raised === null ? step.output.trim() : step.raised.message;
        return verdict(met, { goal: 'true', expression: goal.expression, says });
      }
    }
  }

  #end(): HeapView {
    this.#now ??= this.machine.inspect();
    return this.#now;
  }

  #beginning(): HeapView {
    // Judged before any input: it is the beginning.
    this.look();
    if (this.#began === null) throw new Error('no goal of this task is about objects');
    return this.#began;
  }

  /** Objects of the program that could be reached from a name at the start, classes and functions left out. */
  #ledTo(name: string): Serial[] {
    const start = this.#beginning();
    const objects = new Map(start.objects.map((object) => [object.serial, object]));
    const found = new Set<Serial>();
    const waiting = [targetOf(start, this.#handle, name)];
    for (let serial = waiting.pop(); serial !== undefined; serial = waiting.pop()) {
      const object = serial === null ? undefined : objects.get(serial);
      if (object === undefined || found.has(object.serial) || !ownData(object)) continue;
      found.add(object.serial);
      for (const slot of object.slots) if (!slot.weak) waiting.push(slot.target);
    }
    return [...found];
  }
}

/** Many forks of one heap, one after another on one machine: the fork before is gone when the next one is made. */
export class Forks {
  readonly task: Task;
  readonly #machine: Machine;
  readonly #start: ReturnType<Machine['moment']>;

  /** @param snapshot of the class's machine */
  constructor(snapshot: Uint8Array, task: Task) {
    this.task = task;
    this.#machine = Machine.restore(snapshot);
    this.#start = this.#machine.moment();
  }

  next(handle: string): Fork {
    this.#machine.returnTo(this.#start);
    return new Fork(this.#machine, handle, this.task);
  }
}

const LASTING = new Set(['type', 'function', 'module', 'builtin_function_or_method']);

function ownData(object: ObjectView): boolean {
  return !object.builtin && !object.internal && !LASTING.has(object.type);
}

function unreachable(heap: HeapView): ObjectView[] {
  return heap.objects.filter((object) => !object.reachable && !object.internal);
}

function targetOf(heap: HeapView, module: string, name: string): Serial | null {
  const namespace = heap.namespaces.find((one) => one.kind === 'module' && one.module === module);
  return namespace?.names.find((one) => one.name === name)?.target ?? null;
}

function verdict(met: boolean, standing: Standing): Verdict {
  return { met, standing };
}

/** [SC4] 800 for the goals that are met, in equal parts; 200 for economy where all are. */
const FOR_GOALS = 0.8;

interface GivenTask {
  readonly member: string;
  readonly handle: string;
  readonly answer: TaskAnswer;
}

/**
 * Answers to one task, each judged once on a fork of its own, one at a time and in portions: one takes tens of
 * milliseconds, and with a large heap or long statements much more. A portion is one statement, or one reading of the heap.
 */
export class Grading {
  readonly #snapshot: Uint8Array;
  readonly #task: Task;
  #forks: Forks | null = null;
  readonly #judged = new Map<
    string,
    { readonly answer: TaskAnswer; readonly verdicts: readonly Verdict[] }
  >();
  /** The answer that is being judged, and what is still to do. */
  #under: { readonly answer: TaskAnswer; readonly portions: Generator<undefined, void> } | null = null;

  /** @param snapshot of the class's machine, as the task found it */
  constructor(snapshot: Uint8Array, task: Task) {
    this.#snapshot = snapshot;
    this.#task = task;
  }

  /** Whether this answer has been judged as it is now. */
  has(member: string, answer: TaskAnswer): boolean {
    return this.#judged.get(member)?.answer === answer;
  }

  /** One portion more of judging this answer; true once it is judged. Another than before begins anew. */
  step(given: GivenTask): boolean {
    if (this.#under?.answer !== given.answer)
      this.#under = { answer: given.answer, portions: this.#portions(given) };
    const { portions } = this.#under;
    if (portions.next().done === true) this.#under = null;
    return this.has(given.member, given.answer);
  }

  *#portions({ member, handle, answer }: GivenTask): Generator<undefined, void> {
    if (this.#forks === null) {
      this.#forks = new Forks(this.#snapshot, this.#task);
      yield;
    }
    const fork = this.#forks.next(handle);
    yield;
    fork.look();
    yield;
    for (const input of answer.inputs) {
      fork.run(input);
      yield;
    }
    const verdicts: Verdict[] = [];
    for (const goal of this.#task.goals) {
      // The heap is read for one of them, and looked at for all.
      if (verdicts.length > 0) yield;
      verdicts.push(fork.verdict(goal));
    }
    this.#judged.set(member, { answer, verdicts });
  }

  results(given: readonly GivenTask[]): Map<string, TaskResult> {
    for (const one of given) while (!this.has(one.member, one.answer)) this.step(one);
    const judged = given.map(({ member, answer }) => {
      const verdicts = this.#judged.get(member)?.verdicts ?? [];
      const met = verdicts.filter((one) => one.met).length;
      return { member, inputs: answer.inputs.length, verdicts, all: met === verdicts.length, met };
    });
    const fewest = Math.min(...judged.filter(({ all }) => all).map(({ inputs }) => inputs));
    return new Map(
      judged.map(({ member, inputs, verdicts, all, met }) => {
        const economy = all ? (inputs === 0 ? 1 : fewest / inputs) : 0;
        const reasons: Reason[] = verdicts.map(({ standing }) => ({ kind: 'goal', standing }));
        if (all) reasons.push({ kind: 'inputs', inputs, fewest });
        return [member, { share: FOR_GOALS * (met / verdicts.length) + (1 - FOR_GOALS) * economy, reasons }];
      }),
    );
  }
}
