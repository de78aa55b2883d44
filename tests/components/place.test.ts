import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Drawing, firstDrawing, moved, redraw, settled, tidied } from '../../components/heap/drawing.ts';
import { type Card, DEFAULT_PICTURE } from '../../components/heap/picture.ts';
import { heap, names, object, slot } from './views.ts';

function overlaps(drawing: Drawing): string[] {
  const found: string[] = [];
  const cards: readonly Card[] = drawing.picture.cards;
  for (let a = 0; a < cards.length; a++) {
    for (let b = a + 1; b < cards.length; b++) {
      const one = cards[a];
      const other = cards[b];
      if (one === undefined || other === undefined) continue;
      const p = drawing.places.get(one.id);
      const q = drawing.places.get(other.id);
      if (p === undefined || q === undefined) throw new Error('a card without a place');
      const apart =
        p.x + one.width <= q.x ||
        q.x + other.width <= p.x ||
        p.y + one.height <= q.y ||
        q.y + other.height <= p.y;
      if (!apart) found.push(`${one.id} ${other.id}`);
    }
  }
  return found;
}

/** A heap from numbers: object n refers to those of its list; names point to the first few. */
function graph(edges: readonly (readonly number[])[], alive: ReadonlySet<number>) {
  const objects = edges.flatMap((targets, at) =>
    alive.has(at)
      ? [
          object(at + 1, {
            slots: targets.filter((to) => alive.has(to)).map((to, n) => slot(`[${n}]`, to + 1)),
          }),
        ]
      : [],
  );
  const bound: Record<string, number> = {};
  for (const at of [...alive].slice(0, 5)) bound[`n${at}`] = at + 1;
  return heap(objects, [names('ana', bound), names('board', {})]);
}

const anyGraph = fc.integer({ min: 1, max: 40 }).chain((size) =>
  fc.record({
    edges: fc.array(fc.array(fc.nat(size - 1), { maxLength: 4 }), { minLength: size, maxLength: size }),
    first: fc.uniqueArray(fc.nat(size - 1)),
    second: fc.uniqueArray(fc.nat(size - 1)),
  }),
);

