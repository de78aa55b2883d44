/**
 * The heap graph in a browser, as people use it: reading it, keeping it, searching it, saving it, and writing on it by
 * hand. At the sizes of a desk, a wall and a phone, looked over by axe.
 */
import { readFile } from 'node:fs/promises';
import { type Browser, expect, type Page } from '@playwright/test';
import type { Installation } from './app.ts';
import { look } from './look.ts';
import { test } from './test.ts';

const SIZES = {
  desktop: { width: 1440, height: 900 },
  projector: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 640 },
} as const;

async function sandbox(
  browser: Browser,
  heaproom: Installation,
  size: keyof typeof SIZES,
  ...sources: readonly string[]
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: heaproom.url,
    viewport: SIZES[size],
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto('/sandbox');
  for (const source of sources) await run(page, source);
  return page;
}

async function run(page: Page, source: string): Promise<void> {
  const prompt = page.getByLabel('Python prompt');
  await prompt.click();
  await page.keyboard.insertText(source);
  await page.keyboard.press('Enter');
  await expect(prompt).toHaveText(/^(?:a = \[1, 2, 3\])?$/);
}

function graph(page: Page) {
  return page.getByRole('application', { name: /Heap graph/ });
}

/** Where the cards of the graph stand, by their text, in the graph's own coordinates. */
async function places(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const found: Record<string, string> = {};
    for (const card of document.querySelectorAll<HTMLElement>('[data-place]'))
      found[card.dataset.place ?? ''] = `${card.style.left} ${card.style.top}`;
    return found;
  });
}

test('cards keep their places through births, deaths and a change of tabs', async ({ browser, bench }) => {
  const page = await sandbox(browser, bench, 'phone', 'a = [[1], [2]]', 'b = {"k": a}');
  const before = await places(page);
  expect(Object.keys(before).length).toBeGreaterThanOrEqual(5);
  await page.getByRole('tab', { name: 'Table' }).click();
  await run(page, 'c = [3]');
  await page.getByRole('tab', { name: 'Graph' }).click();
  await expect(graph(page)).toBeVisible();
  await expect.poll(async () => Object.keys(await places(page)).length).toBe(Object.keys(before).length + 1);
  expect(await places(page)).toMatchObject(before);
  await run(page, 'del a[0]');
  const { [Object.keys(before).find((id) => id === 'm:__main__') ?? '']: mine } = before;
  expect((await places(page))['m:__main__']).toBe(mine);
  await page.context().close();
});

test('an arrow dragged from a line becomes a statement in the transcript', async ({ browser, bench }) => {
  const page = await sandbox(browser, bench, 'desktop', 'a = [0]', 'b = [7]');
  const port = page.locator('[data-port="-1"][data-card="m:__main__"]');
  const target = page.locator('[data-place^="o"]', { hasText: '[7]' });
  const from = await port.boundingBox();
  const to = await target.boundingBox();
  if (from === null || to === null) throw new Error('not on the screen');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 });
  await page.mouse.up();
  await expect(page.getByText('c = b').first()).toBeVisible();
  await expect(target).toContainText('2 refs');
  await page.context().close();
});

test('the keyboard walks the cards, opens the menu and points a slot elsewhere', async ({
  browser,
  bench,
}) => {
  const page = await sandbox(browser, bench, 'desktop', 'a = [[1], 0]', 'b = [7]');
  await graph(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('m');
  await page.getByRole('menuitem', { name: 'Point to' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('menuitem', { name: '[0]' }).press('Enter');
  const panel = page.getByRole('region', { name: 'Point to' });
  await expect(panel.getByLabel('Find the object to point to')).toBeFocused();
  await look(page, 'graph-target');
  await page.keyboard.insertText('[7]');
  await page.keyboard.press('Enter');
  await expect(page.getByText('a[0] = b').first()).toBeVisible();
  await expect(page.getByTestId('heap-news')).toContainText('Freed: list [1]');
  await page.context().close();
});

test('what cannot be said is explained', async ({ browser, bench }) => {
  const page = await sandbox(browser, bench, 'desktop', 'x = []; x.append(x); del x');
  await graph(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('m');
  await expect(page.getByText('No expression of yours reaches this object.')).toBeVisible();
  await page.context().close();
});

test('search, filters and neighbours leave what they name', async ({ browser, bench }) => {
  const page = await sandbox(browser, bench, 'desktop', 'a = [[1]]', 'x = []; x.append(x); del x');
  const all = Object.keys(await places(page)).length;
  await page.getByLabel('Find objects').fill('leaked');
  await expect(page.getByText('1 object found')).toBeVisible();
  await page.getByLabel('Find objects').fill('');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.getByRole('radio', { name: 'Leaked' }).click();
  await look(page, 'graph-filters');
  await page.keyboard.press('Escape');
  await expect.poll(async () => Object.keys(await places(page)).length).toBe(1);
  await page.getByRole('button', { name: 'Leaked' }).click();
  await expect.poll(async () => Object.keys(await places(page)).length).toBe(all);
  await page.context().close();
});

test('the picture is saved as SVG and as PNG', async ({ browser, bench }) => {
  const page = await sandbox(browser, bench, 'desktop', 'a = [[1]]', 'w = weakref.ref(set)');
  const save = async (kind: string) => {
    await page.getByRole('button', { name: 'Save the picture' }).click();
    const waiting = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: kind }).click();
    return readFile(await (await waiting).path());
  };
  const svg = (await save('As SVG')).toString();
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  const errors = await page.evaluate(
    (text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelectorAll('parsererror').length,
    svg,
  );
  expect(errors).toBe(0);
  const png = await save('As PNG');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBeGreaterThan(300);
  await page.context().close();
});

test('the tree is walked by keys and offers the same menu', async ({ browser, bench }) => {
  const page = await sandbox(browser, bench, 'desktop', 'a = [[1], [2]]');
  await page.getByRole('tab', { name: 'Tree' }).click();
  const tree = page.getByRole('tree');
  await tree.getByRole('treeitem').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(tree.getByRole('treeitem', { name: /^\[0\]: list/ })).toBeFocused();
  await look(page, 'graph-tree');
  await page.keyboard.press('m');
  await expect(page.getByText('a[0]', { exact: true }).last()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.context().close();
});

test('a heap of thousands stays a few cards, and opens by the portion', async ({ browser, bench }) => {
  const page = await sandbox(browser, bench, 'desktop', 'a = [[i] for i in range(5000)]');
  const pile = page.locator('[data-place^="p:"]').first();
  await expect(pile).toContainText('list × 5,000');
  const box = await pile.boundingBox();
  if (box === null) throw new Error('no pile');
  await page.mouse.click(box.x + box.width / 2, box.y + 12);
  await expect(page.locator('[data-place^="p:"]').first()).toContainText('list × 4,960');
  await page.context().close();
});

for (const size of ['desktop', 'projector', 'phone', 'narrow'] as const) {
  test(`axe finds nothing in graph, table and tree at ${size} size`, async ({ browser, bench }) => {
    const page = await sandbox(browser, bench, size, 'a = [[1], {}]', 'x = []; x.append(x); del x');
    await look(page, `graph-${size}`);
    for (const name of ['Table', 'Tree']) {
      await page.getByRole('tab', { name }).click();
      await look(page, `graph-${name}-${size}`);
    }
    await page.context().close();
  });
}
