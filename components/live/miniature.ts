/**
 * A student's fork as a small true picture: the same cards on the same places as in the graph of what is theirs, so
 * small that only the shape is seen. Plain numbers, so that hundreds of them are cheap to keep and to send.
 */
import { type Miniature, MOST_ARROWS, MOST_CARDS } from '../../classroom/protocol/messages.ts';
import type { HeapView } from '../../heap/index.ts';
import { extent } from '../heap/camera.ts';
import { firstDrawing } from '../heap/drawing.ts';
import { NO_FILTER } from '../heap/filter.ts';
import { type Card, DEFAULT_PICTURE } from '../heap/picture.ts';

/** More cards than this are heaped together, as in the graph. */
const LIMIT = 40;
/** Three columns: names, what they refer to, what that refers to. */
const SHAPE = { columns: 4, height: 600 } as const;

export function miniature(heap: HeapView, handle: string): Miniature {
  const drawing = firstDrawing(
    heap,
    { ...DEFAULT_PICTURE, functions: false, limit: LIMIT, filter: { ...NO_FILTER, module: handle } },
    SHAPE,
  );
  const all = extent(drawing) ?? { x: 0, y: 0, width: 1, height: 1 };
  const part = (value: number, whole: number) => Math.round((1000 * value) / whole) / 1000;
  const index = new Map<string, number>();
  const cards: Miniature['cards'] = [];
  for (const card of drawing.picture.cards.slice(0, MOST_CARDS)) {
    const place = drawing.places.get(card.id);
    if (place === undefined) continue;
    index.set(card.id, cards.length);
    cards.push({
      x: part(place.x - all.x, all.width),
      y: part(place.y - all.y, all.height),
      w: part(card.width, all.width),
      h: part(card.height, all.height),
      look: lookOf(card),
    });
  }
  const arrows = drawing.picture.arrows.flatMap(({ from, to }): Miniature['arrows'] => {
    const ends = [index.get(from), index.get(to)] as const;
    return ends[0] === undefined || ends[1] === undefined ? [] : [[ends[0], ends[1]]];
  });
  return {
    cards,
    arrows: arrows.slice(0, MOST_ARROWS),
    ratio: Math.min(20, Math.max(0.05, all.width / all.height)),
    more: Math.max(0, drawing.picture.cards.length - cards.length),
  };
}

function lookOf(card: Card): Miniature['cards'][number]['look'] {
  if (card.kind === 'namespace') return 'names';
  const leaked = card.kind === 'pile' ? card.leaked : !card.object.reachable;
  return leaked ? 'leaked' : 'alive';
}
