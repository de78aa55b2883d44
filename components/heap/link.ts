import { BOARD } from '../../classroom/expression.ts';
import type { Serial } from '../../heap/index.ts';
import type { Drawing } from './drawing.ts';
import type { Card } from './picture.ts';
import { type Place, rowOffset } from './place.ts';
import { type Refusal, room, type Spot } from './statements.ts';

/** An arrow being drawn: from a line of a card to wherever the pointer is, or to the card that is chosen next. */
export interface Link {
  readonly spot: Spot;
  /** Where it starts, in the drawing's coordinates. */
  readonly from: Place;
  readonly card: string;
}

/** The reference that a line of a card stands for; null when it cannot be changed by a statement of `me`. */
export function spotOf(card: Card, row: number, me: string): Spot | null {
  const line = card.rows[row];
  if (line === undefined) return null;
  switch (card.kind) {
    case 'pile':
      return null;
    case 'namespace': {
      const { module, kind } = card.namespace;
      if (kind !== 'module' || (module !== me && module !== BOARD)) return null;
      return { kind: 'name', module, name: line.label };
    }
    case 'object': {
      const item = line.label.startsWith('[') && card.object.capacity !== null;
      if (!item && !line.label.startsWith('.')) return null;
      return { kind: 'slot', holder: card.object.serial, label: line.label };
    }
  }
}

/** Where one more reference of a card would be; null where it takes none. */
export function freeSpot(card: Card, me: string, freeName: string): Spot | null {
  switch (card.kind) {
    case 'pile':
      return null;
    case 'namespace': {
      const { module, kind } = card.namespace;
      if (kind !== 'module' || (module !== me && module !== BOARD)) return null;
      return { kind: 'name', module, name: freeName };
    }
    case 'object':
      return room(card.object);
  }
}

export function linkFrom(drawing: Drawing, card: Card, row: number, spot: Spot): Link | null {
  const place = drawing.places.get(card.id);
  if (place === undefined) return null;
  return {
    spot,
    card: card.id,
    from: { x: place.x + card.width - 8, y: place.y + rowOffset(card, row) },
  };
}

/** The card at a point of the drawing; the last drawn lies on top. */
export function cardAt(drawing: Drawing, at: Place): Card | null {
  let found: Card | null = null;
  for (const card of drawing.picture.cards) {
    const place = drawing.places.get(card.id);
    if (place === undefined) continue;
    if (at.x >= place.x && at.x <= place.x + card.width && at.y >= place.y && at.y <= place.y + card.height)
      found = card;
  }
  return found;
}

export const NOT_ONE: Refusal = { kind: 'notOne' };

/** The object that a card stands for: a module's names for the module. */
export function serialOf(card: Card): Serial | null {
  switch (card.kind) {
    case 'object':
      return card.object.serial;
    case 'namespace':
      return card.namespace.object;
    case 'pile':
      return null;
  }
}
