/** Which entries of a lesson one is after: everything, a person's, challenges, what went wrong. */
import type { Entry } from '../../classroom/protocol/entry.ts';

export type Which =
  | { readonly kind: 'all' }
  | { readonly kind: 'challenges' }
  | { readonly kind: 'errors' }
  | { readonly kind: 'person'; readonly id: string };

/** As a value of a select and of an address. */
export function whichText(which: Which): string {
  return which.kind === 'person' ? `person:${which.id}` : which.kind;
}

export function parseWhich(text: string): Which {
  if (text.startsWith('person:')) return { kind: 'person', id: text.slice('person:'.length) };
  return text === 'challenges' || text === 'errors' ? { kind: text } : { kind: 'all' };
}

export function chosen(entries: readonly Entry[], which: Which): readonly Entry[] {
  switch (which.kind) {
    case 'all':
      return entries;
    case 'challenges':
      return entries.filter(({ kind }) => kind === 'challenge.open' || kind === 'challenge.reveal');
    case 'errors':
      return entries.filter((entry) => entry.kind === 'run' && typeof entry.outcome?.raised === 'string');
    case 'person':
      return entries.filter(({ kind, actor }) => kind === 'run' && actor === which.id);
  }
}

/** The next one after (or before) a moment; null at the end. */
export function neighbour(entries: readonly Entry[], at: number, forward: boolean): number | null {
  const found = forward ? entries.find(({ seq }) => seq > at) : entries.findLast(({ seq }) => seq < at);
  return found?.seq ?? null;
}

export interface Mark<Kind> {
  readonly seq: number;
  readonly kind: Kind;
}

/** Marks that would lie on one another are one: a line has only so many places. */
export function thinned<Kind>(marks: readonly Mark<Kind>[], length: number, places = 240): Mark<Kind>[] {
  const seen = new Set<string>();
  return marks.filter(({ seq, kind }) => {
    const place = `${kind} ${Math.round((seq / Math.max(1, length)) * places)}`;
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}
