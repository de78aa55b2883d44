import type { CountChange, CountLine } from '../../heap/index.ts';
import { grouped, shortened } from './words.ts';

function holderWords({ label, holder }: CountChange): string {
  if (holder === null) return label;
  const what = `${holder.type} ${shortened(holder.repr, 32)}`;
  return label === '' ? what : `${label} of ${what}`;
}

/** Why one reference came or went. */
export function changeWords(change: CountChange): string {
  const where = holderWords(change);
  switch (change.cause) {
    case 'nameBound':
      return `${where} bound`;
    case 'nameUnbound':
      return `${where} no longer bound`;
    case 'slotFilled':
      return `put into ${where}`;
    case 'slotEmptied':
      return `taken out of ${where}`;
    case 'localBound':
      return `local ${where} bound`;
    case 'localGone':
      return `local ${where} gone`;
    case 'argument':
      return `passed as argument ${where}`;
    case 'holderDied':
      return `${where}, which died`;
    case 'collector':
      return `${where}, which the collector took apart`;
  }
}

export function signed(by: number): string {
  return by > 0 ? `+${grouped(by)}` : `−${grouped(-by)}`;
}

/** What a statement did to the count besides what stands in its changes. */
export function lineNotes(line: CountLine): string[] {
  const notes: string[] = [];
  if (line.more > 0) notes.push(`and ${grouped(line.more)} more changes`);
  if (line.changes.length === 0 && line.asArgument > 0)
    notes.push(`up to ${grouped(line.peak)} while it was an argument of a call`);
  else if (line.changes.length === 0 && line.onStack > 0)
    notes.push(`up to ${grouped(line.peak)} while it was on the operand stack`);
  if (line.died === 'counted') notes.push('the count reached zero: freed at once');
  if (line.died === 'collected') notes.push('freed by the collector');
  return notes;
}
