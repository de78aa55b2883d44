import type { HeapView, ObjectView, Serial } from '../../heap/index.ts';
import { CARD } from './card-size.ts';
import type { PileCard } from './picture.ts';

/**
 * Objects of one kind, heaped together where there are too many for a card each. What a name points to directly keeps
 * its card as long as those alone fit. Members are taken off a pile by the portion, never all at once: the number of
 * cards stays bounded whatever the heap holds.
 */
export type PilesWanted = 'auto' | 'type' | 'owner' | 'none';

/** Taken off a pile with one press. */
export const PORTION = 40;
/** Above this many cards there are piles even where nobody wants them. */
export const MOST_CARDS = 1200;
const SMALLEST = 3;

export interface Piles {
  readonly cards: readonly PileCard[];
  /** The pile an object lies on. */
  readonly of: ReadonlyMap<Serial, PileCard>;
}

export const NO_PILES: Piles = { cards: [], of: new Map() };

interface Options {
  readonly piles: PilesWanted;
  readonly limit: number;
  readonly opened: ReadonlyMap<string, number>;
}

interface Group {
  readonly key: string;
  readonly members: ObjectView[];
}

export function pileUp(view: HeapView, shown: ReadonlySet<Serial>, options: Options): Piles {
  if (options.piles === 'none' && shown.size <= MOST_CARDS) return NO_PILES;
  const byOwner = options.piles === 'owner';
  const named = new Set<Serial>();
  if (options.piles === 'auto' || options.piles === 'none') {
    for (const namespace of view.namespaces) for (const name of namespace.names) named.add(name.target);
    if (named.size > options.limit) named.clear();
  }
  const of = new Map<Serial, PileCard>();
  const cards: PileCard[] = [];
  for (const { key, members } of groups(view, shown, named, byOwner)) {
    const id = `p:${key}`;
    const off = Math.min(options.opened.get(id) ?? 0, MOST_CARDS);
    const left = members.slice(off);
    const first = left[0];
    if (first === undefined || left.length < SMALLEST) continue;
    const pile: PileCard = {
      kind: 'pile',
      id,
      type: byOwner ? null : first.type,
      owner: first.owner,
      leaked: !first.reachable,
      members: left.map((member) => member.serial),
      bytes: left.reduce((sum, member) => sum + member.size, 0),
      rows: [],
      more: 0,
      width: CARD.width,
      height: CARD.head + CARD.value + CARD.foot,
    };
    cards.push(pile);
    for (const member of left) of.set(member.serial, pile);
  }
  return { cards, of };
}

/** By type (or not), owner and whether leaked, in the order of their first members. */
function groups(
  view: HeapView,
  shown: ReadonlySet<Serial>,
  named: ReadonlySet<Serial>,
  byOwner: boolean,
): Iterable<Group> {
  const found = new Map<string, Group>();
  // Nested maps find the group of an object without building its key: this runs for every object of the heap.
  const index = new Map<string, Map<string | null, { live?: Group; leaked?: Group }>>();
  for (const object of view.objects) {
    const { serial, owner, reachable } = object;
    if (!shown.has(serial) || named.has(serial) || object.type === 'module') continue;
    const type = byOwner ? '' : object.type;
    let owners = index.get(type);
    if (owners === undefined) {
      owners = new Map();
      index.set(type, owners);
    }
    let pair = owners.get(owner);
    if (pair === undefined) {
      pair = {};
      owners.set(owner, pair);
    }
    let group = reachable ? pair.live : pair.leaked;
    if (group === undefined) {
      const key = [type, owner ?? '', reachable ? '' : 'leaked'].join('|');
      group = { key, members: [] };
      if (reachable) pair.live = group;
      else pair.leaked = group;
      found.set(key, group);
    }
    group.members.push(object);
  }
  return found.values();
}
