/** A student's prediction against the film: right or wrong as soon as the collector has decided, not before. */
import type { Serial, Standing } from '../../heap/index.ts';

export interface Prediction {
  readonly freed: ReadonlySet<Serial>;
  readonly returned: number;
}

export type Verdict = 'marked' | 'right' | 'wrong' | 'missed';

const DECIDED: Readonly<Record<Standing, 'goes' | 'stays' | null>> = {
  waiting: null,
  reachable: null,
  tentative: null,
  unreachable: null,
  survivor: 'stays',
  untracked: 'stays',
  resurrected: 'stays',
  freed: 'goes',
};

/** Null where there is nothing to say. */
export function verdictOf(prediction: Prediction, serial: Serial, standing: Standing): Verdict | null {
  const marked = prediction.freed.has(serial);
  const decided = DECIDED[standing];
  if (decided === null) return marked ? 'marked' : null;
  if (marked) return decided === 'goes' ? 'right' : 'wrong';
  return decided === 'goes' ? 'missed' : null;
}

/** How many of the class marked each object; empty where the answers are not to be seen. */
export function marksPerObject(answers: readonly ReadonlySet<Serial>[]): ReadonlyMap<Serial, number> {
  const out = new Map<Serial, number>();
  for (const answer of answers) for (const serial of answer) out.set(serial, (out.get(serial) ?? 0) + 1);
  return out;
}
