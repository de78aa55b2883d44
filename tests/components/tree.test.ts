import { describe, expect, it } from 'vitest';
import { LEAKED, moveIn, treeRows } from '../../components/heap/tree.ts';
import { en } from '../../components/language/en/index.ts';
import { heap, names, object, slot } from './views.ts';

const view = heap(
  [
    object(1, { slots: [slot('[0]', 2), slot('[1]', 1)] }),
    object(2, { slots: [slot('', 1, true)] }),
    object(3, { reachable: false }),
  ],
  [names('ben', { b: 2 }), names('ana', { a: 1 })],
);

function labels(open: readonly string[]): string[] {
  return treeRows(view, 'ana', new Set(open), en.graph.tree).map(
    (row) => `${'.'.repeat(row.level)}${row.label}`,
  );
}

describe('the heap as a tree', () => {
  it('begins with my names, and ends with what is leaked', () => {
    expect(labels([])).toEqual(['.ana', '.ben', '.Leaked, 1']);
    expect(labels([LEAKED])).toEqual(['.ana', '.ben', '.Leaked, 1', '..']);
  });

  it('does not open an object inside itself', () => {
    const open = ['m:ana', 'm:ana/a', 'm:ana/a/1'];
    const rows = treeRows(view, 'ana', new Set(open), en.graph.tree);
    expect(rows.map(({ label }) => label)).toEqual(['ana', 'a', '[0]', '[1]', 'ben', 'Leaked, 1']);
    expect(rows.map(({ repeats }) => repeats)).toEqual([false, false, false, true, false, false]);
    expect(rows[3]?.open).toBeNull();
  });

  it('is walked as the pattern for trees says', () => {
    const rows = treeRows(view, 'ana', new Set(['m:ana']), en.graph.tree);
    expect(moveIn(rows, 'm:ana', 'ArrowDown')).toEqual({ to: 'm:ana/a' });
    expect(moveIn(rows, 'm:ana', 'ArrowRight')).toEqual({ to: 'm:ana/a' });
    expect(moveIn(rows, 'm:ana/a', 'ArrowRight')).toEqual({ toggle: 'm:ana/a' });
    expect(moveIn(rows, 'm:ana/a', 'ArrowLeft')).toEqual({ to: 'm:ana' });
    expect(moveIn(rows, 'm:ana', 'ArrowLeft')).toEqual({ toggle: 'm:ana' });
    expect(moveIn(rows, 'm:ana', 'ArrowUp')).toBeNull();
    expect(moveIn(rows, 'm:ana', 'End')).toEqual({ to: LEAKED });
  });
});
