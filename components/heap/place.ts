import { CARD } from './card-size.ts';
import { Ground } from './ground.ts';
import type { Arrow, Card } from './picture.ts';

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

/** What a screen has room for: a phone takes two columns, a wall as many as stay legible. */
export interface Shape {
  /** Columns of a strip, the names included. */
  readonly columns: number;
  /** A strip grows to this height times the number of strips before the next one is opened. */
  readonly height: number;
}

export const DEFAULT_SHAPE: Shape = { columns: 4, height: 760 };

export const COLUMN = CARD.width + 72;
/** Space between two cards. */
const GAP = 22;
/** Space that a card which grows leaves above the one below it. */
const TIGHT = 8;
/** What one column away from the ideal one costs, in pixels of height. */
const SIDEWAYS = 270;
const BACKWARDS = 130;
/** What each pixel below the screen's height costs besides: what is wider than tall stays in sight. */
const DEPTH = 2;
/** Space kept under cards that tend to grow. */
const GROWTH = 2 * CARD.row;
/** What it costs to go without that space: less than to stand below the lower edge of the screen. */
const SQUEEZE = 1.5 * GROWTH;
const FAR = 1_000_000;
/** A strip takes no more names when so much of it is taken. */
const FULL = 0.7;
/** What nothing refers to begins so far above the lower edge of a screen. */
const LOOSE = 160;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Standing {
  readonly card: Card;
  readonly place: Place;
}

/** Names, containers that can change, and instances with attributes. */
function grows(card: Card): boolean {
  if (card.kind !== 'object') return card.kind === 'namespace';
  const { capacity, slots } = card.object;
  return capacity !== null || slots.some(({ label }) => label === '__class__');
}

