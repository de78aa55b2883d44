/** The start page's heap: a real machine, run once, one view per statement. */
import { type HeapView, Machine } from '../../heap/index.ts';
import type { Words } from '../language/words.ts';

interface Beat {
  readonly source: string;
  /** The sentence about it, in the dictionaries. */
  readonly says: keyof Words['home']['story'];
}

/** Two lists that hold each other: what reference counting cannot free, and what the collector is for. */
const BEATS: readonly Beat[] = [
  { source: 'a = []', says: 'first' },
  { source: 'b = []', says: 'second' },
  { source: 'a.append(b)', says: 'holds' },
  { source: 'b.append(a)', says: 'cycle' },
  { source: 'del a', says: 'gone' },
  { source: 'del b', says: 'leaked' },
  { source: 'gc.collect()', says: 'collected' },
];

export interface Scene extends Beat {
  readonly output: string;
  readonly heap: HeapView;
}

export function playStory(): readonly Scene[] {
  const machine = new Machine({ preimported: ['gc'] });
  return BEATS.map((beat) => {
    const { output } = machine.run('__main__', beat.source);
    return { ...beat, output: output.trimEnd(), heap: machine.inspect() };
  });
}
