import { describe, expect, it } from 'vitest';
import {
  extent,
  fitting,
  following,
  type Screen,
  shapeFor,
  type View,
} from '../../components/heap/camera.ts';
import { type Drawing, firstDrawing, redraw, settled } from '../../components/heap/drawing.ts';
import { DEFAULT_PICTURE } from '../../components/heap/picture.ts';
import { wallSize } from '../../components/heap/wall-size.ts';
import { heap, names, object, slot } from './views.ts';

const WALL: Screen = { width: 1507, height: 1008, ...wallSize(1920) };
const PHONE: Screen = { width: 390, height: 560, smallest: 0.55, largest: 1.25 };

/** A chain of lists for each of so many members. */
function members(count: number) {
  const objects = Array.from({ length: count * 3 }, (_, at) =>
    object(at + 1, { slots: at % 3 < 2 ? [slot('[0]', at + 2)] : [] }),
  );
  const spaces = Array.from({ length: count }, (_, at) => names(`s${at}`, { a: at * 3 + 1 }));
  return heap(objects, spaces);
}

function onScreen(drawing: Drawing, id: string, view: View, screen: Screen): boolean {
  const card = drawing.picture.byId.get(id);
  const place = drawing.places.get(id);
  if (card === undefined || place === undefined) return false;
  const left = place.x * view.zoom + view.pan.x;
  const top = place.y * view.zoom + view.pan.y;
  return (
    left >= 0 &&
    top >= 0 &&
    left + card.width * view.zoom <= screen.width &&
    top + card.height * view.zoom <= screen.height
  );
}

describe('where one looks from', () => {
  it('fits everything with its arrows while that can be read', () => {
    const drawing = firstDrawing(members(2), DEFAULT_PICTURE, shapeFor(PHONE));
    const view = following(drawing, PHONE, null, null);
    const all = extent(drawing);
    if (view === null || all === null) throw new Error('nothing to see');
    expect(view).toEqual(fitting(drawing, PHONE));
    // Arrows down the last column bulge out to the right, and are not cut.
    expect((all.x + all.width) * view.zoom + view.pan.x).toBeLessThanOrEqual(PHONE.width);
    const cards = [...drawing.places.values()].map(({ x }) => x + 196);
    expect(all.x + all.width).toBeGreaterThan(Math.max(...cards));
  });

  it('follows what changes where the whole would be too small to read', () => {
    const before = firstDrawing(members(30), DEFAULT_PICTURE, shapeFor(WALL));
    const first = following(before, WALL, null, null);
    if (first === null) throw new Error('nothing to see');
    expect(first.zoom).toBe(WALL.smallest);
    const grown = members(30);
    const space = grown.namespaces[29];
    if (space === undefined) throw new Error('no member');
    const after = redraw(
      before,
      heap(
        [...grown.objects, object(500)],
        [...grown.namespaces.slice(0, 29), names('s29', { a: 88, b: 500 })],
      ),
      DEFAULT_PICTURE,
    );
    expect(onScreen(after, 'o500', first, WALL)).toBe(false);
    const next = following(after, WALL, first, null);
    if (next === null) throw new Error('it rests');
    expect(next.zoom).toBeGreaterThanOrEqual(WALL.smallest);
    expect(onScreen(after, 'o500', next, WALL)).toBe(true);
    expect(following(settled(after), WALL, next, null)).toBeNull();
  });

  it('shows a heap of a dozen objects of five members whole on a wall, however it came about', () => {
    const objects = Array.from({ length: 12 }, (_, at) =>
      object(at + 1, { capacity: { used: 1, allocated: 4 }, slots: at % 3 < 2 ? [slot('[0]', at + 2)] : [] }),
    );
    // Each step binds one more chain of three, in the next member's module.
    const step = (chains: number) =>
      heap(
        objects.slice(0, chains * 3),
        Array.from({ length: 5 }, (_, at) => names(`s${at}`, at < chains ? { a: at * 3 + 1 } : {})),
      );
    const options = { ...DEFAULT_PICTURE, home: new Set<string>() };
    let drawing = firstDrawing(step(0), options, shapeFor(WALL));
    for (let chains = 1; chains <= 4; chains++) drawing = settled(redraw(drawing, step(chains), options));
    expect(drawing.picture.cards).toHaveLength(16);
    const view = fitting(drawing, WALL);
    expect(view?.zoom).toBeGreaterThanOrEqual(WALL.smallest);
    expect(following(drawing, WALL, null, null)).toEqual(view);
  });

  it('lays out two columns for a phone and more for a wall', () => {
    expect(shapeFor(PHONE).columns).toBe(2);
    expect(shapeFor(WALL).columns).toBe(4);
    expect(shapeFor({ ...WALL, smallest: 0.55 }).columns).toBe(5);
  });
});