/** Its names stand at the left, whoever imported it. */
function isModule(card: Card): boolean {
  return card.kind === 'namespace' && card.namespace.kind === 'module';
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

/** How many lines a card may show without touching what stands below it. */
export function linesBelow({ card, place }: Standing, others: Iterable<Standing>): number {
  let free = FAR;
  for (const other of others) {
    if (other.card.id === card.id || other.place.y <= place.y) continue;
    if (other.place.x >= place.x + card.width + TIGHT || other.place.x + other.card.width + TIGHT <= place.x)
      continue;
    free = Math.min(free, other.place.y - TIGHT - place.y);
  }
  const fixed = card.kind === 'namespace' ? CARD.head + CARD.pad : CARD.head + CARD.value + CARD.foot;
  const shown = card.rows.length + (card.more > 0 ? 1 : 0);
  return Math.max(shown, 1, Math.floor((free - fixed) / CARD.row));
}

export interface Wanted {
  readonly cards: readonly Card[];
  readonly arrows: readonly Arrow[];
  /** Cards that have a place stand where they stood. */
  readonly before: Places;
  /** Where others once stood, or where they come from: taken if it is free. */
  readonly wishes?: Places;
  /** Seen for a moment longer, or hidden for now: not stood upon. */
  readonly taken?: readonly Standing[];
  readonly shape?: Shape;
}

/** Places for all cards. */
export function place({
  cards,
  arrows,
  before,
  wishes = new Map(),
  taken = [],
  shape = DEFAULT_SHAPE,
}: Wanted): Places {
  const byId = new Map<string, Card>();
  for (const card of cards) byId.set(card.id, card);
  const places = new Map<string, Place>();
  const ground = new Ground(GAP);
  for (const each of taken) ground.add(box(each.card, each.place));
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

  const stand = (card: Card, at: Place): void => {
    places.set(card.id, at);
    ground.add(box(card, at));
  };
  const settle = (card: Card, wish: Place): void => stand(card, nearest(card, wish, ground, shape));

  /** Places everything that hangs on a placed card, nearest first. */
  const follow = (start: readonly string[]): void => {
    const queue = [...start];
    for (let at = 0; at < queue.length; at++) {
      const from = queue[at];
      if (from === undefined) continue;
      const holder = byId.get(from);
      const stood = places.get(from);
      if (holder === undefined || stood === undefined) continue;
      for (const arrow of leaving.get(from) ?? []) {
        const card = byId.get(arrow.to);
        if (card === undefined || places.has(arrow.to) || isModule(card)) continue;
        settle(card, { x: stood.x + COLUMN, y: stood.y + rowOffset(holder, arrow.row) - ARRIVAL });
        queue.push(arrow.to);
      }
    }
  };

  for (const card of cards) {
    const wish = places.has(card.id) ? undefined : wishes.get(card.id);
    if (wish === undefined) continue;
    if (ground.free(box(card, wish))) stand(card, wish);
  }
  follow([...places.keys()]);
  for (const card of cards) {
    if (card.kind !== 'namespace' || places.has(card.id)) continue;
    stand(card, nextInStrips(card, places, byId, ground, shape));
    follow([card.id]);
  }
  // What nobody placed refers to: leaked rings that were there before we came, members taken off a pile.
  for (const card of cards) {
    if (places.has(card.id)) continue;
    const wish = wishes.get(card.id);
    const room = wish === undefined ? roomFor(card, ground, shape) : null;
    if (room === null) settle(card, wish ?? { x: COLUMN, y: looseBottom(places, byId, shape) });
    else stand(card, room);
    follow([card.id]);
  }
  return places;
}

/** The highest free spot on the screen of a first strip, for what may stand anywhere; null where the screen is full. */
function roomFor(card: Card, ground: Ground, shape: Shape): Place | null {
  let best: Place | null = null;
  for (let column = 1; column < shape.columns; column++) {
    const x = column * COLUMN;
    const y = ground.below(box(card, { x, y: 0 }));
    if (y + card.height <= shape.height && (best === null || y < best.y)) best = { x, y };
  }
  return best;
}

/** Where what nothing refers to begins: below everything in its strip, as far as a screen goes down. */
function looseBottom(places: Places, byId: ReadonlyMap<string, Card>, shape: Shape): number {
  let bottom = 0;
  for (const [id, stood] of places) {
    if (stood.x >= COLUMN * shape.columns) continue;
    bottom = Math.max(bottom, stood.y + (byId.get(id)?.height ?? 0) + GAP);
  }
  return Math.min(bottom, Math.max(0, shape.height - LOOSE));
}

/** The free spot that costs least: height away from the wish, plus columns away, plus going back. */
function nearest(card: Card, wish: Place, ground: Ground, shape: Shape): Place {
  const width = COLUMN * shape.columns;
  const strip = Math.max(0, Math.floor((wish.x - 1) / width));
  const wished = Math.round((wish.x - strip * width) / COLUMN);
  const y = Math.max(0, wish.y);
  let best: Place | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let column = 1; column < shape.columns; column++) {
    const x = strip * width + column * COLUMN;
    const base = Math.abs(column - wished) * SIDEWAYS + (column < wished ? BACKWARDS : 0);
    if (base >= bestCost) continue;
    const bare = { x, y, width: card.width, height: card.height };
    for (const room of grows(card) ? [box(card, { x, y }), bare] : [bare]) {
      const squeezed = grows(card) && room === bare ? SQUEEZE : 0;
      if (base + squeezed >= bestCost) break;
      const down = ground.below(room);
      const up = ground.above(room);
      // Down first: a heap is read from the top.
      const at = up === null || down - y <= y - up ? down : up;
      const below = Math.max(0, at + card.height - Math.max(shape.height, wish.y));
      const cost = base + squeezed + Math.abs(at - y) + DEPTH * below;
      if (cost < bestCost) {
        best = { x, y: at };
        bestCost = cost;
      }
      if (below === 0) break;
    }
  }
  return best ?? { x: strip * width + COLUMN, y: ground.bottom + GAP };
}

/** The first free spot in the column of names of the emptiest strip, or a new strip when that one has no room. */
function nextInStrips(
  card: Card,
  places: Places,
  byId: ReadonlyMap<string, Card>,
  ground: Ground,
  shape: Shape,
): Place {
  const width = COLUMN * shape.columns;
  const filled: number[] = [0];
  for (const [id, stand] of places) {
    const other = byId.get(id);
    if (other === undefined) continue;
    const strip = Math.max(0, Math.floor(stand.x / width));
    while (filled.length <= strip) filled.push(0);
    filled[strip] = (filled[strip] ?? 0) + other.height + GAP;
  }
  let emptiest = 0;
  for (let strip = 1; strip < filled.length; strip++) {
    if ((filled[strip] ?? 0) < (filled[emptiest] ?? 0)) emptiest = strip;
  }
  const x = emptiest * width;
  const y = ground.below(box(card, { x, y: 0 }));
  // A drawing of many strips is as many screens high as it is wide.
  const height = shape.height * filled.length;
  const full = y + card.height > height || (filled[emptiest] ?? 0) > FULL * shape.columns * height;
  return y > 0 && full ? { x: filled.length * width, y: 0 } : { x, y };
}
