/** Kinds and levels of predictions as people choose them. */
import { ABOUTS, type About, LEVELS, type Level } from '../../classroom/protocol/prediction.ts';

const KINDS: Readonly<Record<About, string>> = {
  refcount: 'What sys.getrefcount returns',
  holders: 'How many references hold an object',
  size: 'What sys.getsizeof returns',
  identity: 'Whether it is the same object',
  counts: 'What gc.get_count() returns',
  generation: 'Where an object stands after a collection',
  block: 'Which address the next object gets',
  dies: 'What dies if a name goes',
  frees: 'Which del frees all of this',
  collect: 'What gc.collect returns',
};

export const SURPRISE = 'surprise';

export const KIND_OPTIONS: readonly { readonly value: string; readonly label: string }[] = [
  { value: SURPRISE, label: 'Surprise me' },
  ...ABOUTS.map((about) => ({ value: about, label: KINDS[about] })),
];

export function aboutOf(value: string): About | null {
  return ABOUTS.find((about) => about === value) ?? null;
}

export function kindWords(about: About): string {
  return KINDS[about];
}

export const LEVEL_OPTIONS = [
  { value: '1', label: 'Easy' },
  { value: '2', label: 'Medium' },
  { value: '3', label: 'Hard' },
] as const;

export function levelOf(value: string): Level {
  return LEVELS.find((level) => String(level) === value) ?? 1;
}
