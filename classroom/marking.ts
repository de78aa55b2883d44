/** From answers and the truth to marks. The exact rules are [SC1] to [SC7] in SPEC.md. */
import type { Answer, Confidence, Form, Key, Mark, Rules, Summary, Truth } from './protocol/challenge.ts';
import type { Reason } from './protocol/reason.ts';
import type { ChallengeState, Given } from './protocol/state.ts';
import { markedOf } from './review/marked.ts';
import { spreadOf } from './review/spread.ts';
import type { TaskResult } from './tasks.ts';
import { isWithin } from './tolerance.ts';

export const FULL_POINTS = 1000;

/** How right an answer is: 0 … 1, or null where that is not asked; and why, part by part. */
export interface Graded {
  readonly share: number | null;
  readonly reasons: readonly Reason[];
}

type RoundAnswer = Extract<Answer, { kind: 'round' }>;
type RoundTruth = Extract<Truth, { kind: 'round' }>;

/** [SC2] Hits less wrong marks, over what there was. */
function overlap(marked: readonly number[], truth: readonly number[]) {
  const right = new Set(truth);
  const given = new Set(marked);
  const hits = [...given].filter((one) => right.has(one)).length;
  const wrong = given.size - hits;
  const missed = right.size - hits;
  const share = right.size === 0 ? (given.size === 0 ? 1 : 0) : Math.max(0, (hits - wrong) / right.size);
  return { hits, wrong, missed, share, of: right.size, given: given.size };
}

function gradeRound(answer: RoundAnswer, truth: RoundTruth, generation: 0 | 1 | 2): Graded {
  const returned = answer.returned === truth.returned;
  const freed = overlap(answer.freed, truth.freed);
  const reasons: Reason[] = [
    { kind: 'returned', value: truth.returned, predicted: answer.returned },
    freed.of === 0
      ? { kind: 'noneFreed', marked: freed.given }
      : { kind: 'freed', hits: freed.hits, all: freed.of, missed: freed.missed, wrong: freed.wrong },
  ];
  if (generation === 2) return { share: (Number(returned) + freed.share) / 2, reasons };
  const moved = overlap(answer.moved, truth.moved);
  reasons.push(
    moved.of === 0
      ? { kind: 'noneMoved' }
      : { kind: 'moved', hits: moved.hits, all: moved.of, missed: moved.missed, wrong: moved.wrong },
  );
  return { share: 0.4 * Number(returned) + 0.3 * freed.share + 0.3 * moved.share, reasons };
}

/** [SC3] Pairs of items that stand in the right order, beyond what a reversed order would have. */
function orderShare(order: readonly number[], correct: readonly number[]): number {
  const place = new Map(correct.map((item, at) => [item, at]));
  let right = 0;
  let all = 0;
  for (const [at, item] of order.entries()) {
    for (const later of order.slice(at + 1)) {
      all++;
      if ((place.get(item) ?? 0) < (place.get(later) ?? 0)) right++;
    }
  }
  return all === 0 ? 1 : Math.max(0, (2 * right) / all - 1);
}

function gradeKey(answer: Answer, key: Key): number | null {
  if (answer.kind === 'one' && key.form === 'one') return Number(answer.choice === key.correct);
  if (answer.kind === 'several' && key.form === 'several') return overlap(answer.choices, key.correct).share;
  if (answer.kind === 'number' && key.form === 'number') return Number(isWithin(answer.value, key));
  if (answer.kind === 'order' && key.form === 'order') return orderShare(answer.order, key.correct);
  if (answer.kind === 'object' && key.form === 'object') return Number(key.correct.includes(answer.serial));
  if (answer.kind === 'text' && key.form === 'text') return null;
  throw new Error('an answer of another form than its key');
}

