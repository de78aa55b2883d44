import { expect, test } from 'vitest';
import type { StoredDeck } from '../../components/deck/request.ts';
import { newestOf, rememberSaved } from '../../components/deck/saved-here.ts';

const stored = (title: string, revision: number): StoredDeck => ({
  deck: { heaproom: 'deck', version: 1, title, items: [] },
  revision,
});

test('going back to a deck shows what was saved from here, unless the page knows a newer one', () => {
  const made = stored('as it was opened', 3);
  expect(newestOf('a', made)).toBe(made);
  const mine = stored('as I left it', 5);
  rememberSaved('a', mine);
  expect(newestOf('a', made)).toBe(mine);
  expect(newestOf('b', made)).toBe(made);
  const theirs = stored('as another tab saved it', 6);
  expect(newestOf('a', theirs)).toBe(theirs);
});
