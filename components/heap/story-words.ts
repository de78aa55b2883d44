import { type LabelPhrases, labelWords } from '../../classroom/labelPhrases.ts';
import type { CountChange, CountLine } from '../../heap/index.ts';
import type { Words } from '../language/words.ts';
import { shortened } from './words.ts';

type Story = Words['inspector']['count'];

function holderWords({ label, holder }: CountChange, words: Story, labels: LabelPhrases): string {
  const through = labelWords(label, labels);
  if (holder === null) return through;
  const what = `${holder.type} ${shortened(holder.repr, 32)}`;
  return through === '' ? what : words.inside(through, what);
}

/** Why one reference came or went. */
export function changeWords(
  change: CountChange,
  { count: words, labels }: Pick<Words['inspector'], 'count' | 'labels'>,
): string {
  return words.causes[change.cause](holderWords(change, words, labels));
}

export function signed(by: number, numbers: Words['numbers']): string {
  return by > 0 ? `+${numbers.whole(by)}` : `−${numbers.whole(-by)}`;
}

/** What a statement did to the count besides what stands in its changes. */
export function lineNotes(line: CountLine, words: Story): string[] {
  const notes: string[] = [];
  if (line.more > 0) notes.push(words.more(line.more));
  if (line.changes.length === 0 && line.asArgument > 0) notes.push(words.asArgument(line.peak));
  else if (line.changes.length === 0 && line.onStack > 0) notes.push(words.onStack(line.peak));
  if (line.died === 'counted') notes.push(words.counted);
  if (line.died === 'collected') notes.push(words.collected);
  return notes;
}
