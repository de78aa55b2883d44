/** Points. The exact rules are [SC1] to [SC3] in SPEC.md. */

import type { Answer, Mark, Truth } from './protocol/shapes.ts';
import type { ChallengeState, Score } from './protocol/state.ts';

export const FULL_POINTS = 1000;
const HALF = FULL_POINTS / 2;

type RoundAnswer = Extract<Answer, { kind: 'round' }>;
type RoundTruth = Extract<Truth, { kind: 'round' }>;

/** [SC2] Half for the returned number, half for the freed objects: hits less wrong marks, over what there was. */
function markRound(answer: RoundAnswer, truth: RoundTruth): Omit<Mark, 'member'> {
  const freed = new Set(truth.freed);
  const marked = new Set(answer.freed);
  const hits = [...marked].filter((serial) => freed.has(serial)).length;
  const wrong = marked.size - hits;
  const missed = freed.size - hits;
  const share = freed.size === 0 ? (marked.size === 0 ? 1 : 0) : Math.max(0, (hits - wrong) / freed.size);
  const returned = answer.returned === truth.returned;
  const reasons = [
    returned
      ? `gc.collect returned ${truth.returned}, as predicted.`
      : `gc.collect returned ${truth.returned}; the prediction was ${answer.returned}.`,
    freed.size === 0
      ? marked.size === 0
        ? 'Nothing was unreachable, and nothing was marked.'
        : `Nothing was unreachable, but ${count(marked.size, 'object')} had been marked: something still refers to them.`
      : `${hits} of ${count(freed.size, 'freed object')} marked${missed > 0 ? `, ${missed} missed` : ''}${
          wrong > 0 ? `, ${wrong} marked that stayed alive` : ''
        }.`,
  ];
  return {
    points: (returned ? HALF : 0) + Math.round(HALF * share),
    correct: returned && share === 1,
    answer,
    reasons,
  };
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

function markOne(answer: Answer, truth: Truth): Omit<Mark, 'member'> {
  if (answer.kind === 'round' && truth.kind === 'round') return markRound(answer, truth);
  if (answer.kind === 'question' && truth.kind === 'question') {
    const correct = answer.choice === truth.correct;
    return { points: correct ? FULL_POINTS : 0, correct, answer, reasons: [truth.explanation] };
  }
  throw new Error('an answer of another kind than its challenge');
}

/** Marks of all answers, in order of the answers. Needs the answers unredacted. */
export function markAll(challenge: ChallengeState, truth: Truth): Mark[] {
  return challenge.answers.map(({ member, answer }) => {
    if (answer === undefined) throw new Error('marking needs the answers themselves');
    return { member, ...markOne(answer, truth) };
  });
}

export function addMarks(scores: readonly Score[], marks: readonly Mark[]): Score[] {
  const byMember = new Map(marks.map((mark) => [mark.member, mark]));
  return scores.map((score) => {
    const mark = byMember.get(score.member);
    if (mark === undefined) return score;
    return {
      ...score,
      points: score.points + mark.points,
      correct: score.correct + (mark.correct ? 1 : 0),
      answered: score.answered + 1,
    };
  });
}

/** Students only, best first; equal points share a rank (1, 2, 2, 4). */
export function ranking(scores: readonly Score[]): { readonly rank: number; readonly score: Score }[] {
  const sorted = [...scores].sort((a, b) => b.points - a.points || b.correct - a.correct);
  return sorted.map((score) => ({
    rank: 1 + sorted.findIndex((other) => other.points === score.points && other.correct === score.correct),
    score,
  }));
}