export function grade(answer: Answer, truth: Truth, generation: 0 | 1 | 2, task: TaskResult | null): Graded {
  if (answer.kind === 'round' && truth.kind === 'round') return gradeRound(answer, truth, generation);
  if (truth.kind === 'question') {
    const { key, explanation } = truth.solution;
    return { share: gradeKey(answer, key), reasons: explanation === '' ? [] : [explanation] };
  }
  if (answer.kind === 'task' && truth.kind === 'task' && task !== null) return task;
  throw new Error('an answer of another kind than its challenge');
}

const SURE: Record<Confidence, number> = { 1: 0.5, 2: 0.75, 3: 1 };
const LOST: Record<Confidence, number> = { 1: 0, 2: 250, 3: 500 };

/** [SC5], [SC6] Points for a share of the truth, by how sure and how quick the answer was. */
function pointsOf(share: number, confidence: Confidence | undefined, rules: Rules, used: number): number {
  const sure = rules.confidence ? (confidence ?? 1) : null;
  if (share <= 0) return sure === null ? 0 : -LOST[sure];
  const quick =
    rules.speed && rules.seconds !== null ? 1 - Math.min(1, Math.max(0, used / rules.seconds)) / 2 : 1;
  return Math.round(FULL_POINTS * share * (sure === null ? 1 : SURE[sure]) * quick);
}

/** Marks of all answers, in order of the answers. Needs the answers unredacted; `tasks` by member, for a task. */
export function markAll(
  challenge: ChallengeState,
  truth: Truth,
  tasks: ReadonlyMap<string, TaskResult> = new Map(),
): Mark[] {
  const { rules, openedAt, challenge: body } = challenge;
  const generation = body.kind === 'round' ? body.generation : 2;
  return challenge.answers.map(({ member, at, answer, first }: Given) => {
    if (answer === undefined) throw new Error('marking needs the answers themselves');
    const { share, reasons } = grade(answer, truth, generation, tasks.get(member) ?? null);
    const confidence = 'confidence' in answer ? answer.confidence : undefined;
    return {
      member,
      points: share === null ? 0 : pointsOf(share, confidence, rules, (at - openedAt) / 1000),
      correct: share === null ? null : share === 1,
      answer,
      ...(first === undefined ? {} : { first }),
      reasons: [...reasons],
    };
  });
}

/** [SE2] What everybody may be told of the class as a whole. Needs the answers unredacted. */
export function summarise(challenge: ChallengeState, truth: Truth, marks: readonly Mark[]): Summary {
  const { challenge: body, vote, answers } = challenge;
  const generation = body.kind === 'round' ? body.generation : 2;
  const graded = marks.filter(({ correct }) => correct !== null);
  const firsts = answers.flatMap(({ first }) => (first === undefined ? [] : [first]));
  // What a fork of the first vote came to would have to be run again; a task has one vote.
  const twice = vote === 2 && body.kind !== 'task' && graded.length > 0;
  const form = body.kind === 'question' ? body.answer : null;
  const given = answers.flatMap(({ answer, first }) => (answer === undefined ? [] : [{ answer, first }]));
  return {
    answered: marks.length,
    right: graded.length === 0 ? null : graded.filter(({ correct }) => correct === true).length,
    rightFirst: twice
      ? firsts.filter((first) => grade(first, truth, generation, null).share === 1).length
      : null,
    chosen: chosenOptions(
      form,
      given.map(({ answer }) => answer),
    ),
    chosenFirst: vote === 2 ? chosenOptions(form, firsts) : null,
    spread: spreadOf(given, truth, vote === 2),
    marked: markedOf(body, given, truth, vote === 2),
  };
}

/** How often each option of a question was chosen; null where it has none. */
export function chosenOptions(form: Form | null, answers: readonly Answer[]): number[] | null {
  if (form?.form !== 'one' && form?.form !== 'several') return null;
  const counts = form.options.map(() => 0);
  for (const answer of answers) {
    const chosen = answer.kind === 'one' ? [answer.choice] : answer.kind === 'several' ? answer.choices : [];
    for (const option of chosen) counts[option] = (counts[option] ?? 0) + 1;
  }
  return counts;
}
