/** The beliefs that wrong answers to a revealed question come from, where its author named them. */
import type { ChallengeState } from '../../classroom/protocol/state.ts';
import { beliefsOf } from '../../classroom/review/answerText.ts';
import { answerOf } from './round.ts';

export interface ClassBelief {
  readonly belief: string;
  /** How many chose the option. */
  readonly count: number;
}

/** Behind the wrong option that most of the class chose; null before the reveal and where no belief is named for it. */
export function beliefOfClass({ truth, summary }: ChallengeState): ClassBelief | null {
  if (truth?.kind !== 'question' || summary?.chosen == null) return null;
  const { key, beliefs = [] } = truth.solution;
  const right = key.form === 'one' ? [key.correct] : key.form === 'several' ? key.correct : [];
  const wrong = summary.chosen
    .map((count, option) => ({ count, option }))
    .filter(({ count, option }) => count > 0 && !right.includes(option))
    .sort((a, b) => b.count - a.count);
  const most = wrong[0];
  const belief = most === undefined ? '' : (beliefs[most.option] ?? '');
  return most === undefined || belief === '' ? null : { belief, count: most.count };
}

/** Behind a member's own answer; empty before the reveal. */
export function ownBeliefs(challenge: ChallengeState, member: string | null): readonly string[] {
  const answer = answerOf(challenge, member);
  return answer === null || challenge.truth === undefined ? [] : beliefsOf(answer, challenge.truth);
}
