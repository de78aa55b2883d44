import { expect } from '@playwright/test';
import { type Installation, installHeaproom } from './app.ts';
import { test } from './test.ts';

let heaproom: Installation;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  heaproom = await installHeaproom();
  await heaproom.start();
});

test.afterAll(() => heaproom.remove());

test('Enter runs what is typed though completions are offered, Tab takes one', async ({ page }) => {
  await page.goto(`${heaproom.url}/sandbox`);
  const prompt = page.getByLabel('Python prompt');
  const transcript = page.getByRole('log');
  await prompt.click();
  await page.keyboard.type('number = 7');
  await page.keyboard.press('Enter');
  await page.keyboard.type('number');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(transcript.locator('pre', { hasText: /^7$/ })).toHaveCount(1);
  await page.keyboard.type('nu');
  await expect(page.getByRole('option', { name: 'number' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(prompt).toHaveText('number');
  await page.keyboard.press('Enter');
  await expect(transcript.locator('pre', { hasText: /^7$/ })).toHaveCount(2);
});
