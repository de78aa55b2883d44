/**
 * The wall of forks: what each student's inputs have come to so far, run in the teacher's browser on copies of the
 * class's heap. One fork is run at a time, all of them on one machine, and only where there are new inputs, so that a
 * class of hundreds freezes nothing.
 */
import type { Miniature, Tile } from '../../classroom/protocol/messages.ts';
import type { ChallengeState, ClassState } from '../../classroom/protocol/state.ts';
import { Fork, Forks, type Task, type Verdict } from '../../classroom/tasks.ts';
import type { Words } from '../language/words.ts';
import { students } from './members.ts';
import { miniature } from './miniature.ts';
import { answerOf } from './round.ts';

export interface Attempt {
  readonly member: string;
  readonly name: string;
  readonly handle: string;
  /** Empty where nothing was tried yet. */
  readonly inputs: readonly string[];
}

export interface Look {
  readonly inputs: readonly string[];
  readonly verdicts: readonly Verdict[];
  readonly met: number;
  readonly heap: Miniature;
}

export interface WallLine extends Attempt {
  /** Of the newest inputs, or of some before while those are being run; null until then. */
  readonly look: Look | null;
  /** The look is of the newest inputs. */
  readonly fresh: boolean;
}

/** The students of the class and what they have tried, in the order in which they came. */
export function attemptsOf(state: ClassState, challenge: ChallengeState): Attempt[] {
  return students(state).map(({ id, nickname, handle }) => {
    const answer = answerOf(challenge, id);
    return {
      member: id,
      name: nickname,
      handle,
      inputs: answer?.kind === 'task' ? answer.inputs : [],
    };
  });
}

export class ForkWall {
  readonly task: Task;
  readonly #snapshot: Uint8Array;
  readonly #looks = new Map<string, Look>();
  #forks: Forks | null = null;

  /** @param snapshot of the class's machine, as every fork begins with it */
  constructor(snapshot: Uint8Array, task: Task) {
    this.#snapshot = snapshot;
    this.task = task;
  }

  lines(attempts: readonly Attempt[]): WallLine[] {
    return attempts.map((attempt) => {
      const look = attempt.inputs.length === 0 ? null : (this.#looks.get(attempt.member) ?? null);
      return { ...attempt, look, fresh: attempt.inputs.length === 0 || isSame(look?.inputs, attempt.inputs) };
    });
  }

  /** Runs the first of these whose look is not of its newest inputs; false where there is none. */
  step(attempts: readonly Attempt[]): boolean {
    const next = attempts.find(
      ({ member, inputs }) => inputs.length > 0 && !isSame(this.#looks.get(member)?.inputs, inputs),
    );
    if (next === undefined) return false;
    const { member, handle, inputs } = next;
    this.#forks ??= new Forks(this.#snapshot, this.task);
    const fork = this.#forks.next(handle);
    for (const input of inputs) fork.run(input);
    const verdicts = fork.judge();
    this.#looks.set(member, {
      inputs,
      verdicts,
      met: verdicts.filter((verdict) => verdict.met).length,
      heap: miniature(fork.machine.inspect(), handle),
    });
    return true;
  }

  /** The fork of one student as it stands, to be looked into: a machine of its own. */
  forkOf({ handle, inputs }: Attempt): Fork {
    const fork = Fork.of(this.#snapshot, handle, this.task);
    for (const input of inputs) fork.run(input);
    return fork;
  }
}

function isSame(one: readonly string[] | undefined, other: readonly string[]): boolean {
  if (one === other) return true;
  return one !== undefined && one.length === other.length && one.every((input, at) => input === other[at]);
}

/** Who is furthest first: more goals, then fewer inputs; those who have not begun last, as they came. */
export function byProgress(lines: readonly WallLine[], goals: number): WallLine[] {
  const rank = ({ look, inputs }: WallLine) =>
    inputs.length === 0 ? 2 * goals + 2 : 2 * (goals - (look?.met ?? 0)) + (look === null ? 1 : 0);
  return lines
    .map((line, place) => ({ line, place }))
    .sort(
      (a, b) =>
        rank(a.line) - rank(b.line) || a.line.inputs.length - b.line.inputs.length || a.place - b.place,
    )
    .map(({ line }) => line);
}

/** What a projector is told of a line: how far, and the shape of the heap; the name only where it is wanted. */
export function tileOf({ name, inputs, look }: WallLine, goals: number, named: boolean): Tile {
  return {
    name: named ? name : null,
    inputs: inputs.length,
    met: look?.met ?? 0,
    of: goals,
    heap: look?.heap ?? null,
  };
}

/** How far somebody is, in words. */
export function progressWords(
  { inputs, met, of }: Pick<Tile, 'inputs' | 'met' | 'of'>,
  { progress: words }: Words['liveWall'],
): string {
  if (inputs === 0) return words.none;
  if (met === of) return words.all(of);
  return met === 0 ? words.working : words.some(met, of);
}
