import { rightmost } from './arrows.ts';
import { CARD } from './card-size.ts';
import type { Drawing } from './drawing.ts';
import { objectId } from './picture.ts';
import { type Box, COLUMN, type Shape } from './place.ts';

/** Where one looks from: the part of the drawing that a screen shows. Pure; canvas.ts carries it out. */
export interface View {
  readonly zoom: number;
  readonly pan: { readonly x: number; readonly y: number };
}

export interface Screen {
  readonly width: number;
  readonly height: number;
  /** Cards are never drawn smaller than this by themselves: what has to be read from the last row stays readable. */
  readonly smallest: number;
  /** How far a small picture may be blown up. */
  readonly largest: number;
}

const GAP_OF_COLUMNS = COLUMN - CARD.width;
/** Counts that change on more objects than this are nothing to run after. */
const FEW = 6;

/** Nearer to the edge of the screen than this a card looks cut off. */
const FRINGE = 8;

/** Room right of the last column for arrows that turn back. */
const BULGE = 80;
/** So much smaller than the smallest is hardly seen, and better than a view that moves to and fro. */
const HARDLY = 0.95;
/** Cards are laid out for this size, though they may be shown smaller. */
const COMFORTABLE = 0.75;

/** As many columns as fit at a size that can be read. */
export function shapeFor(screen: Screen): Shape {
  const zoom = Math.max(COMFORTABLE, screen.smallest * 1.04);
  const columns = Math.floor((screen.width / zoom + GAP_OF_COLUMNS) / COLUMN);
  return {
    columns: Math.max(2, Math.min(5, columns)),
    height: Math.max(560, Math.min(1100, screen.height / zoom)),
  };
}

