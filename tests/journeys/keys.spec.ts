/** The way of a student by keyboard alone, in a high-contrast window that does not move. */
import { expect, type Locator, type Page } from '@playwright/test';
import { look } from './look.ts';
import { live, startLesson, together } from './people.ts';
import { test } from './test.ts';

/** Goes to one of them by Tab, and fails where that leads nowhere. */
async function tabTo(page: Page, targets: Locator, key = 'Tab'): Promise<void> {
  await expect(targets.first()).toBeVisible();
  const there = () =>
    targets.evaluateAll((elements) => elements.some((element) => element === document.activeElement));
  for (let presses = 0; presses < 60; presses++) {
    if (await there()) return;
    await page.keyboard.press(key);
  }
  expect(await there(), 'reached by Tab').toBe(true);
}

test('join, a statement and an answer by keyboard, with forced colours and without motion', async ({
  browser,
  bench,
  teacher,
}) => {
  test.setTimeout(300_000);
  const code = await startLesson(teacher, '/teach', 'Keys');
  const context = await browser.newContext({
    baseURL: bench.url,
    viewport: { width: 1280, height: 800 },
    forcedColors: 'active',
    reducedMotion: 'reduce',
  });
  const ana = await context.newPage();
  await ana.goto('/');
  await tabTo(ana, ana.getByRole('link', { name: 'Skip to the content' }));
  await tabTo(ana, ana.getByLabel('Class code'));
  await look(ana, 'keys-home');
  await ana.keyboard.type(code);
  await ana.keyboard.press('Enter');
  await tabTo(ana, ana.getByLabel('Your name'));
  await ana.keyboard.type('Ana');
  await ana.keyboard.press('Enter');
  await live(ana);

  const prompt = ana.getByLabel('Python prompt');
  await tabTo(ana, prompt);
  await ana.keyboard.type('a = [1, 2]');
  await ana.keyboard.press('Enter');
  await expect(ana.getByRole('log', { name: 'Transcript' })).toContainText('a = [1, 2]');
  await together(ana, teacher);
  expect(
    await ana.evaluate(() =>
      document
        .getAnimations()
        .filter(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > 10)
        .map((animation) => ('animationName' in animation ? animation.animationName : 'a transition')),
    ),
  ).toEqual([]);
  await look(ana, 'keys-class');

  await teacher.getByRole('button', { name: 'Question' }).click();
  const dialog = teacher.getByRole('dialog');
  await dialog.getByLabel('Question', { exact: true }).fill('How long is a?');
  await dialog.getByLabel('Option A', { exact: true }).fill('1');
  await dialog.getByLabel('Option B', { exact: true }).fill('2');
  await dialog.getByLabel('Option B is right').check();
  await dialog.getByRole('button', { name: 'Ask now' }).click();

  const right = ana.getByRole('radio', { name: '2', exact: true });
  await tabTo(ana, ana.getByRole('radio', { name: /^[12]$/ }), 'Shift+Tab');
  if (!(await right.evaluate((option) => option === document.activeElement)))
    await ana.keyboard.press('ArrowDown');
  await expect(right).toBeFocused();
  await ana.keyboard.press('Space');
  await expect(right).toBeChecked();
  await look(ana, 'keys-question');
  await tabTo(ana, ana.getByRole('button', { name: 'Send answer' }));
  await ana.keyboard.press('Enter');
  await expect(teacher.getByTestId('answered')).toHaveText('1 of 1 answered');
  await teacher.getByRole('button', { name: 'Reveal' }).click();
  await expect(ana.getByTestId('my-points')).toHaveText(/1000/);
  await look(ana, 'keys-revealed');
});
