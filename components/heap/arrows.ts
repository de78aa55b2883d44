import type { Arrow } from './picture.ts';
import { ARRIVAL, rowOffset, type Standing } from './place.ts';

/**
 * The course of an arrow: out of its line to the right, into the target's left side, or into its right side when the
 * target stands at the left or in the same column. Worked out in the drawing's coordinates; Cytoscape wants end points
 * relative to the card's middle, and the bends as weights along and distances beside the line from middle to middle.
 */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** Start, end and the control points between them: a quadratic curve through the middles of neighbouring controls. */
export interface Path {
  readonly start: Point;
  readonly end: Point;
  readonly bends: readonly Point[];
}

export interface Course {
  readonly source: string;
  readonly target: string;
  readonly weights: string;
  readonly distances: string;
}

/** Half of the space between two columns, where arrows may run up and down. */
const GUTTER = 36;
/** How far beside the cards an arrow runs that goes back. */
const AROUND = 28;
/** How far a lane stays from the cards above and below it. */
const CLEAR = 11;

/** `others` are the cards that an arrow to a far column should not run behind. */
export function pathOf(arrow: Arrow, from: Standing, to: Standing, others: readonly Standing[] = []): Path {
  const start = { x: from.place.x + from.card.width, y: from.place.y + rowOffset(from.card, arrow.row) };
  const backwards = to.place.x < from.place.x + from.card.width;
  const end = { x: to.place.x + (backwards ? to.card.width : 0), y: to.place.y + ARRIVAL };
  if (from.card.id === to.card.id) {
    const out = start.x + 64;
    return {
      start,
      end,
      bends: [
        { x: out, y: start.y + 18 },
        { x: out, y: end.y - 18 },
      ],
    };
  }
  if (to.place.x + to.card.width <= from.place.x) return { start, end, bends: goingBack(from, start, end) };
  const width = end.x - start.x;
  const reach = backwards ? bend(end.y - start.y) : Math.max(28, Math.min(120, Math.abs(width) / 2));
  // Straight out, and straight into the end.
  const lane = backwards ? null : freeLane(from, to, start.y, others);
  const bends =
    lane === null
      ? [
          { x: start.x + (backwards ? Math.max(reach, width + reach) : reach), y: start.y },
          { x: end.x + (backwards ? Math.max(reach, reach - width) : -reach), y: end.y },
        ]
      : [
          { x: start.x + GUTTER, y: start.y },
          { x: start.x + GUTTER, y: lane },
          { x: end.x - GUTTER, y: lane },
          { x: end.x - GUTTER, y: end.y },
        ];
  return { start, end, bends };
}

/** To a card in a column further left: out of the line, around the own card, and back below or above it. */
function goingBack({ card, place }: Standing, start: Point, end: Point): readonly Point[] {
  const lane = end.y < place.y ? place.y - CLEAR : place.y + card.height + CLEAR;
  const out = start.x + AROUND;
  const into = end.x + AROUND;
  return [
    { x: out, y: start.y },
    { x: out, y: lane },
    { x: into, y: lane },
    { x: into, y: end.y },
  ];
}

export function course(arrow: Arrow, from: Standing, to: Standing, others: readonly Standing[] = []): Course {
  const { start, end, bends } = pathOf(arrow, from, to, others);
  const source = middle(from);
  const target = middle(to);
  // A card that refers to itself has no line from middle to middle and is drawn as a loop.
  const dx = target.x - source.x;
  const dy = target.y - source.y;
  const length = Math.max(1, Math.hypot(dx, dy));
  const seen = bends.map((point) => ({ x: point.x - source.x, y: point.y - source.y }));
  return {
    source: `${start.x - source.x}px ${start.y - source.y}px`,
    target: `${end.x - target.x}px ${end.y - target.y}px`,
    weights: seen.map((at) => ((at.x * dx + at.y * dy) / (length * length)).toFixed(4)).join(' '),
    distances: seen.map((at) => ((at.y * dx - at.x * dy) / length).toFixed(2)).join(' '),
  };
}

function middle({ card, place }: Standing): Point {
  return { x: place.x + card.width / 2, y: place.y + card.height / 2 };
}

function bend(height: number): number {
  return Math.min(76, 36 + Math.abs(height) / 8);
}

/** How far right an arrow gets. What goes back or down its own column bulges out beside the cards. */
export function rightmost(arrow: Arrow, from: Standing, to: Standing): number {
  const right = Math.max(from.place.x + from.card.width, to.place.x + to.card.width);
  if (from.card.id === to.card.id) return right + 70;
  if (to.place.x >= from.place.x + from.card.width) return right;
  const height = to.place.y + ARRIVAL - (from.place.y + rowOffset(from.card, arrow.row));
  // A curve stays inside its control points.
  return right + bend(height) + 4;
}

/**
 * Height of a lane between the cards that stand in the columns between source and target: the one nearest to both
 * ends. Null when nothing stands in the way.
 */
function freeLane(from: Standing, to: Standing, start: number, others: readonly Standing[]): number | null {
  const left = from.place.x + from.card.width;
  const right = to.place.x;
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
  return best;
}
