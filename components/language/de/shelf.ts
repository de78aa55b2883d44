/** By books, as in English. */
import type { Shelf } from '../books.ts';

export const de: Shelf = {
  asking: () => import('./books/asking.ts'),
  bank: () => import('./bank-texts.ts'),
  bar: () => import('./live-bar.ts'),
  class: () => import('./books/class.ts'),
  collector: () => import('./collector.ts'),
  deck: () => import('./deck.ts'),
  door: () => import('./live-door.ts'),
  everywhere: () => import('./books/everywhere.ts'),
  heap: () => import('./books/heap.ts'),
  home: () => import('./home.ts'),
  inspector: () => import('./inspector.ts'),
  memory: () => import('./memory.ts'),
  player: () => import('./player.ts'),
  replay: () => import('./replay.ts'),
  reveal: () => import('./books/reveal.ts'),
  review: () => import('./review.ts'),
  sandbox: () => import('./books/sandbox.ts'),
  scenario: () => import('./scenario.ts'),
  scenarioTexts: () => import('./scenario-texts.ts'),
  teach: () => import('./teach.ts'),
  wall: () => import('./live-wall.ts'),
};
