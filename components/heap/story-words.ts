import type { CountChange, CountLine } from '../../heap/index.ts';
import type { Words } from '../language/words.ts';
import { shortened } from './words.ts';

type Story = Words['inspector']['count'];

function holderWords({ label, holder }: CountChange, words: Story): string {
  if (holder === null) return label;
  const what = `${holder.type} ${shortened(holder.repr, 32)}`;
  return label === '' ? what : words.inside(label, what);
}

/** Why one reference came or went. */
export function changeWords(change: CountChange, words: Story): string {
  return words.causes[change.cause](holderWords(change, words));
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
