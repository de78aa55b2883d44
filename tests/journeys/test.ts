/** Playwright's `test`, which closes at its end what its people opened: pages left open would slow the next ones down. */
import { test as base } from '@playwright/test';

export const test = base.extend<{ readonly leaving: null }>({
  leaving: [
    async ({ browser }, use) => {
      await use(null);
      for (const context of browser.contexts()) await context.close();
    },
    { auto: true },
  ],
});
