import { describe, expect, it } from 'vitest';
import { type Card, DEFAULT_PICTURE, draw } from '../../components/heap/picture.ts';
import { PORTION } from '../../components/heap/piles.ts';
import { heap, names, object, slot } from './views.ts';

const one = object(1, { type: 'int', repr: '1', builtin: true, generation: null, refcount: null });
const text = object(2, { type: 'str', repr: "'hi'", generation: null });

function card(cards: readonly Card[], id: string): Card {
  const found = cards.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no card ${id} among ${cards.map((each) => each.id).join(' ')}`);
  return found;
}

/** A member whose only name is that of another member's module. */
function importing(title: string, module: string, target: number) {
  return { ...names(title, {}), names: [{ name: module, target, module }] };
}

describe('the picture of a heap', () => {
  it('folds numbers and texts into the line of their holder', () => {
    const view = heap(
      [one, text, object(10, { type: 'dict', slots: [slot("['x']", 11), slot("['y']", 2)] }), object(11)],
      [names('ana', { d: 10, n: 1 })],
    );
    const { cards, arrows } = draw(view, DEFAULT_PICTURE);
    expect(cards.map((each) => each.id)).toEqual(['m:ana', 'o10', 'o11']);
    expect(card(cards, 'm:ana').rows).toEqual([
      { label: 'd', target: 10, weak: false, value: null },
      { label: 'n', target: 1, weak: false, value: '1' },
    ]);
    expect(card(cards, 'o10').rows.map((row) => row.value)).toEqual([null, "'hi'"]);
    expect(arrows.map((arrow) => `${arrow.from}[${arrow.row}]>${arrow.to}`)).toEqual([
      'm:ana[0]>o10',
      'o10[0]>o11',
    ]);
  });

  it('shows shared numbers and texts as objects when asked to', () => {
    const view = heap([one, text], [names('ana', { a: 2, b: 2, n: 1 })]);
    const { cards, arrows } = draw(view, { ...DEFAULT_PICTURE, scalars: true });
    expect(cards.map((each) => each.id)).toEqual(['m:ana', 'o1', 'o2']);
    expect(arrows.filter((arrow) => arrow.to === 'o2')).toHaveLength(2);
  });

  it('shows no lines under a list whose items are all folded: its value tells them', () => {
    const view = heap([one, object(10, { repr: '[1, 1]', slots: [slot('[0]', 1), slot('[1]', 1)] })], []);
    expect(card(draw(view, DEFAULT_PICTURE).cards, 'o10').rows).toEqual([]);
  });

  it('hides internals, and their slots, until they are asked for', () => {
    const view = heap(
      [
        object(10, { slots: [slot('__globals__', 11), slot('.x', 12)] }),
        object(11, { internal: true }),
        object(12),
      ],
      [],
    );
    const hidden = draw(view, DEFAULT_PICTURE);
    expect(hidden.cards.map((each) => each.id)).toEqual(['o10', 'o12']);
    expect(card(hidden.cards, 'o10').rows.map((row) => row.label)).toEqual(['.x']);
    const all = draw(view, { ...DEFAULT_PICTURE, internals: true });
    expect(all.cards.map((each) => each.id)).toEqual(['o10', 'o11', 'o12']);
    expect(card(all.cards, 'o10').rows).toHaveLength(2);
  });

  it('keeps leaked objects in the picture', () => {
    const ring = [
      object(10, { reachable: false, slots: [slot('[0]', 11)] }),
      object(11, { reachable: false, slots: [slot('[0]', 10)] }),
    ];
    const { cards, arrows } = draw(heap(ring, [names('ana', {})]), DEFAULT_PICTURE);
    expect(cards).toHaveLength(3);
    expect(arrows).toHaveLength(2);
  });

  it('lets an imported member point to the card with the names of that member', () => {
    const { cards, arrows } = draw(
      heap([], [names('ana', {}, 20), importing('ben', 'ana', 20)]),
      DEFAULT_PICTURE,
    );
    expect(cards.map((each) => each.id)).toEqual(['m:ana', 'm:ben']);
    expect(arrows.map((arrow) => `${arrow.from}>${arrow.to}`)).toEqual(['m:ben>m:ana']);
  });

  it('leaves out modules without names, but for those asked for and those that something points to', () => {
    const view = heap(
      [object(10)],
      [
        names('ana', { a: 10 }),
        names('ben', {}),
        names('board', {}),
        names('cleo', {}, 20),
        importing('dan', 'cleo', 20),
      ],
    );
    const drawn = (home: ReadonlySet<string> | null) =>
      draw(view, { ...DEFAULT_PICTURE, home }).cards.map(({ id }) => id);
    expect(drawn(null)).toEqual(['m:ana', 'm:ben', 'm:board', 'm:cleo', 'm:dan', 'o10']);
    expect(drawn(new Set(['board']))).toEqual(['m:ana', 'm:board', 'm:cleo', 'm:dan', 'o10']);
  });

  it('has a line for a name of a module that is not among the objects', () => {
    const { cards } = draw(heap([], [importing('ben', 'ana', 99)]), { ...DEFAULT_PICTURE, home: new Set() });
    expect(card(cards, 'm:ben').rows).toEqual([
      { label: 'ana', target: 99, weak: false, value: '<module ana>' },
    ]);
  });

  it('lets a list refer to the card of a module, and weakly too', () => {
    const list = object(10, { slots: [{ ...slot('[0]', 20), module: 'ana' }] });
    const weak = object(11, { slots: [{ ...slot('wr_object', 20, true), module: 'ana' }] });
    const view = heap([list, weak], [names('ana', {}, 20), names('ben', { l: 10, w: 11 })]);
    const { arrows } = draw(view, DEFAULT_PICTURE);
    const drawn = arrows.map(({ from, to, weak }) => `${from}>${to}${weak ? '~' : ''}`);
    expect(drawn).toEqual(expect.arrayContaining(['o10>m:ana', 'o11>m:ana~']));
    const alone = draw(heap([list], [names('ben', { l: 10 })]), { ...DEFAULT_PICTURE, scalars: true });
    expect(alone.arrows.map(({ to }) => to)).toEqual(['o10']);
  });

  it('puts arrows before folded values when lines are short, and counts the rest', () => {
    const slots = Array.from({ length: 20 }, (_, at) => slot(`[${at}]`, at === 15 ? 11 : 1));
    const { cards, arrows } = draw(heap([one, object(10, { slots }), object(11)], []), DEFAULT_PICTURE);
    const list = card(cards, 'o10');
    expect(list.rows.map((row) => row.label)).toContain('[15]');
    expect(list.rows.length + list.more).toBe(20);
    expect(arrows[0]?.row).toBe(list.rows.findIndex((row) => row.label === '[15]'));
  });

  it('counts references from lines without room as one arrow with a number', () => {
    const slots = Array.from({ length: 10 }, (_, at) => slot(`[${at}]`, 11));
    const { arrows } = draw(heap([object(10, { slots }), object(11)], []), DEFAULT_PICTURE);
    expect(arrows.reduce((sum, arrow) => sum + arrow.times, 0)).toBe(10);
  });

  it('heaps objects of one type and owner together when the heap is large, but not those with names', () => {
    const many = Array.from({ length: 300 }, (_, at) =>
      object(100 + at, { owner: at % 2 === 0 ? 'ana' : 'ben' }),
    );
    const root = object(50, { slots: many.map((each, at) => slot(`[${at}]`, each.serial)) });
    const view = heap([root, ...many], [names('ana', { root: 50 })]);
    const { cards, arrows } = draw(view, DEFAULT_PICTURE);
    const piles = cards.filter((each) => each.kind === 'pile');
    expect(piles.map((pile) => pile.members.length)).toEqual([150, 150]);
    expect(piles.map((pile) => pile.bytes)).toEqual([150 * 56, 150 * 56]);
    expect(cards.some((each) => each.id === 'o50')).toBe(true);
    expect(arrows.reduce((sum, arrow) => sum + arrow.times, 0)).toBe(301);
    const first = piles[0];
    if (first === undefined) throw new Error('no pile');
    const opened = draw(view, { ...DEFAULT_PICTURE, opened: new Map([[first.id, PORTION]]) });
    expect(opened.cards.filter((each) => each.kind === 'object')).toHaveLength(1 + PORTION);
    expect(opened.cards.flatMap((each) => (each.kind === 'pile' ? [each.members.length] : []))).toEqual([
      150 - PORTION,
      150,
    ]);
  });

  it('keeps leaked and reachable objects on different piles', () => {
    const many = Array.from({ length: 200 }, (_, at) => object(100 + at, { reachable: at >= 20 }));
    const piles = draw(heap(many, []), DEFAULT_PICTURE).cards.filter((each) => each.kind === 'pile');
    expect(piles.map((pile) => [pile.leaked, pile.members.length])).toEqual([
      [true, 20],
      [false, 180],
    ]);
  });
});
