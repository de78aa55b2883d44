/** Pages come in the language of the browser, or in the one that is chosen in the menu; addresses stay the same. */
import { expect } from '@playwright/test';
import { de } from '../../components/language/de/index.ts';
import { es } from '../../components/language/es/index.ts';
import { look } from './look.ts';
import { test } from './test.ts';

test('a reader chooses a language, and it is kept', async ({ browser, bench }) => {
  const context = await browser.newContext({
    baseURL: bench.url,
    locale: 'es-MX',
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page.getByRole('heading', { name: es.home.title })).toBeVisible();
  await page.getByRole('textbox', { name: es.home.join.code }).fill('22222222');
  await page.getByRole('button', { name: es.home.join.go }).click();
  await expect(page.getByText(es.refusals.unknownCode)).toBeVisible();
  await look(page, 'home-phone-es');

  await page.getByRole('button', { name: es.page.settings }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio', { name: 'Español' })).toHaveAttribute('aria-checked', 'true');
  // The menu takes the focus when it has opened; until then an arrow goes nowhere.
  const german = page.getByRole('menuitemradio', { name: 'Deutsch' });
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect(german).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('heading', { name: de.home.title })).toBeVisible();
  await look(page, 'home-phone-de');

  await page.getByRole('link', { name: de.home.alone }).click();
  await expect(page).toHaveURL(/\/sandbox$/);
  await expect(page).toHaveTitle(`${de.page.titles.sandbox} · Heaproom`);
  await page.getByLabel(de.prompt.label).click();
  await page.keyboard.insertText('a = [1, 2, 3]');
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: de.sandbox.tabs.transcript }).click();
  await expect(page.getByRole('log').getByText(de.sandbox.note.made(1))).toBeVisible();
  await look(page, 'sandbox-phone-de');

  // A scenario is told, and its question asked, in German; its Python is everybody's.
  const counting = de.scenarioTexts.of.counting;
  if (counting === undefined) throw new Error('no scenario');
  await page.goto('/');
  await page.getByRole('link', { name: counting.title }).click();
  const strip = page.getByTestId('scenario');
  await expect(strip.getByText(counting.aim)).toBeVisible();
  await strip.getByRole('button', { name: 'a = [1, 2, 3]' }).click();
  await expect(strip).toHaveAttribute('data-step', '1');
  await expect(strip.getByText(counting.say[0] ?? '')).toBeVisible();
  await look(page, 'scenario-phone-de');

  await page.goto('/nowhere');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('heading', { name: de.page.nowhere.title })).toBeVisible();
});
