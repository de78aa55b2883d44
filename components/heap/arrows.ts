import type { Arrow, Card } from './picture.ts';
import { ARRIVAL, type Place, rowOffset } from './place.ts';

/**
 * The course of an arrow: out of its line to the right, into the target's left side, or into its right side when the
 * target stands at the left or in the same column. Cytoscape wants end points relative to the card's middle, and the
 * bends as weights along and distances beside the straight line.
 */
export interface Course {
  readonly source: string;
  readonly target: string;
  readonly weights: string;
  readonly distances: string;
}

export interface Standing {
  readonly card: Card;
  readonly place: Place;
}

/** Half of the space between two columns, where arrows may run up and down. */
const GUTTER = 44;
/** How far a lane stays from the cards above and below it. */
const CLEAR = 11;

/** `others` are the cards that an arrow to a far column should not run behind. */
export function course(arrow: Arrow, from: Standing, to: Standing, others: readonly Standing[] = []): Course {
  const startX = from.card.width / 2;
  const startY = rowOffset(from.card, arrow.row) - from.card.height / 2;
  const backwards = to.place.x < from.place.x + from.card.width;
  const endX = backwards ? to.card.width / 2 : -to.card.width / 2;
  const endY = ARRIVAL - to.card.height / 2;
  // Middle to middle; a card that refers to itself has no such line and is drawn as a loop.
  const dx = to.place.x + to.card.width / 2 - (from.place.x + from.card.width / 2);
  const dy = to.place.y + to.card.height / 2 - (from.place.y + from.card.height / 2);
  const length = Math.max(1, Math.hypot(dx, dy));
  const width = dx + endX - startX;
  const height = dy + endY - startY;
  const reach = backwards
    ? Math.min(90, 40 + Math.abs(height) / 8)
    : Math.max(28, Math.min(120, Math.abs(width) / 2));
  // The bends as seen from the source's middle: straight out, and straight into the end.
  const lane = backwards ? null : freeLane(from, to, startY, others);
  const bends =
    lane === null
      ? [
          { x: startX + (backwards ? Math.max(reach, width + reach) : reach), y: startY },
          { x: dx + endX + (backwards ? Math.max(reach, reach - width) : -reach), y: dy + endY },
        ]
      : [
          { x: startX + GUTTER, y: startY },
          { x: startX + GUTTER, y: lane },
          { x: dx + endX - GUTTER, y: lane },
          { x: dx + endX - GUTTER, y: dy + endY },
        ];
  const along = bends.map((bend) => (bend.x * dx + bend.y * dy) / (length * length));
  const beside = bends.map((bend) => (bend.y * dx - bend.x * dy) / length);
  return {
    source: `${startX}px ${startY}px`,
    target: `${endX}px ${endY}px`,
    weights: along.map((value) => value.toFixed(4)).join(' '),
    distances: beside.map((value) => value.toFixed(2)).join(' '),
  };
}

/**
 * Height, seen from the source's middle, of a lane between the cards that stand in the columns between source and
 * target: the one nearest to both ends. Null when nothing stands in the way.
 */
function freeLane(from: Standing, to: Standing, startY: number, others: readonly Standing[]): number | null {
  const left = from.place.x + from.card.width;
  const right = to.place.x;
  const start = from.place.y + from.card.height / 2 + startY;
  const end = to.place.y + ARRIVAL;
  const between = others.filter(
    ({ card, place }) =>
      place.x < right && place.x + card.width > left && card !== from.card && card !== to.card,
  );
  const covers = (y: number) =>
    between.some(({ card, place }) => y > place.y - CLEAR / 2 && y < place.y + card.height + CLEAR / 2);
  const top = Math.min(start, end) - CLEAR;
  const bottom = Math.max(start, end) + CLEAR;
  if (!between.some(({ card, place }) => place.y < bottom && place.y + card.height > top)) return null;
  let best: number | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const { card, place } of between) {
    for (const y of [place.y - CLEAR, place.y + card.height + CLEAR]) {
      const cost = Math.abs(y - start) + Math.abs(y - end);
      if (cost < bestCost && !covers(y)) {
        best = y;
        bestCost = cost;
      }
    }
  }
  return best === null ? null : best - (from.place.y + from.card.height / 2);
}
