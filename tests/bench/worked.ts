/** How much a page has worked, as the browser counts it: of processor time, so that a busy computer counts less. */
import type { Page } from '@playwright/test';

/** To be called before what is measured; then gives the milliseconds that the page's main thread has worked so far. */
export async function worked(page: Page): Promise<() => Promise<number>> {
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
}
