/**
 * Scenarios: alone in the sandbox, and led by a teacher in front of a class. Looked over by axe. With SCREENSHOTS set to
 * a folder the pictures are kept there.
 */
import { expect, type Page } from '@playwright/test';
import { look } from './look.ts';
import { join, live, person, startLesson, together, type } from './people.ts';
import { test } from './test.ts';

/** Several statements in a row, on pages that share a busy computer. */
const SLOW = { timeout: 90_000 } as const;

/** Picks by typing and Enter, without a pointer. */
async function pick(page: Page, words: string): Promise<void> {
  const search = page.getByRole('combobox', { name: 'Search the scenarios' });
  await search.fill(words);
  await expect(page.getByRole('option')).toHaveCount(1);
  await search.press('Enter');
}

test('one person picks, steps, compares and answers', async ({ browser, bench }) => {
  test.setTimeout(600_000);
  const page = await person(browser, bench.url);
  await page.goto('/sandbox');
  await page.getByRole('button', { name: 'Scenarios' }).click();
  await look(page, 'scenario-picker');
  await pick(page, '__slots__ without');
  const scenario = page.getByTestId('scenario');
  await expect(scenario).toContainText('With __slots__ and without');
  await scenario.getByRole('button', { name: /^Run next/ }).click();
  await expect(scenario).toHaveAttribute('data-step', '1');
  await scenario.getByRole('button', { name: 'Back one step' }).click();
  await expect(scenario).toHaveAttribute('data-step', '0');
  await scenario.getByRole('button', { name: 'Run the rest' }).click();
  const table = scenario.getByRole('table');
  await expect(table.locator('[data-figure=bytesUsed]')).toContainText('−39 %');
  await expect(table.locator('[data-figure=allocations]')).toContainText('−36 %');
  await look(page, 'scenario-comparison');
  await scenario.getByRole('button', { name: 'Closing question' }).click();
  const question = page.getByRole('dialog', { name: 'A question to close with' });
  await question.getByRole('button', { name: 'nothing' }).click();
  await expect(question.getByText('Not quite')).toBeVisible();
  await question.getByRole('button', { name: 'no place for y' }).click();
  await expect(question.getByText('Right', { exact: true })).toBeVisible();
  await look(page, 'scenario-question');

  for (const [hash, says] of [
    ['#scenario=no-such-thing', 'There is no scenario of this name here'],
    ['#v1=broken', 'Part of the link is missing or changed'],
  ] as const) {
    const other = await person(browser, bench.url, true);
    await other.goto(`/sandbox${hash}`);
    await expect(other.getByRole('alert').filter({ hasText: says })).toBeVisible();
    await expect(other.getByLabel('Python prompt')).toBeVisible();
    await other.context().close();
  }
});

