/**
 * Every screen at desktop, projector and phone size, in light and dark, looked over by axe. With SCREENSHOTS set to a
 * folder the pictures are kept there (docs/screenshots).
 */
import { type Browser, expect, type Page } from '@playwright/test';
import type { Installation } from './app.ts';
import { look } from './look.ts';
import { join, live, person, startLesson, together, type } from './people.ts';
import { test } from './test.ts';

const SIZES = {
  desktop: { width: 1440, height: 900 },
  projector: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
} as const;

async function visitor(
  browser: Browser,
  heaproom: Installation,
  size: keyof typeof SIZES,
  dark = false,
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: heaproom.url,
    viewport: SIZES[size],
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  return context.newPage();
}

test('the pages that need nobody: home and sandbox', async ({ browser, bench }) => {
  test.setTimeout(240_000);
  for (const size of ['desktop', 'phone'] as const) {
    for (const dark of [false, true]) {
      const suffix = `${size}${dark ? '-dark' : ''}`;
      const page = await visitor(browser, bench, size, dark);
      await page.goto('/');
      await expect(page.getByLabel('Class code')).toBeVisible();
      await expect(page.getByText('Starting a heap')).toHaveCount(0);
      await look(page, `home-${suffix}`);
      await page.goto('/sandbox');
      const prompt = page.getByLabel('Python prompt');
      for (const source of ['a = [1, 2, 3]', 'b = {"k": a}', 'x = []; y = [x]; x.append(y)', 'del x, y']) {
        await prompt.click();
        await page.keyboard.insertText(source);
        await page.keyboard.press('Enter');
      }
      await expect(page.getByText('del x, y').first()).toBeVisible();
      await look(page, `sandbox-${suffix}`);
      await page.context().close();
    }
  }
});

test('the pages of a lesson', async ({ browser, heaproom }) => {
  test.setTimeout(900_000);
  const teacher = await person(browser, heaproom.url);
  await teacher.goto('/teach');
  await look(teacher, 'teach-signed-out');
  const code = await startLesson(teacher, heaproom.signInLink(), 'Python, memory and references');
  const ana = await person(browser, heaproom.url);
  const ben = await person(browser, heaproom.url, true);
  await ana.goto(`/c/${code}`);
  await expect(ana.getByLabel('Your name')).toBeVisible();
  await look(ana, 'join-desktop');
  await join(ana, code, 'Ana');
  await join(ben, code, 'Ben');
  await type(ana, 'class Node:\n    pass\n');
  await ana.keyboard.press('Enter');
  for (const source of [
    'n = Node()',
    'n.next = Node()',
    'a = [1, 2, 3]',
    'n.items = a',
    'names = {"first": a}',
  ]) {
    await type(ana, source);
  }
  await type(ben, 'import ana; mine = [ana.a, ana.n]');
  await type(ben, 'x = []; y = [x]; x.append(y); del x, y');
  await type(ana, 'nobody');
  await together(teacher, ana, ben);
  await look(teacher, 'class-desktop');
  await look(ben, 'class-phone');

  const wall = await visitor(browser, heaproom, 'projector');
  await wall.goto(`/c/${code}/projector`);
  await expect(wall.getByTestId('projector')).toHaveAttribute('data-connection', 'live');
  await look(wall, 'class-projector');

  await teacher.getByRole('button', { name: 'GC round' }).click();
  await teacher.getByRole('menuitem', { name: /gc\.collect\(2\)/ }).click();
  await ben.getByLabel('gc.collect(2) returns').fill('2');
  await look(ben, 'round-phone');
  await ben.getByRole('button', { name: 'Send prediction' }).click();
  await expect(ana.getByLabel('gc.collect(2) returns')).toBeVisible();
  await look(ana, 'round-desktop');
  await expect(wall.getByTestId('answered')).toBeVisible();
  await look(wall, 'round-projector');
  await teacher.getByRole('button', { name: 'Collect and reveal' }).click();
  await expect(ben.getByTestId('my-points')).toBeVisible();
  await look(ben, 'revealed-phone');
  await look(teacher, 'revealed-desktop');
  await look(wall, 'revealed-projector');

  await teacher.getByRole('button', { name: 'Question' }).click();
  await teacher.getByRole('radio', { name: 'Ready questions' }).click();
  await teacher
    .getByRole('button', { name: /^Use: / })
    .first()
    .click();
  await look(teacher, 'ask-desktop');
  await teacher.getByRole('dialog').getByRole('button', { name: 'Ask now' }).click();
  await expect(ben.getByRole('radio').first()).toBeVisible();
  await look(ben, 'question-phone');
  await look(wall, 'question-projector');
  await ben.getByRole('radio').first().click();
  await ben.getByRole('button', { name: 'Send answer' }).click();
  await teacher.getByRole('button', { name: 'Reveal' }).click();
  await expect(ben.getByTestId('my-points')).toBeVisible();

  await heaproom.stop();
  await expect(ana.getByTestId('live')).toHaveAttribute('data-connection', 'reconnecting');
  await look(ana, 'reconnecting-desktop');
  await heaproom.start();
  await live(ana);
  await live(teacher);

  await teacher.getByRole('button', { name: 'End lesson' }).click();
  await teacher.getByRole('alertdialog').getByRole('button', { name: 'End lesson' }).click();
  await expect(teacher.getByTestId('live')).toHaveAttribute('data-connection', 'ended');
  await look(teacher, 'scores-desktop');
  await look(ben, 'scores-phone');
  await teacher.goto('/teach');
  await look(teacher, 'teach-desktop');
  await teacher.getByRole('link', { name: 'Scores' }).click();
  await expect(teacher.getByRole('row', { name: /Ben/ })).toBeVisible();
  await look(teacher, 'review-desktop');
  await teacher.getByRole('link', { name: 'Replay the lesson' }).click();
  await expect(teacher.getByTestId('replay')).toHaveAttribute('data-seq', '1');
  await teacher.getByRole('slider', { name: 'Moment of the lesson' }).focus();
  await teacher.keyboard.press('End');
  await expect(teacher.getByTestId('replay')).not.toHaveAttribute('data-seq', '1');
  await look(teacher, 'replay-desktop');
});