export function extent(drawing: Drawing): Box | null {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const card of drawing.picture.cards) {
    const place = drawing.places.get(card.id);
    if (place === undefined) continue;
    left = Math.min(left, place.x);
    top = Math.min(top, place.y);
    right = Math.max(right, place.x + card.width);
    bottom = Math.max(bottom, place.y + card.height);
  }
  if (right < left) return null;
  for (const arrow of drawing.picture.arrows) {
    const from = standing(drawing, arrow.from);
    const to = standing(drawing, arrow.to);
    if (from !== null && to !== null) right = Math.max(right, rightmost(arrow, from, to));
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function standing(drawing: Drawing, id: string) {
  const card = drawing.picture.byId.get(id);
  const place = drawing.places.get(id);
  return card === undefined || place === undefined ? null : { card, place };
}

function margin(screen: Screen): number {
  return Math.max(12, Math.min(24, screen.width / 20));
}

/** The view in which everything is seen, whatever its size; null when there is nothing. */
export function fitting(drawing: Drawing, screen: Screen): View | null {
  const all = extent(drawing);
  if (all === null || screen.width === 0 || screen.height === 0) return null;
  const edge = margin(screen);
  const zoom = Math.min(
    screen.largest,
    (screen.width - 2 * edge) / all.width,
    (screen.height - 2 * edge) / all.height,
  );
  return { zoom, pan: centred(all, zoom, screen) };
}

/** Small pictures stand at the left, where the names are and stay, not in the middle, from where they would drift. */
function centred(box: Box, zoom: number, screen: Screen): View['pan'] {
  const edge = margin(screen);
  const wide = box.width * zoom;
  const tall = box.height * zoom;
  return {
    x: wide < screen.width * 0.7 ? edge - box.x * zoom : (screen.width - wide) / 2 - box.x * zoom,
    y: tall < screen.height * 0.7 ? edge - box.y * zoom : (screen.height - tall) / 2 - box.y * zoom,
  };
}

/** What a screen that follows the heap shows next, or null where it may rest as it is. */
export function following(
  drawing: Drawing,
  screen: Screen,
  now: View | null,
  home: string | null,
): View | null {
  const whole = fitting(drawing, screen);
  if (whole === null) return null;
  if (whole.zoom >= screen.smallest * HARDLY)
    return now !== null && allSeen(drawing, screen, now) ? null : whole;
  // A whole strip, names included, if it can be read: then the view only ever moves up and down in it.
  const all = extent(drawing);
  if (all === null) return whole;
  const edge = margin(screen);
  const strip = COLUMN * drawing.shape.columns;
  const width = Math.min(all.width, strip - GAP_OF_COLUMNS + BULGE);
  const wide = (screen.width - 2 * edge) / width;
  // Of what cannot be seen whole as much as can be read is shown, and nothing is blown up.
  const most = Math.min(screen.largest, Math.max(screen.smallest, 1));
  const zoom = Math.max(wide < screen.smallest * HARDLY ? screen.smallest : 0, Math.min(most, wide));
  const level = (view: View | null, at: number): View | null => {
    if (view === null || wide < zoom) return view;
    const x = width === all.width ? all.x : Math.max(0, Math.floor(at / strip)) * strip;
    return { zoom, pan: { x: centred({ ...all, x, width }, zoom, screen).x, y: view.pan.y } };
  };
  const news = changedBox(drawing);
  if (news !== null) {
    // A view of another size keeps the height that it looks at.
    const kept =
      now === null
        ? null
        : { zoom, pan: { x: (now.pan.x / now.zoom) * zoom, y: (now.pan.y / now.zoom) * zoom } };
    const next = level(into(news, screen, kept, zoom) ?? kept, news.x);
    if (next === null) return null;
    const filled = {
      zoom,
      pan: { x: next.pan.x, y: filling(all.y, all.height, zoom, screen.height, next.pan.y, edge) },
    };
    return same(filled, now) ? null : filled;
  }
  if (now !== null && now.zoom >= screen.smallest * HARDLY) return null;
  const start = home === null ? null : standing(drawing, home);
  const first = start ?? standing(drawing, drawing.picture.cards[0]?.id ?? '');
  if (first === null) return whole;
  const { x, y } = first.place;
  return level({ zoom, pan: { x: edge - x * zoom, y: edge - y * zoom } }, x);
}

/** No empty field above or below what is cut off at the other side. */
function filling(
  start: number,
  length: number,
  zoom: number,
  size: number,
  pan: number,
  edge: number,
): number {
  if (length * zoom <= size - 2 * edge) return pan;
  return Math.max(size - edge - (start + length) * zoom, Math.min(edge - start * zoom, pan));
}

function same(a: View, b: View | null): boolean {
  return b !== null && a.zoom === b.zoom && a.pan.x === b.pan.x && a.pan.y === b.pan.y;
}

/** The shortest move of the view that brings a box into sight, its middle where it is larger than the screen. */
export function into(box: Box, screen: Screen, now: View | null, zoom: number): View | null {
  const edge = margin(screen);
  const axis = (start: number, length: number, size: number, pan: number | null): number => {
    const from = start * zoom;
    const to = (start + length) * zoom;
    if (to - from > size - 2 * edge) return edge - from;
    if (pan === null) return (size - from - to) / 2;
    if (from + pan < edge) return edge - from;
    return to + pan > size - edge ? size - edge - to : pan;
  };
  const pan = {
    x: axis(box.x, box.width, screen.width, now?.pan.x ?? null),
    y: axis(box.y, box.height, screen.height, now?.pan.y ?? null),
  };
  if (now !== null && now.zoom === zoom && pan.x === now.pan.x && pan.y === now.pan.y) return null;
  return { zoom, pan };
}

/** Newborn, dying and leaked cards and their holders' lines: where the eye should be. */
function changedBox(drawing: Drawing): Box | null {
  const { born, changed } = drawing.difference;
  const boxes: Box[] = drawing.ghosts.map(({ card, place }) => ({
    ...place,
    width: card.width,
    height: card.height,
  }));
  const add = (id: string | undefined) => {
    const stood = id === undefined ? null : standing(drawing, id);
    if (stood !== null) boxes.push({ ...stood.place, width: stood.card.width, height: stood.card.height });
  };
  for (const serial of born) add(drawing.picture.cardOf.get(serial));
  for (const [serial, change] of changed) if (change.value || change.leaked) add(objectId(serial));
  if (boxes.length === 0 && changed.size <= FEW) for (const serial of changed.keys()) add(objectId(serial));
  const first = boxes[0];
  if (first === undefined) return null;
  let box = first;
  for (const other of boxes.slice(1)) {
    const x = Math.min(box.x, other.x);
    const y = Math.min(box.y, other.y);
    box = {
      x,
      y,
      width: Math.max(box.x + box.width, other.x + other.width) - x,
      height: Math.max(box.y + box.height, other.y + other.height) - y,
    };
  }
  return box;
}

/** Nothing is cut off and the picture is not lost in an empty field. */
function allSeen(drawing: Drawing, screen: Screen, { zoom, pan }: View): boolean {
  const all = extent(drawing);
  if (all === null || zoom < screen.smallest * HARDLY) return false;
  const left = all.x * zoom + pan.x;
  const top = all.y * zoom + pan.y;
  return (
    left >= FRINGE &&
    top >= FRINGE &&
    left + all.width * zoom <= screen.width - FRINGE &&
    top + all.height * zoom <= screen.height - FRINGE
  );
}

/** The part of the drawing that is on the screen, with so much more on every side, in parts of the screen. */
export function seen({ zoom, pan }: View, screen: Pick<Screen, 'width' | 'height'>, more: number): Box {
  const width = screen.width / zoom;
  const height = screen.height / zoom;
  return {
    x: -pan.x / zoom - width * more,
    y: -pan.y / zoom - height * more,
    width: width * (1 + 2 * more),
    height: height * (1 + 2 * more),
  };
}

export function meets(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}
