/** The start page's heap: a real machine, run once, one view per statement. */
import { type HeapView, Machine } from '../../heap/index.ts';

interface Beat {
  readonly source: string;
  readonly says: string;
}

/** Two lists that hold each other: what reference counting cannot free, and what the collector is for. */
const BEATS: readonly Beat[] = [
  { source: 'a = []', says: 'A list is made, and the name a refers to it.' },
  { source: 'b = []', says: 'A second one, with a name of its own.' },
  { source: 'a.append(b)', says: 'The first holds the second: b’s list now counts two references.' },
  { source: 'b.append(a)', says: 'And the other way round: a cycle.' },
  { source: 'del a', says: 'The name goes. The list stays, because the other one still refers to it.' },
  { source: 'del b', says: 'Nobody can reach them now, yet neither count is zero: they are leaked.' },
  { source: 'gc.collect()', says: 'The collector finds both and frees them.' },
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
