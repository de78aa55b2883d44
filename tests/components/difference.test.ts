import { describe, expect, it } from 'vitest';
import { difference } from '../../components/heap/difference.ts';
import { heap, names, object, slot } from './views.ts';

describe('the difference of two views', () => {
  it('tells born, changed and gone apart by identity, not by address', () => {
    const before = heap([object(1), object(2, { refcount: 2 }), object(3)], [names('m', {})]);
    // 4 stands where 3 stood: same address, another object.
    const reused = object(4, { address: object(3).address });
    const after = heap([object(1), object(2, { refcount: 1 }), reused], [names('m', {})]);
    const change = difference(before, after);
    expect([...change.born]).toEqual([4]);
    expect(change.gone.map((each) => each.serial)).toEqual([3]);
    expect([...change.changed.keys()]).toEqual([2]);
    expect(change.changed.get(2)).toEqual({ refcount: true, value: false, generation: false, leaked: false });
  });

  it('notices slots that point elsewhere while the text stays', () => {
    const before = heap([object(1, { slots: [slot('[0]', 2)] })], []);
    const after = heap([object(1, { slots: [slot('[0]', 3)] })], []);
    expect(difference(before, after).changed.get(1)?.value).toBe(true);
  });

  it('says leaked once, when it happens', () => {
    const reachable = heap([object(1)], []);
    const leaked = heap([object(1, { reachable: false })], []);
    const older = heap([object(1, { reachable: false, generation: 1 })], []);
    expect(difference(reachable, leaked).changed.get(1)?.leaked).toBe(true);
    expect(difference(leaked, older).changed.get(1)).toMatchObject({ leaked: false, generation: true });
  });

  it('is empty for the first view and for the same view', () => {
    const view = heap([object(1)], []);
    expect(difference(null, view).born.size).toBe(0);
    expect(difference(view, view).changed.size).toBe(0);
  });
});
