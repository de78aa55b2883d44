/** The map of as many arenas as the sandbox's memory has room for, while a pointer goes over it and while one scrolls. */
import type { Browser, Page } from '@playwright/test';
import { type FrameRate, frameRate } from './frameRate.ts';
import { table } from './section.ts';

/** Of 512 bytes each: with what else there is, all that 64 MiB have room for. */
const BLOCKS = 123_000;

async function run(page: Page, source: string): Promise<void> {
  await page.getByLabel('Python prompt').click();
  await page.keyboard.insertText(source);
  await page.keyboard.press('Enter');
  await page.getByRole('log', { name: 'Transcript' }).getByText(source).waitFor();
}

export async function measureArenas(browser: Browser, url: string): Promise<readonly string[]> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.goto('/sandbox');
  await run(page, `a = [bytes(470) for i in range(${BLOCKS})]`);
  await page.getByRole('tab', { name: 'Memory' }).click();
  const map = page.getByRole('grid', { name: 'Pools of all arenas' });
  await map.waitFor();
  const arenas = /(\d+) arenas/.exec(
    (await page
      .getByText(/\d+ arenas/)
      .first()
      .textContent()) ?? '',
  )?.[1];
  if (arenas === undefined) throw new Error('no arenas');
  const box = await map.boundingBox();
  if (box === null) throw new Error('no map');
  const hovering = await frameRate(page, async () => {
    for (let step = 0; step < 120; step++)
      await page.mouse.move(box.x + ((step * 37) % box.width), box.y + 20 + ((step * 5) % 500));
  });
  const scrolling = await frameRate(page, async () => {
    for (let step = 0; step < 60; step++) await page.mouse.wheel(0, step < 30 ? 60 : -60);
  });
  await context.close();
  const rows: [string, FrameRate][] = [
    ['the pointer goes over the map', hovering],
    ['scrolling it', scrolling],
  ];
  return [
    `The map of ${arenas} arenas in the sandbox (${BLOCKS.toLocaleString('en')} blocks of 512 bytes), aim 60 frames per second:`,
    '',
    ...table(
      ['', 'frames per second', 'longest frame'],
      rows.map(([what, { rate, worst }]) => [what, rate.toFixed(0), `${worst.toFixed(0)} ms`]),
    ),
  ];
}
