/** The prediction that a teacher asks for, made on the heap that a session has. */
import type { Predictor } from '../session.ts';
import { asQuestion, Ground, makePrediction } from './index.ts';

/** [PR4] On a fork of this very heap: what is graded is what happens there. */
export const predictOnHeap: Predictor = (machine, prediction, digest) => {
  if (digest !== machine.digest()) return { kind: 'moved' };
  const made = makePrediction(Ground.of(machine, prediction.language), prediction);
  return made === null ? { kind: 'none' } : { kind: 'made', ...asQuestion(made, prediction) };
};
