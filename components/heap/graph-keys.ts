import type { Drawing } from './drawing.ts';

export const ARROW_KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const;
export type ArrowKey = (typeof ARROW_KEYS)[number];

/** Sideways costs more than ahead: the next card in a direction is the one that stands there, not a near one beside. */
const ASIDE = 2.5;

/** The card that an arrow key leads to; from nowhere, the first one. Null when there is none that way. */
export function cardTowards(drawing: Drawing, from: string | null, key: ArrowKey): string | null {
  const middle = (id: string) => {
    const card = drawing.picture.byId.get(id);
    const place = drawing.places.get(id);
    if (card === undefined || place === undefined) return null;
    return { x: place.x + card.width / 2, y: place.y + card.height / 2 };
  };
  const start = from === null ? null : middle(from);
  if (start === null) return drawing.picture.cards[0]?.id ?? null;
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const card of drawing.picture.cards) {
    const at = card.id === from ? null : middle(card.id);
    if (at === null) continue;
    const dx = at.x - start.x;
    const dy = at.y - start.y;
    const [ahead, aside] =
      key === 'ArrowRight'
        ? [dx, dy]
        : key === 'ArrowLeft'
          ? [-dx, dy]
          : key === 'ArrowDown'
            ? [dy, dx]
            : [-dy, dx];
    if (ahead < 8 || Math.abs(aside) > ahead * 3) continue;
    const cost = ahead + ASIDE * Math.abs(aside);
    if (cost < least) {
      least = cost;
      best = card.id;
    }
  }
  return best;
}