describe('where cards stand', () => {
  it('has the names of members at the left, also of those whom others import', () => {
    const ana = names('ana', { a: 1 }, 90);
    const ben = { ...names('ben', {}), names: [{ name: 'ana', target: 90, module: 'ana' }] };
    const held = object(2, { slots: [{ ...slot('[0]', 90), module: 'ana' }] });
    const view = heap([object(1), held], [ben, names('cleo', { l: 2 }), ana]);
    const { picture, places } = firstDrawing(view, DEFAULT_PICTURE);
    expect(picture.arrows.filter(({ to }) => to === 'm:ana')).toHaveLength(2);
    for (const id of ['m:ana', 'm:ben', 'm:cleo']) expect(places.get(id)?.x, id).toBe(0);
  });

  it('never moves a survivor, whatever is born and dies', () => {
    fc.assert(
      fc.property(anyGraph, ({ edges, first, second }) => {
        const before = firstDrawing(graph(edges, new Set(first)), DEFAULT_PICTURE);
        const after = redraw(before, graph(edges, new Set(second)), DEFAULT_PICTURE);
        for (const card of after.picture.cards) {
          const stood = before.places.get(card.id);
          if (stood !== undefined) expect(after.places.get(card.id)).toEqual(stood);
        }
      }),
    );
  });

  it('lets no two cards of a fresh drawing overlap', () => {
    fc.assert(
      fc.property(anyGraph, ({ edges, first }) => {
        expect(overlaps(firstDrawing(graph(edges, new Set(first)), DEFAULT_PICTURE))).toEqual([]);
      }),
    );
  });

  it('puts a newcomer right of the name that points to it', () => {
    const before = firstDrawing(heap([], [names('ana', {})]), DEFAULT_PICTURE);
    const after = redraw(before, heap([object(1)], [names('ana', { a: 1 })]), DEFAULT_PICTURE);
    const holder = after.places.get('m:ana');
    const born = after.places.get('o1');
    if (holder === undefined || born === undefined) throw new Error('not placed');
    expect(born.x).toBeGreaterThan(holder.x + 196);
    expect(Math.abs(born.y - holder.y)).toBeLessThan(60);
  });

  it('does not put a newcomer onto a card that is still dying', () => {
    const before = firstDrawing(heap([object(1)], [names('ana', { a: 1 })]), DEFAULT_PICTURE);
    const after = redraw(before, heap([object(2)], [names('ana', { a: 2 })]), DEFAULT_PICTURE);
    expect(after.ghosts.map((ghost) => ghost.card.id)).toEqual(['o1']);
    expect(after.places.get('o2')).not.toEqual(before.places.get('o1'));
    expect(settled(after).ghosts).toEqual([]);
  });

  it('keeps what was dragged where it was put, until everything is arranged anew', () => {
    const view = heap([object(1)], [names('ana', { a: 1 })]);
    const dragged = moved(firstDrawing(view, DEFAULT_PICTURE), 'o1', { x: 777, y: 555 });
    const later = redraw(
      dragged,
      heap([object(1), object(2)], [names('ana', { a: 1, b: 2 })]),
      DEFAULT_PICTURE,
    );
    expect(later.places.get('o1')).toEqual({ x: 777, y: 555 });
    expect(tidied(later).places.get('o1')).not.toEqual({ x: 777, y: 555 });
  });

  it('grows wide as well as tall with the size of a class', () => {
    const objects = Array.from({ length: 60 }, (_, at) => object(at + 1, { owner: `s${at}` }));
    const spaces = objects.map((each, at) => names(`s${at}`, { a: each.serial }));
    const { places } = firstDrawing(heap(objects, spaces), DEFAULT_PICTURE);
    const xs = [...places.values()].map((at) => at.x);
    const ys = [...places.values()].map((at) => at.y);
    const ratio = (Math.max(...xs) + 196) / (Math.max(...ys) + 100);
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(3);
  });

  /** 200 lists in a few containers, as a class leaves them behind. */
  function crowd(without: ReadonlySet<number> = new Set(), more = 0) {
    const all = Array.from({ length: 200 + more }, (_, at) => at + 1).filter((at) => !without.has(at));
    const objects = all.map((at) =>
      object(at, {
        capacity: { used: 1, allocated: 4 },
        slots:
          at <= 20
            ? all.filter((to) => to > 20 && to % 20 === at % 20).map((to, n) => slot(`[${n}]`, to))
            : [],
      }),
    );
    const bound = Object.fromEntries(all.filter((at) => at <= 20).map((at) => [`n${at}`, at]));
    return heap(objects, [names('ana', bound), names('board', {})]);
  }
  const whole = { ...DEFAULT_PICTURE, piles: 'none' as const };

  it('moves no card when others die, in a heap of 200', () => {
    const before = firstDrawing(crowd(), whole);
    const dead = new Set(Array.from({ length: 60 }, (_, at) => 21 + at * 3));
    const after = redraw(before, crowd(dead), whole);
    expect(after.ghosts).toHaveLength(60);
    expect(after.picture.cards).toHaveLength(before.picture.cards.length - 60);
    for (const card of after.picture.cards)
      expect(after.places.get(card.id)).toEqual(before.places.get(card.id));
  });

  it('moves no card when others are born, in a heap of 200, and none overlap', () => {
    const before = firstDrawing(crowd(), whole);
    const after = redraw(before, crowd(new Set(), 50), whole);
    expect(after.newborn.size).toBe(50);
    for (const card of before.picture.cards)
      expect(after.places.get(card.id)).toEqual(before.places.get(card.id));
    expect(overlaps(after)).toEqual([]);
  });

  it('lets a container that grows show fewer lines rather than reach the card below', () => {
    const items = (length: number) => Array.from({ length }, (_, at) => slot(`[${at}]`, 100 + at));
    const step = (length: number) =>
      heap(
        [
          object(1, { capacity: { used: length, allocated: 8 }, slots: items(length) }),
          object(2, { capacity: { used: 0, allocated: 0 } }),
          ...items(length).map(({ target }) => object(target)),
        ],
        [names('ana', { a: 1, b: 2 }), names('ben', {})],
      );
    let drawing = firstDrawing(step(0), DEFAULT_PICTURE);
    for (let length = 1; length <= 8; length++) {
      drawing = redraw(settled(drawing), step(length), DEFAULT_PICTURE);
      expect(overlaps(drawing), `${length} items`).toEqual([]);
    }
    const list = drawing.picture.byId.get('o1');
    expect(list?.rows.length).toBeLessThan(8);
    expect((list?.rows.length ?? 0) + (list?.more ?? 0)).toBe(8);
    // Anew, there is room again for as many as a card shows.
    expect(tidied(drawing).picture.byId.get('o1')?.rows.length).toBeGreaterThan(list?.rows.length ?? 0);
  });

  it('lets names grow without reaching the names below', () => {
    const step = (length: number) => {
      const bound = Object.fromEntries(Array.from({ length }, (_, at) => [`n${at}`, 1 + at]));
      const objects = Array.from({ length }, (_, at) => object(1 + at));
      return heap(objects, [names('ana', bound), names('ben', {}), names('cleo', {})]);
    };
    let drawing = firstDrawing(step(0), DEFAULT_PICTURE);
    for (let length = 1; length <= 16; length++) {
      drawing = redraw(settled(drawing), step(length), DEFAULT_PICTURE);
      expect(overlaps(drawing), `${length} names`).toEqual([]);
    }
  });
});
