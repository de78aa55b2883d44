/** A question that is made from the heap as it stands: what it is about, how hard, and what it was made from. */
import * as z from 'zod/mini';
import { LANGUAGES } from '../languages.ts';

export const ABOUTS = [
  'refcount',
  'holders',
  'size',
  'identity',
  'counts',
  'generation',
  'block',
  'dies',
  'frees',
  'collect',
] as const;
export type About = (typeof ABOUTS)[number];

export const LEVELS = [1, 2, 3] as const;
export type Level = (typeof LEVELS)[number];
const level = z.union([z.literal(1), z.literal(2), z.literal(3)]);

/** What everybody may know of a prediction. */
export const predictedShape = z.strictObject({ about: z.enum(ABOUTS), level });

/** With a heap it determines the question and its key. */
export const predictionShape = z.strictObject({
  ...predictedShape.shape,
  /** What of the heap is asked about; each kind reads it in its own way. */
  target: z.string().check(z.minLength(1), z.maxLength(600)),
  seed: z.int().check(z.minimum(0), z.maximum(0xffff_ffff)),
  /** Of question and explanation; English where it is left out. */
  language: z.optional(z.enum(LANGUAGES)),
});
export type Prediction = z.infer<typeof predictionShape>;
