/**
 * Questions made from the heap as it stands. What is right is what a fork of the machine does, and the explanation is
 * read off that fork; a question that would be trivial, ambiguous or not to be explained is not made. The same heap,
 * target, level and seed give the same question on every copy, so that a server need not believe a browser.
 */
import type { Question, Solution } from '../protocol/challenge.ts';
import { ABOUTS, type About, type Level, type Prediction } from '../protocol/prediction.ts';
import { block } from './block.ts';
import { Chance } from './chance.ts';
import { collect } from './collect.ts';
import { counts } from './counts.ts';
import { dies } from './dies.ts';
import { frees } from './frees.ts';
import { generation } from './generation.ts';
import { type Ground, MODULES } from './ground.ts';
import { identity } from './identity.ts';
import type { Kind, Made } from './kind.ts';
import { holders, refcount } from './refcount.ts';
import { size } from './size.ts';

export { Ground } from './ground.ts';
export type { Made } from './kind.ts';

const KINDS: Readonly<Record<About, Kind>> = {
  refcount,
  holders,
  size,
  identity,
  counts,
  generation,
  block,
  dies,
  frees,
  collect,
};

export interface Chosen extends Made {
  readonly prediction: Prediction;
}

/** What was asked before, newest last. */
export interface AskedBefore {
  readonly about: About;
  readonly prompt: string;
}

export interface Wish {
  /** Null: any kind that the heap offers. */
  readonly about: About | null;
  readonly level: Level;
  readonly seed: number;
  readonly asked: readonly AskedBefore[];
}

export type Choice =
  | { readonly kind: 'made'; readonly chosen: Chosen }
  /** What is missing, and what to do about it. */
  | { readonly kind: 'nothing'; readonly says: string };

/** So many targets of a kind are tried; in a large heap, where each costs more, fewer. */
const TRIES = 24;
const FEW = 6;
const LARGE = 3000;
const REMEMBERED = 12;

/** The question that a prediction stands for, or null where the heap does not give it. */
export function makePrediction(ground: Ground, { about, level, target, seed }: Prediction): Made | null {
  return KINDS[about].make(ground, target, level, new Chance(seed));
}

/** As it is put to a class. */
export function asQuestion(
  { prompt, answer, solution }: Made,
  prediction: Prediction,
): { readonly challenge: Question; readonly solution: Solution } {
  const { about, level } = prediction;
  return {
    challenge: { kind: 'question', prompt, answer, predicts: { about, level } },
    solution: { ...solution, from: prediction },
  };
}

/** Another question each time: none that was among the last, and first a kind that was not the last. */
export function choosePrediction(ground: Ground, { about, level, seed, asked }: Wish): Choice {
  if (ground.empty) return { kind: 'nothing', says: ground.say.nothing.empty };
  const chance = new Chance(seed);
  const recent = asked.slice(-REMEMBERED);
  const last = recent.at(-1)?.about;
  const abouts = about === null ? chance.shuffled(ABOUTS) : [about];
  const ordered = [...abouts.filter((each) => each !== last), ...abouts.filter((each) => each === last)];
  const modules = chance.shuffled(ground.modules).slice(0, MODULES);
  const tries = ground.objects.size > LARGE ? FEW : TRIES;
  for (const each of ordered) {
    const targets = chance.shuffled(KINDS[each].targets(ground, level, modules));
    for (const target of targets.slice(0, tries)) {
      const prediction: Prediction = {
        about: each,
        level,
        target,
        seed: chance.below(0xffff_ffff),
        ...(ground.language === 'en' ? {} : { language: ground.language }),
      };
      const made = target.length > 600 ? null : makePrediction(ground, prediction);
      if (made !== null && !recent.some(({ prompt }) => prompt === made.prompt)) {
        return { kind: 'made', chosen: { ...made, prediction } };
      }
    }
  }
  const { nothing, missing } = ground.say;
  const told = recent.length > 0 && about !== null ? [nothing.noOther] : [];
  const todo = about === null ? nothing.easier : missing[about];
  return { kind: 'nothing', says: [nothing.atLevel, ...told, todo].join(' ') };
}
