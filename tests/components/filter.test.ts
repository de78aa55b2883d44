import { describe, expect, it } from 'vitest';
import { firstDrawing, redraw } from '../../components/heap/drawing.ts';
import { type Filter, NO_FILTER } from '../../components/heap/filter.ts';
import { news } from '../../components/heap/news.ts';
import { DEFAULT_PICTURE, draw } from '../../components/heap/picture.ts';
import { en } from '../../components/language/en/index.ts';
import { heap, names, object, slot } from './views.ts';

const view = heap(
  [
    object(1, { owner: 'ana', slots: [slot('[0]', 2)] }),
    object(2, { owner: 'ben', slots: [slot('[0]', 3)] }),
    object(3, { owner: 'ben', type: 'dict' }),
    object(4, { owner: 'ana', reachable: false }),
    object(5, { owner: 'ben', type: 'function' }),
  ],
  [names('ana', { a: 1 }), names('ben', { b: 2, f: 5 })],
);

function cards(filter: Partial<Filter>, functions = true): string[] {
  const options = { ...DEFAULT_PICTURE, functions, filter: { ...NO_FILTER, ...filter } };
  return draw(view, options).cards.map((card) => card.id);
}

describe('filters', () => {
  it('leave what they name', () => {
    expect(cards({ module: 'ana' })).toEqual(['m:ana', 'o1', 'o4']);
    expect(cards({ leaked: true })).toEqual(['o4']);
    expect(cards({ without: new Set(['list']) })).toEqual(['m:ana', 'm:ben', 'o3', 'o5']);
    expect(cards({}, false)).toEqual(['m:ana', 'm:ben', 'o1', 'o2', 'o3', 'o4']);
  });

  it('show an object with its neighbours in both directions', () => {
    expect(cards({ around: { serial: 3, steps: 1 } })).toEqual(['m:ben', 'o2', 'o3']);
    expect(cards({ around: { serial: 3, steps: 2 } })).toEqual(['m:ana', 'm:ben', 'o1', 'o2', 'o3']);
  });

  it('bring everything back to where it stood', () => {
    const before = firstDrawing(view, DEFAULT_PICTURE);
    const less = redraw(before, view, { ...DEFAULT_PICTURE, filter: { ...NO_FILTER, leaked: true } });
    const after = redraw(less, view, DEFAULT_PICTURE);
    expect(new Map([...after.places].sort())).toEqual(new Map([...before.places].sort()));
  });
});

describe('what is read aloud', () => {
  it('names what was made, freed and leaked, and new counts', () => {
    const after = heap(
      [
        object(1, { owner: 'ana', slots: [slot('[0]', 2)], refcount: 2 }),
        object(2, { owner: 'ben', slots: [slot('[0]', 3)] }),
        object(3, { owner: 'ben', type: 'dict', repr: '{}', reachable: false }),
        object(5, { owner: 'ben', type: 'function' }),
        object(9, { repr: '[7]' }),
      ],
      [],
    );
    expect(news(view, after, en.heap)).toBe(
      'New: list [7]. Freed: list []. Leaked: dict {}. list []: 2 references.',
    );
    expect(news(after, after, en.heap)).toBe('');
  });
});
