import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Ground } from '../../components/heap/ground.ts';
import type { Box } from '../../components/heap/place.ts';

const GAP = 22;
const box = fc.record({
  x: fc.integer({ min: -300, max: 900 }),
  y: fc.integer({ min: -100, max: 900 }),
  width: fc.constantFrom(80, 200),
  height: fc.integer({ min: 1, max: 200 }),
});

function free(wish: Box, boxes: readonly Box[]): boolean {
  return boxes.every(
    ({ x, y, width, height }) =>
      wish.x >= x + width + GAP ||
      x >= wish.x + wish.width + GAP ||
      wish.y >= y + height + GAP ||
      y >= wish.y + wish.height + GAP,
  );
}

test('the nearest free heights are those that looking at every box finds, however boxes and questions alternate', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(box, box), { maxLength: 40 }), (both) => {
      const ground = new Ground(GAP);
      const boxes: Box[] = [];
      for (const [added, wish] of both) {
        ground.add(added);
        boxes.push(added);
        // A card that moves off what is in its way comes to stand right at the edge of a box.
        const edges = boxes.flatMap(({ y, height }) => [y + height + GAP, y - GAP - wish.height]);
        const heights = [wish.y, ...edges].filter((y) => free({ ...wish, y }, boxes));
        const down = heights.filter((y) => y >= wish.y).sort((a, b) => a - b)[0];
        const up = heights.filter((y) => y <= wish.y && y >= 0).sort((a, b) => b - a)[0];
        expect(ground.free(wish)).toBe(free(wish, boxes));
        expect(ground.below(wish)).toBe(down);
        expect(ground.above(wish)).toBe(up ?? null);
      }
    }),
    { numRuns: 300 },
  );
});

test('the bottom is that of the lowest box', () => {
  const ground = new Ground(GAP);
  expect(ground.bottom).toBe(0);
  ground.add({ x: 0, y: 10, width: 80, height: 30 });
  ground.add({ x: 500, y: 5, width: 80, height: 10 });
  expect(ground.bottom).toBe(40);
});
