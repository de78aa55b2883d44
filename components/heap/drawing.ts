import type { HeapView, Serial } from '../../heap/index.ts';
import { type Difference, difference, NO_DIFFERENCE } from './difference.ts';
import { type Card, draw, objectId, type Picture, type PictureOptions } from './picture.ts';
import { type Place, type Places, place } from './place.ts';

/** A card that is no more: drawn for a moment where it stood. */
export interface Ghost {
  readonly card: Card;
  readonly place: Place;
}

/** All that a graph shows at one moment. `redraw` leads from one to the next; nothing else changes it. */
export interface Drawing {
  readonly view: HeapView;
  readonly options: PictureOptions;
  readonly picture: Picture;
  readonly places: Places;
  readonly difference: Difference;
  readonly ghosts: readonly Ghost[];
  /** Objects whose own card appeared just now. */
  readonly newborn: ReadonlySet<Serial>;
}

export function firstDrawing(view: HeapView, options: PictureOptions): Drawing {
  const picture = draw(view, options);
  return {
    view,
    options,
    picture,
    places: place(picture.cards, picture.arrows, new Map()),
    difference: NO_DIFFERENCE,
    ghosts: [],
    newborn: new Set(),
  };
}

export function redraw(before: Drawing, view: HeapView, options: PictureOptions): Drawing {
  const picture = draw(view, options);
  const change = difference(before.view, view);
  const cards = new Map(before.picture.cards.map((card) => [card.id, card]));
  const ghosts: Ghost[] = [];
  for (const object of change.gone) {
    const id = objectId(object.serial);
    const card = cards.get(id);
    const stood = before.places.get(id);
    if (card !== undefined && stood !== undefined) ghosts.push({ card, place: stood });
  }
  const places = place(picture.cards, picture.arrows, before.places, ghosts);
  return { view, options, picture, places, difference: change, ghosts, newborn: change.born };
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
export function tidied(drawing: Drawing): Drawing {
  return { ...drawing, places: place(drawing.picture.cards, drawing.picture.arrows, new Map()) };
}
