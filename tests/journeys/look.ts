/** A page looked over by axe and for its width; with SCREENSHOTS set to a folder, its picture is kept there. */
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export async function look(page: Page, name: string): Promise<void> {
  // Things that fade in have arrived when nothing is animated any more.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ playState, effect }) => playState !== 'running' || effect?.getTiming().iterations === Infinity,
      ),
  );
  const folder = process.env.SCREENSHOTS ?? '';
  if (folder !== '') await page.screenshot({ path: path.join(folder, `${name}.png`) });
  // In the page itself: the other way, for frames of other origins, opens a second page for every look.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
  );
  expect.soft(found, name).toEqual([]);
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(wider, `${name} is wider than its window`).toBeLessThanOrEqual(0);
}
