/** The predictions that a class had already, so that the next one is another. */
import type { AskedBefore } from '../../classroom/predict/index.ts';
import type { ChallengeState } from '../../classroom/protocol/state.ts';

export function askedBefore(challenges: readonly ChallengeState[]): AskedBefore[] {
  return challenges.flatMap(({ challenge }) =>
    challenge.kind === 'question' && challenge.predicts !== undefined
      ? [{ about: challenge.predicts.about, prompt: challenge.prompt }]
      : [],
  );
}
