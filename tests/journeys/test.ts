/**
 * Playwright's `test` with what journeys stand on: a running Heaproom, shared or of their own. At its end a journey's
 * people are closed: pages left open would slow the next ones down.
 */
import { test as base, type Page } from '@playwright/test';
import { type Installation, installHeaproom } from './app.ts';
import { person } from './people.ts';

type Cookies = Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>;

interface Worker {
  /** A server that journeys share which restart nothing and look for nothing but what they made themselves. */
  readonly bench: Installation;
  /** Its teacher's cookies: the printed link signs in only once. */
  readonly signedIn: Cookies;
}

interface Journey {
  readonly leaving: null;
  /** The teacher of the shared server, at a desk. */
  readonly teacher: Page;
  /** A server of the journey's own, on which nothing has happened yet. */
  readonly heaproom: Installation;
  /** Whether that one has to make its tables first, as on a user's first day. */
  readonly asAUserStarts: boolean;
}

/** Only against hanging: a server may be started on a busy computer. */
const STARTING = 300_000;

async function running(use: (started: Installation) => Promise<void>, asAUserStarts = false): Promise<void> {
  const heaproom = await installHeaproom(asAUserStarts);
  try {
    await heaproom.start();
    await use(heaproom);
  } finally {
    await heaproom.remove();
  }
}

export const test = base.extend<Journey, Worker>({
  leaving: [
    async ({ browser }, use) => {
      await use(null);
      for (const context of browser.contexts()) await context.close();
    },
    { auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads off it which fixtures it needs
  bench: [async ({}, use) => running(use), { scope: 'worker', timeout: STARTING }],
  signedIn: [
    async ({ bench, playwright }, use) => {
      const request = await playwright.request.newContext();
      await request.get(bench.signInLink());
      const { cookies } = await request.storageState();
      await request.dispose();
      await use(cookies);
    },
    { scope: 'worker' },
  ],
  teacher: async ({ browser, bench, signedIn }, use) => {
    const page = await person(browser, bench.url);
    await page.context().addCookies(signedIn);
    await use(page);
  },
  asAUserStarts: [false, { option: true }],
  heaproom: [async ({ asAUserStarts }, use) => running(use, asAUserStarts), { timeout: STARTING }],
});
