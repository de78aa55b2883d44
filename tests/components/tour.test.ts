/** The tour is offered once, also where the browser may not remember that. */
import { describe, expect, it } from 'vitest';
import { Remembered, type Shelf } from '../../components/tour/remembered.ts';
import { FIRST_STATEMENT, STOPS } from '../../components/tour/stops.ts';
import { parseInput } from '../../heap/index.ts';

function shelf(): Shelf & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
}

const refuse = (): never => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

describe('whether the tour was seen', () => {
  it('is remembered from one visit to the next', () => {
    const browser = shelf();
    const first = new Remembered(() => browser);
    expect(first.seen()).toBe(false);
    first.remember();
    expect(first.seen()).toBe(true);
    expect(new Remembered(() => browser).seen()).toBe(true);
  });

  it.each([
    ['the storage itself is out of reach', refuse],
    ['reading and writing are refused', () => ({ getItem: refuse, setItem: refuse })],
    ['nothing more fits', () => ({ getItem: () => null, setItem: refuse })],
  ])('lasts as long as the page where %s', (_where, blocked) => {
    const remembered = new Remembered(blocked);
    expect(remembered.seen()).toBe(false);
    remembered.remember();
    expect(remembered.seen()).toBe(true);
    expect(new Remembered(blocked).seen()).toBe(false);
  });
});

it('the invitation speaks of six stops, and what is typed on the way is Python', () => {
  expect(STOPS).toHaveLength(6);
  expect(parseInput(FIRST_STATEMENT)).toEqual({ ok: true });
});
