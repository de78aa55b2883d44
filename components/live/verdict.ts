/** How a challenge went for one student, in one word and a few numbers. Points and marks come from classroom/. */
import type { ChallengeState, ClassState } from '../../classroom/protocol/state.ts';
import { streakOf } from '../../classroom/scoring.ts';
import { showsLeaderboard, showsStreaks } from '../../classroom/settings.ts';
import { scoreLines } from './members.ts';

/** `unanswered`: no answer was given in time, or one came later than the question. */
export type VerdictKind = 'right' | 'partly' | 'wrong' | 'ungraded' | 'unanswered';

export interface VerdictView {
  readonly kind: VerdictKind;
  /** Of this challenge alone; below 0 where being sure of what is wrong cost something. */
  readonly points: number;
  /** Of the lesson so far. */
  readonly total: number;
  /** Null where there is no leaderboard, or nobody has a point. */
  readonly rank: { readonly rank: number; readonly of: number } | null;
  /** How many in a row were right, where that is told and worth telling; else 0. */
  readonly streak: number;
}

/** A single right answer is no row yet. */
const ROW = 2;

export function verdictOf(challenge: ChallengeState, state: ClassState, member: string): VerdictView {
  const mark = challenge.marks?.find((one) => one.member === member);
  const streak = showsStreaks(state.settings) ? streakOf(state.challenges, member) : 0;
  return {
    kind: kindOf(mark),
    points: mark?.points ?? 0,
    total: state.scores.find((score) => score.member === member)?.points ?? 0,
    rank: rankOf(state, member),
    streak: streak >= ROW ? streak : 0,
  };
}

function kindOf(
  mark: { readonly correct: boolean | null; readonly points: number } | undefined,
): VerdictKind {
  if (mark === undefined) return 'unanswered';
  if (mark.correct === null) return 'ungraded';
  if (mark.correct) return 'right';
  return mark.points > 0 ? 'partly' : 'wrong';
}

function rankOf(state: ClassState, member: string): VerdictView['rank'] {
  if (!showsLeaderboard(state.settings)) return null;
  const lines = scoreLines(state);
  const mine = lines.find(({ id }) => id === member);
  return mine === undefined || lines.every(({ points }) => points === 0)
    ? null
    : { rank: mine.rank, of: lines.length };
}
