/** Playwright's `test`, which closes at its end what its people opened: pages left open would slow the next ones down. */
import { test as base } from '@playwright/test';
import { type Installation, installHeaproom } from './app.ts';

interface Worker {
  /** A server for pages that need no class and leave nothing behind: all journeys of such pages share it. */
  readonly bench: Installation;
}

export const test = base.extend<{ readonly leaving: null }, Worker>({
  leaving: [
    async ({ browser }, use) => {
      await use(null);
      for (const context of browser.contexts()) await context.close();
    },
    { auto: true },
  ],
  bench: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads off it which fixtures it needs
    async ({}, use) => {
      const heaproom = await installHeaproom();
      await heaproom.start();
      await use(heaproom);
      await heaproom.remove();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});
