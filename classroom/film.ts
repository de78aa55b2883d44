/** A collection of the past, filmed by running the log again on a copy: nothing of it is stored. */
import { type CollectionFilm, filmCollections } from '../heap/index.ts';
import type { Entry } from './protocol/entry.ts';
import type { Past, Session } from './session.ts';

/**
 * Moves `copy` on to entry `seq` and films the collection with this index (0 first) that ran in it; null where there
 * is none. `entries` must hold those after the copy's own up to `seq`.
 * `past` is asked where the log goes back.
 * @throws SequenceError, DigestError as Session.apply
 */
export function filmEntry(
  copy: Session,
  entries: readonly Entry[],
  seq: number,
  collection: number,
  past?: Past,
): CollectionFilm | null {
  const next = entries.filter((entry) => entry.seq > copy.state.seq && entry.seq <= seq);
  for (const entry of next) {
    if (entry.seq < seq) {
      copy.apply(entry, undefined, past);
      continue;
    }
    const { watch, collections } = filmCollections(copy.machine, (index) => index === collection);
    copy.apply(entry, watch);
    return collections[0] ?? null;
  }
  return null;
}
