import { numbers } from './numbers.ts';

const { whole, bytes, count } = numbers;

interface Collection {
  readonly generation: number;
  readonly automatic: boolean;
  readonly collected: number;
}

interface Figures {
  readonly objects: number;
  readonly bytesUsed: number;
  readonly bytesFromSystem: number;
}

function objects(n: number): string {
  return count(n, 'object', 'objects');
}

function collection({ generation, automatic, collected }: Collection): string {
  return `generation ${generation} collected${automatic ? ' automatically' : ''}, ${whole(collected)} found`;
}

/** The heap over time, and what one statement did. */
export const time = {
  nothing: 'Nothing to compare yet',
  nothingText: 'After each statement stands here how many objects there are and how many bytes they take.',
  sinceHere: 'You came after the last statement. What was before is in the log.',
  form: 'Form of the history',
  chart: 'Chart',
  table: 'Table',
  reading: 'Reading the log…',
  fromBeginning: 'From the beginning',
  statement: 'The statement',
  inTranscript: 'In the transcript',
  objects: 'Objects',
  liveObjects: 'Live objects',
  used: 'Bytes in use',
  system: 'Bytes from the system',
  fromSystem: 'From the system',
  arenas: 'Arenas',
  collections: 'Collections',
  generations: 'generation 0 · 1 · 2',
  slider: 'Statement',
  newest: (n: number) => `The newest ${count(n, 'statement', 'statements')}, newest first`,
  by: 'By',
  inUse: 'In use',
  collection,
  /** The same as a sentence of its own. */
  collectionSentence: (it: Collection) => `${collection(it).replace(/^g/, 'G')}.`,
  /** Everything about a moment in one sentence, for screen readers. */
  moment: (statement: string, figures: Figures, collections: readonly Collection[]) =>
    [
      statement,
      objects(figures.objects),
      `${bytes(figures.bytesUsed)} in use`,
      `${bytes(figures.bytesFromSystem)} from the system`,
      ...collections.map(collection),
    ].join('; '),
  /** What a statement did; `gone`: how many of what it made and changed are gone by now. */
  effect(made: number, changed: number, freed: number, gone: number): string {
    const [first, second, third] = [
      ...(made > 0 ? [`made ${objects(made)}`] : []),
      ...(changed > 0 ? [`changed ${objects(changed)}`] : []),
      ...(freed > 0 ? [`freed ${objects(freed)}`] : []),
    ];
    if (first === undefined) return 'It changed no object.';
    const rest =
      third === undefined ? (second === undefined ? '' : ` and ${second}`) : `, ${second} and ${third}`;
    const later = gone === 0 ? '' : ` Of these, ${gone} ${gone === 1 ? 'is' : 'are'} gone by now.`;
    return `It ${first}${rest}.${later}`;
  },
  noEntry: 'The log has no such entry any more.',
  /** Why something of the past is not told. */
  notTold: {
    otherHeap: (entry: number) =>
      `Run again here, entry ${entry} leads to another heap than the one that is stored. Reload the page; if that does not help, another version of Heaproom ran this lesson, and its past cannot be shown.`,
    fault: 'The log could not be run again here. Reload the page and try once more.',
  },
  /** What stands in place of a statement where somebody was removed. */
  removed: (nickname: string) => `${nickname} is removed`,
};
