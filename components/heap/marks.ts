import type { Tone } from '../design/badge.tsx';

/** A word put on an object's card from outside: a prediction, a step of a collection, an answer. */
export interface Mark {
  readonly text: string;
  readonly tone: Tone;
}
