import { type Arrow, CARD, type Card } from './picture.ts';

/**
 * Where cards stand. The one rule: what has a place keeps it. Newcomers stand right of whoever refers to them, at
 * the height of the line the arrow leaves from, on the nearest free spot; names stand at the left of a strip, and a
 * class of many strips grows as wide as it grows tall.
 */
export interface Place {
  /** Top left corner. */
  readonly x: number;
  readonly y: number;
}

export type Places = ReadonlyMap<string, Place>;

const COLUMN = CARD.width + 88;
const GAP = 22;
const STEP = 12;
const STRIP_COLUMNS = 4;
const STRIP = COLUMN * STRIP_COLUMNS;
/** A strip grows to this height times the number of strips before the next one is opened. */
const STRIP_HEIGHT = 760;
/** What one column away from the ideal one costs, in pixels of height. */
const SIDEWAYS = 270;
const BACKWARDS = 130;
/** Space kept under cards that tend to grow. */
const GROWTH = 2 * CARD.row;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The taken boxes, in rows of buckets, so that asking is cheap among thousands. */
class Ground {
  private readonly buckets = new Map<string, Box[]>();
  bottom = 0;

  add(box: Box): void {
    this.bottom = Math.max(this.bottom, box.y + box.height);
    for (const key of this.keys(box)) {
      const bucket = this.buckets.get(key);
      if (bucket === undefined) this.buckets.set(key, [box]);
      else bucket.push(box);
    }
  }

  free(box: Box): boolean {
    for (const key of this.keys(box)) {
      for (const other of this.buckets.get(key) ?? []) {
        if (
          box.x < other.x + other.width + GAP &&
          other.x < box.x + box.width + GAP &&
          box.y < other.y + other.height + GAP &&
          other.y < box.y + box.height + GAP
        ) {
          return false;
        }
      }
    }
    return true;
  }

  private keys(box: Box): string[] {
    const keys: string[] = [];
    for (let x = Math.floor((box.x - GAP) / 256); x <= Math.floor((box.x + box.width + GAP) / 256); x++) {
      for (let y = Math.floor((box.y - GAP) / 256); y <= Math.floor((box.y + box.height + GAP) / 256); y++) {
        keys.push(`${x},${y}`);
      }
    }
    return keys;
  }
}

function grows(card: Card): boolean {
  return card.kind === 'namespace' || (card.kind === 'object' && card.object.capacity !== null);
}

function box(card: Card, place: Place): Box {
  return { ...place, width: card.width, height: card.height + (grows(card) ? GROWTH : 0) };
}

/** Distance from the top of a card to the line that an arrow leaves from. */
export function rowOffset(card: Card, row: number): number {
  if (row < 0) return CARD.head / 2;
  const above = CARD.head + (card.kind === 'namespace' ? 0 : CARD.value);
  return above + (row + 0.5) * CARD.row;
}

/** Height at the target's side where arrows arrive. */
export const ARRIVAL = CARD.head / 2;

/** Places for all cards; those in `before` stand where they stood. `gone` are still seen and not stood upon. */
export function place(
  cards: readonly Card[],
  arrows: readonly Arrow[],
  before: Places,
  gone: readonly { readonly card: Card; readonly place: Place }[] = [],
): Places {
  const byId = new Map<string, Card>();
  for (const card of cards) byId.set(card.id, card);
  const places = new Map<string, Place>();
  const ground = new Ground();
  for (const ghost of gone) ground.add(box(ghost.card, ghost.place));
  for (const card of cards) {
    const old = before.get(card.id);
    if (old === undefined) continue;
    places.set(card.id, old);
    ground.add(box(card, old));
  }
  const leaving = new Map<string, Arrow[]>();
  for (const arrow of arrows) {
    const list = leaving.get(arrow.from);
    if (list === undefined) leaving.set(arrow.from, [arrow]);
    else list.push(arrow);
  }

  /** Places everything that hangs on a placed card, nearest first. */
  const follow = (start: readonly string[]): void => {
    const queue = [...start];
    for (let at = 0; at < queue.length; at++) {
      const from = queue[at];
      if (from === undefined) continue;
      const holder = byId.get(from);
      const stand = places.get(from);
      if (holder === undefined || stand === undefined) continue;
      for (const arrow of leaving.get(from) ?? []) {
        const card = byId.get(arrow.to);
        if (card === undefined || places.has(arrow.to)) continue;
        const wish = { x: stand.x + COLUMN, y: stand.y + rowOffset(holder, arrow.row) - ARRIVAL };
        settle(card, wish);
        queue.push(arrow.to);
      }
    }
  };

  const settle = (card: Card, wish: Place): void => {
    const found = nearest(card, wish, ground);
    places.set(card.id, found);
    ground.add(box(card, found));
  };

  follow([...places.keys()]);
  for (const card of cards) {
    if (card.kind !== 'namespace' || places.has(card.id)) continue;
    const found = nextInStrips(card, places, byId, ground);
    places.set(card.id, found);
    ground.add(box(card, found));
    follow([card.id]);
  }
  // What nobody placed refers to: leaked rings that were there before we came.
  for (const card of cards) {
    if (places.has(card.id)) continue;
    settle(card, { x: COLUMN, y: ground.bottom === 0 ? 0 : ground.bottom + GAP });
    follow([card.id]);
  }
  return places;
}

/** The free spot that costs least: height away from the wish, plus columns away, plus going back. */
function nearest(card: Card, wish: Place, ground: Ground): Place {
  const strip = Math.max(0, Math.floor((wish.x - 1) / STRIP));
  const wished = Math.round((wish.x - strip * STRIP) / COLUMN);
  let best: Place | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let column = 1; column < STRIP_COLUMNS; column++) {
    const x = strip * STRIP + column * COLUMN;
    const base = Math.abs(column - wished) * SIDEWAYS + (column < wished ? BACKWARDS : 0);
    for (let away = 0; base + away < bestCost && away < 20_000; away += STEP) {
      // Down first: a heap is read from the top.
      const down = { x, y: Math.max(0, wish.y) + away };
      if (ground.free(box(card, down))) {
        best = down;
        bestCost = base + away;
        break;
      }
      const up = { x, y: wish.y - away };
      if (up.y >= 0 && ground.free(box(card, up))) {
        best = up;
        bestCost = base + away;
        break;
      }
    }
  }
  return best ?? { x: strip * STRIP + COLUMN, y: ground.bottom + GAP };
}

function nextInStrips(card: Card, places: Places, byId: ReadonlyMap<string, Card>, ground: Ground): Place {
  const bottoms: number[] = [0];
  for (const [id, stand] of places) {
    const other = byId.get(id);
    if (other === undefined) continue;
    const strip = Math.max(0, Math.floor(stand.x / STRIP));
    while (bottoms.length <= strip) bottoms.push(0);
    bottoms[strip] = Math.max(bottoms[strip] ?? 0, stand.y + box(other, stand).height + GAP);
  }
  let lowest = 0;
  for (let strip = 1; strip < bottoms.length; strip++) {
    if ((bottoms[strip] ?? 0) < (bottoms[lowest] ?? 0)) lowest = strip;
  }
  const y = bottoms[lowest] ?? 0;
  if (y > 0 && y + card.height > STRIP_HEIGHT * bottoms.length) return { x: bottoms.length * STRIP, y: 0 };
  // The bottom of the strip counts its objects too, but the column of names may have room higher up.
  for (let at = 0; at < y; at += STEP) {
    const stand = { x: lowest * STRIP, y: at };
    if (ground.free(box(card, stand))) return stand;
  }
  return { x: lowest * STRIP, y };
}
