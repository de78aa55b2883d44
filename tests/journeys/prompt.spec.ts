import { expect } from '@playwright/test';
import { test } from './test.ts';

test('Enter runs what is typed though completions are offered, Tab takes one', async ({ page, bench }) => {
  await page.goto(`${bench.url}/sandbox`);
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
