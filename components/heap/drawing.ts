import type { HeapView, Serial } from '../../heap/index.ts';
import { type Difference, difference, NO_DIFFERENCE } from './difference.ts';
import { draw, namespaceId, objectId, type Picture, type PictureOptions, type Room } from './picture.ts';
import {
  DEFAULT_SHAPE,
  linesBelow,
  type Place,
  type Places,
  place,
  type Shape,
  type Standing,
} from './place.ts';

/** All that a graph shows at one moment. `redraw` leads from one to the next; nothing else changes it. */
export interface Drawing {
  readonly view: HeapView;
  readonly options: PictureOptions;
  readonly shape: Shape;
  readonly picture: Picture;
  readonly places: Places;
  /** Where living cards stood that are not drawn for now: filtered out, or on a pile. */
  readonly away: ReadonlyMap<string, Standing>;
  readonly difference: Difference;
  /** Cards that are no more: drawn for a moment where they stood. */
  readonly ghosts: readonly Standing[];
  /** Objects whose own card appeared just now. */
  readonly newborn: ReadonlySet<Serial>;
}

export function firstDrawing(view: HeapView, options: PictureOptions, shape: Shape = DEFAULT_SHAPE): Drawing {
  const picture = draw(view, options);
  return {
    view,
    options,
    shape,
    picture,
    places: place({ ...picture, before: new Map(), shape }),
    away: new Map(),
    difference: NO_DIFFERENCE,
    ghosts: [],
    newborn: new Set(),
  };
}

/** `since`: the view that news are told against, where that is not the one drawn before (a jump in time). */
export function redraw(
  before: Drawing,
  view: HeapView,
  options: PictureOptions,
  since: HeapView | null = before.view,
): Drawing {
  const change = difference(since, view);
  const ghosts: Standing[] = [];
  const dead = new Set(difference(before.view, view).gone.map((object) => objectId(object.serial)));
  for (const object of change.gone) {
    const id = objectId(object.serial);
    const card = before.picture.byId.get(id);
    const stood = before.places.get(id);
    if (card !== undefined && stood !== undefined) ghosts.push({ card, place: stood });
  }
  const picture = draw(view, options, roomOf(before, view, dead, ghosts), before.picture);
  const away = goneAway(before, picture, dead, view);
  const wishes = new Map<string, Place>();
  for (const card of picture.cards) {
    const stood = before.away.get(card.id)?.place ?? pileBefore(before, card.id);
    if (stood !== undefined) wishes.set(card.id, stood);
  }
  const hidden = [...away.values()].filter(
    ({ card }) => card.kind !== 'object' || !picture.cardOf.has(card.object.serial),
  );
  const places = place({
    ...picture,
    before: before.places,
    wishes,
    taken: [...ghosts, ...hidden],
    shape: before.shape,
  });
  const { shape } = before;
  return { view, options, shape, picture, places, away, difference: change, ghosts, newborn: change.born };
}

/** A member taken off its pile comes from there. */
function pileBefore(before: Drawing, id: string): Place | undefined {
  if (!id.startsWith('o') || before.places.has(id)) return undefined;
  const pile = before.picture.cardOf.get(Number(id.slice(1)));
  return pile === undefined || pile === id ? undefined : before.places.get(pile);
}

/** Who stood somewhere and is alive but not in the picture. */
function goneAway(
  before: Drawing,
  picture: Picture,
  dead: ReadonlySet<string>,
  view: HeapView,
): ReadonlyMap<string, Standing> {
  const away = new Map<string, Standing>();
  const spaces = new Set(view.namespaces.map(namespaceId));
  const stay = (card: Standing['card'], stood: Place) => {
    if (picture.byId.has(card.id) || dead.has(card.id) || card.kind === 'pile') return;
    if (card.kind === 'namespace' && !spaces.has(card.id)) return;
    away.set(card.id, { card, place: stood });
  };
  for (const { card, place: stood } of before.away.values()) stay(card, stood);
  for (const card of before.picture.cards) {
    const stood = before.places.get(card.id);
    if (stood !== undefined) stay(card, stood);
  }
  return away;
}

/** A card that has more lines than before shows as many as there is room for: what stands below does not move. */
function roomOf(
  before: Drawing,
  view: HeapView,
  dead: ReadonlySet<string>,
  ghosts: readonly Standing[],
): Room {
  const lines = new Map<string, number>();
  const count = (id: string, length: number) => {
    const card = before.picture.byId.get(id);
    if (card !== undefined && length > card.rows.length) lines.set(id, length);
  };
  for (const each of view.namespaces) count(namespaceId(each), each.names.length);
  for (const object of view.objects)
    if (object.slots.length > 0) count(objectId(object.serial), object.slots.length);
  const room = new Map<string, number>();
  if (lines.size === 0) return room;
  const standing: Standing[] = [...ghosts, ...before.away.values()];
  for (const card of before.picture.cards) {
    const stood = before.places.get(card.id);
    if (stood !== undefined && !dead.has(card.id)) standing.push({ card, place: stood });
  }
  for (const id of lines.keys()) {
    const card = before.picture.byId.get(id);
    const stood = before.places.get(id);
    if (card !== undefined && stood !== undefined) room.set(id, linesBelow({ card, place: stood }, standing));
  }
  return room;
}

/** The moment is over: no ghosts, nothing new, nothing changed. */
export function settled(drawing: Drawing): Drawing {
  if (drawing.ghosts.length === 0 && drawing.difference === NO_DIFFERENCE && drawing.newborn.size === 0)
    return drawing;
  return { ...drawing, difference: NO_DIFFERENCE, ghosts: [], newborn: new Set() };
}

export function moved(drawing: Drawing, id: string, to: Place): Drawing {
  return { ...drawing, places: new Map(drawing.places).set(id, to) };
}

/** Everything placed anew, as if the heap were opened now. */
export function tidied(drawing: Drawing, shape: Shape = drawing.shape): Drawing {
  const { view, options } = drawing;
  return { ...drawing, ...firstDrawing(view, options, shape) };
}
