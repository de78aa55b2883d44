import { describe, expect, it } from 'vitest';
import { course } from '../../components/heap/arrows.ts';
import { ownerLooks } from '../../components/heap/owners.ts';
import { DEFAULT_PICTURE, draw } from '../../components/heap/picture.ts';
import { namesOf, referrers } from '../../components/heap/referrers.ts';
import { matches } from '../../components/heap/search.ts';
import { listed } from '../../components/heap/table-order.ts';
import { hex } from '../../components/heap/words.ts';
import { heap, names, object, slot } from './views.ts';

describe('owner colours', () => {
  it('stay when others join, and do not depend on who looks', () => {
    const few = ownerLooks(['teacher', 'ana', 'ben'], 'ana');
    const more = ownerLooks(['teacher', 'ana', 'ben', 'cem'], 'cem');
    expect(more.get('ben')).toEqual(few.get('ben'));
    expect(more.get('teacher')).toEqual(few.get('teacher'));
    expect(few.get('ana')?.colour).toBe('var(--mine)');
    expect(more.get('cem')?.colour).toBe('var(--mine)');
  });

  it('differ in colour or pattern within a class', () => {
    const looks = ownerLooks(
      Array.from({ length: 40 }, (_, at) => `s${at}`),
      null,
    );
    expect(new Set([...looks.values()].map((look) => look.colour + look.pattern)).size).toBe(40);
  });
});

describe('finding objects', () => {
  const view = heap(
    [
      object(1, { owner: 'ana' }),
      object(2, { type: 'dict', repr: "{'k': []}", owner: 'ben', reachable: false, generation: 2 }),
      object(3, { type: 'Listing', owner: 'ben' }),
    ],
    [names('ana', { basket: 1 })],
  );
  it('wants every word, exact where a field is named', () => {
    expect(matches(view, '  ')).toBeNull();
    expect([...(matches(view, 'list') ?? [])]).toEqual([1, 3]);
    expect([...(matches(view, 'type:list') ?? [])]).toEqual([1]);
    expect([...(matches(view, 'owner:ben leaked') ?? [])]).toEqual([2]);
    expect([...(matches(view, 'gen:2') ?? [])]).toEqual([2]);
    expect([...(matches(view, 'BASKET') ?? [])]).toEqual([1]);
    expect([...(matches(view, hex(object(3).address)) ?? [])]).toEqual([3]);
    expect([...(matches(view, 'nothing') ?? [])]).toEqual([]);
  });
});

describe('who holds an object', () => {
  it('lists names first, then slots, weak ones marked', () => {
    const view = heap(
      [
        object(1),
        object(2, { slots: [slot('[0]', 1), slot('[1]', 1)] }),
        object(3, { slots: [slot('ref', 1, true)] }),
      ],
      [names('ana', { a: 1 }), names('ben', { b: 1 })],
    );
    expect(referrers(view, 1).map((each) => [each.text, each.holder?.serial ?? null, each.weak])).toEqual([
      ['ana.a', null, false],
      ['ben.b', null, false],
      ['[0]', 2, false],
      ['[1]', 2, false],
      ['ref', 3, true],
    ]);
    expect(namesOf(view).get(1)).toEqual(['ana.a', 'ben.b']);
  });
});

describe('the table', () => {
  it('leaves out what is built in, internal, or a scalar, and orders stably', () => {
    const view = heap(
      [
        object(1, { size: 10 }),
        object(2, { size: 30 }),
        object(3, { size: 30, internal: true }),
        object(4, { builtin: true }),
        object(5, { type: 'int', size: 28 }),
        object(6, { size: 30 }),
      ],
      [],
    );
    const serials = (scalars: boolean, internals: boolean) =>
      listed(view, { order: 'size', scalars, internals }).map((each) => each.serial);
    expect(serials(false, false)).toEqual([2, 6, 1]);
    expect(serials(true, true)).toEqual([2, 3, 6, 5, 1]);
  });
});

describe('arrows', () => {
  it('arrive at the left of what stands right, at the right of what stands left or in the same column', () => {
    const view = heap([object(1, { slots: [slot('[0]', 2)] }), object(2)], []);
    const { cards, arrows } = draw(view, DEFAULT_PICTURE);
    const [from, to] = cards;
    const arrow = arrows[0];
    if (from === undefined || to === undefined || arrow === undefined) throw new Error('no arrow');
    const start = { card: from, place: { x: 300, y: 0 } };
    expect(course(arrow, start, { card: to, place: { x: 600, y: 50 } }).target).toMatch(/^-98px/);
    expect(course(arrow, start, { card: to, place: { x: 300, y: 200 } }).target).toMatch(/^98px/);
    expect(course(arrow, start, { card: to, place: { x: 0, y: 0 } }).target).toMatch(/^98px/);
    // Something between the two columns: two more bends lead around it.
    const far = { card: to, place: { x: 900, y: 0 } };
    const inTheWay = { card: { ...to, id: 'other' }, place: { x: 600, y: -20 } };
    const aside = { card: { ...to, id: 'aside' }, place: { x: 600, y: 400 } };
    expect(course(arrow, start, far, [start, far]).weights.split(' ')).toHaveLength(2);
    expect(course(arrow, start, far, [start, far, aside]).weights.split(' ')).toHaveLength(2);
    expect(course(arrow, start, far, [start, far, inTheWay]).weights.split(' ')).toHaveLength(4);
    for (const value of Object.values(course(arrow, start, start))) expect(value).not.toContain('NaN');
  });
});
