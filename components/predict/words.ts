/** Kinds and levels of predictions as people choose them. */
import { ABOUTS, type About, LEVELS, type Level } from '../../classroom/protocol/prediction.ts';
import type { Words } from '../language/words.ts';

export const SURPRISE = 'surprise';

interface Option {
  readonly value: string;
  readonly label: string;
}

export function kindOptions(words: Words['predict']): readonly Option[] {
  return [
    { value: SURPRISE, label: words.surprise },
    ...ABOUTS.map((about) => ({ value: about, label: words.kinds[about] })),
  ];
}

export function aboutOf(value: string): About | null {
  return ABOUTS.find((about) => about === value) ?? null;
}

export function levelOptions(words: Words['predict']): readonly Option[] {
  return LEVELS.map((level) => ({ value: String(level), label: words.levels[level] }));
}

export function levelOf(value: string): Level {
  return LEVELS.find((level) => String(level) === value) ?? 1;
}
