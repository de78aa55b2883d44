import type { About } from '../../../classroom/protocol/prediction.ts';

const kinds: Readonly<Record<About, string>> = {
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

/** Predictions made from the heap: what they are about, and how hard. */
export const predict = {
  kinds,
  surprise: 'Surprise me',
  about: 'About',
  level: 'Level',
  levels: { 1: 'Easy', 2: 'Medium', 3: 'Hard' },
  /** Behind the option that is right. */
  right: '(right)',
};