test('a teacher leads a class through a scenario and asks its question', async ({
  browser,
  bench,
  teacher,
}) => {
  test.setTimeout(600_000);
  const code = await startLesson(teacher, '/teach', 'Scenarios');
  const ana = await person(browser, bench.url, true);
  await join(ana, code, 'Ana');
  const projector = await person(browser, bench.url);
  await projector.goto(`/c/${code}/projector`);
  await expect(projector.getByTestId('projector')).toHaveAttribute('data-connection', 'live');

  await teacher.getByRole('button', { name: 'Scenario', exact: true }).click();
  await pick(teacher, 'two lists that hold each other');
  const led = teacher.getByTestId('scenario');
  for (const page of [teacher, ana, projector]) {
    await expect(page.getByTestId('scenario')).toContainText('Two lists that hold each other');
  }
  await expect(ana.getByTestId('scenario').getByRole('button')).toHaveCount(0);
  await led.getByRole('button', { name: /^Run next/ }).click();
  for (const page of [ana, projector]) {
    await expect(page.getByTestId('scenario')).toHaveAttribute('data-step', '1');
    await expect(page.getByTestId('scenario')).toContainText('One list.');
  }
  await led.getByRole('button', { name: 'Run the rest' }).click();
  await expect(projector.getByTestId('scenario')).toContainText(
    'The collector finds both and frees them: 2.',
    SLOW,
  );
  await expect(projector.getByRole('region', { name: 'Latest statements' })).toContainText('gc.collect()');
  await together(teacher, ana);

  const late = await person(browser, bench.url);
  await join(late, code, 'Ben');
  await live(late);
  await expect(late.getByTestId('scenario')).toContainText('The collector finds both and frees them: 2.');
  const pages = { teacher, phone: ana, projector };
  for (const [name, page] of Object.entries(pages)) await look(page, `scenario-class-${name}`);

  await led.getByRole('button', { name: 'Ask the class' }).click();
  await ana.getByRole('radio', { name: 'nothing' }).click();
  await ana.getByRole('button', { name: 'Send answer' }).click();
  await expect(projector.getByTestId('answered')).toContainText('1 of 2');
  await expect(projector.getByTestId('scenario')).toHaveCount(0);
  await teacher.getByRole('button', { name: 'Reveal' }).click();

  await teacher.getByRole('button', { name: 'Scenario', exact: true }).click();
  await pick(teacher, 'small numbers as bytes');
  await led.getByRole('button', { name: 'Run the rest' }).click();
  for (const page of [teacher, ana, projector]) {
    await expect(page.locator('[data-figure=bytesUsed]')).toContainText('10,576', SLOW);
  }
  await look(teacher, 'scenario-compared-teacher');
  await look(ana, 'scenario-compared-phone');
  await look(projector, 'scenario-compared-projector');

  await led.getByRole('button', { name: 'Restart the scenario' }).click();
  await teacher.getByRole('alertdialog').getByRole('button', { name: 'Restart' }).click();
  for (const page of [teacher, ana, projector]) {
    await expect(page.getByTestId('scenario')).toHaveAttribute('data-step', '0', SLOW);
  }
  await together(teacher, ana);
  await led.getByRole('button', { name: 'Leave the scenario' }).click();
  for (const page of [teacher, ana, projector]) {
    await expect(page.getByTestId('scenario')).toHaveCount(0, SLOW);
  }
  await type(ana, 'mine = [1]');
  await together(teacher, ana, late);
});

test('the tour is offered once, goes by keyboard, and needs no storage', async ({ browser, bench }) => {
  test.setTimeout(600_000);
  const page = await person(browser, bench.url);
  await page.goto('/sandbox');
  await look(page, 'scenario-tour-offered');
  await page.getByRole('button', { name: 'Show me', exact: true }).click();
  const stop = page.getByRole('dialog', { name: 'Python is typed here' });
  await expect(stop.getByRole('button', { name: 'Next' })).toBeFocused();
  await look(page, 'scenario-tour-prompt');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Every object is a card' })).toBeVisible();
  await expect(page.locator('[data-tour-here]')).toContainText('1 ref');
  await look(page, 'scenario-tour-card');
  await page.keyboard.press('ArrowLeft');
  await expect(stop).toBeVisible();
  for (const title of [
    'Every object',
    'Names refer',
    'The garbage collector',
    'Where it lies',
    'Scenarios show',
  ]) {
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('dialog', { name: title })).toBeVisible();
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.reload();
  await expect(page.getByLabel('Python prompt')).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Tour' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Show me around' }).click();
  await expect(stop).toBeVisible();

  const phone = await person(browser, bench.url, true);
  await phone.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  await phone.goto('/sandbox');
  await phone.getByRole('button', { name: 'Show me', exact: true }).click();
  for (const title of [
    'Every object',
    'Names refer',
    'The garbage collector',
    'Where it lies',
    'Scenarios show',
  ]) {
    await phone.getByRole('button', { name: 'Next' }).click();
    await expect(phone.getByRole('dialog', { name: title })).toBeInViewport();
  }
  await look(phone, 'scenario-tour-phone');
  await phone.getByRole('button', { name: 'Done' }).click();
  await expect(phone.getByRole('dialog')).toHaveCount(0);
  await expect(phone.getByRole('complementary', { name: 'Tour' })).toHaveCount(0);
});
