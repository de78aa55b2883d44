/**
 * Predictions in a class and alone: made from the heap, answered on a phone, revealed with the reason; pointing at an
 * object from a list and in the graph. Looked over by axe. With SCREENSHOTS set to a folder the pictures are kept there.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import { look } from './look.ts';
import { join, person, startLesson, together, type } from './people.ts';
import { test } from './test.ts';

/** Opens the dialog, takes a kind, and gives its preview, in which the right answer is marked. */
async function preview(teacher: Page, kind: string): Promise<Locator> {
  await teacher.getByRole('button', { name: 'Prediction', exact: true }).click();
  const dialog = teacher.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'About' }).click();
  await teacher.getByRole('option', { name: kind }).click();
  const shown = dialog.getByRole('region', { name: 'The question with its answer' });
  await expect(shown.getByText(kind)).toBeVisible({ timeout: 60_000 });
  return shown;
}

async function ask(teacher: Page): Promise<void> {
  await teacher.getByRole('dialog').getByRole('button', { name: 'Ask now' }).click();
  await expect(teacher.getByRole('dialog')).toBeHidden({ timeout: 60_000 });
}

test.describe.configure({ timeout: 600_000 });

test('the teacher asks, a phone predicts and points, and the reveal says why', async ({
  browser,
  bench,
  teacher,
}) => {
  const ana = await person(browser, bench.url, true);
  const code = await startLesson(teacher, '/teach', 'Predictions');
  await join(ana, code, 'Ana');

  await test.step('an empty heap says what to do', async () => {
    await teacher.getByRole('button', { name: 'Prediction', exact: true }).click();
    await expect(teacher.getByRole('dialog').getByText(/Run a statement first/)).toBeVisible({
      timeout: 60_000,
    });
    await teacher.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  });

  await type(ana, 'a = [[1], [2]]; b = [a]; c = a[0]');
  await together(teacher, ana);

  await test.step('a count, answered with what the preview says', async () => {
    const shown = await preview(teacher, 'What sys.getrefcount returns');
    await look(teacher, 'predict-preview');
    const first = await shown.locator('pre').textContent();
    await teacher.getByRole('dialog').getByRole('button', { name: 'Take another' }).click();
    await expect(shown.locator('pre')).not.toHaveText(first ?? '', { timeout: 60_000 });
    const right = await shown.locator('p.border-newborn').textContent();
    await ask(teacher);
    // On a phone who answers has the screen for that; beside the heap it is said why nothing can be typed.
    const still = ana.getByText('The heap stands still while the class predicts.');
    await expect(ana.getByLabel('Your answer')).toBeVisible();
    await expect(still).toBeHidden();
    await ana.getByRole('tab', { name: /Heap/ }).click();
    await expect(still).toBeVisible();
    await ana.getByRole('tab', { name: /Question/ }).click();
    await ana.getByLabel('Your answer').fill(right ?? '');
    await look(ana, 'predict-answering');
    await ana.getByRole('button', { name: 'Send answer' }).click();
    await expect(teacher.getByTestId('answered')).toHaveText('1 of 1 answered');
    await teacher.getByRole('button', { name: 'Reveal' }).click();
    await expect(ana.getByTestId('my-points')).toHaveText(/1000/);
    await expect(ana.getByText(/The argument of the call is one more/)).toBeVisible();
    await look(ana, 'predict-revealed');
  });

  await test.step('what dies, answered wrongly', async () => {
    await preview(teacher, 'What dies if a name goes');
    await ask(teacher);
    await ana.getByRole('checkbox', { name: 'None of them: all live on' }).click();
    await ana.getByRole('button', { name: 'Send answer' }).click();
    await expect(teacher.getByTestId('answered')).toHaveText('1 of 1 answered');
    await teacher.getByRole('button', { name: 'Reveal' }).click();
    await expect(ana.getByTestId('my-points')).toHaveText(/^0/);
    await expect(ana.getByText(/removes a name, not an object/)).toBeVisible();
  });

  await test.step('pointing: the key chosen in the table and the list, the answer in the tree', async () => {
    await teacher.getByRole('button', { name: 'Point', exact: true }).click();
    await teacher.getByLabel('Question').fill('Which object does the name `a` refer to?');
    await teacher.getByRole('button', { name: 'Choose in the graph' }).click();
    const pane = teacher.getByRole('region', { name: 'Heap', exact: true });
    await expect(pane.getByText('Choose every object that is a right answer. 0 chosen.')).toBeVisible();
    // By keyboard, from card to card, until the outer list is chosen.
    await pane.getByRole('application', { name: /Heap graph/ }).focus();
    await expect(async () => {
      await teacher.keyboard.press('ArrowRight');
      await teacher.keyboard.press('Enter');
      await expect(pane.getByText(/1 chosen/)).toBeVisible({ timeout: 1000 });
    }).toPass();
    await look(teacher, 'predict-picking');
    await pane.getByRole('button', { name: 'Back to the question' }).click();
    const dialog = teacher.getByRole('dialog');
    const outer = dialog.getByRole('checkbox', { name: /list \[\[1\], \[2\]\]/ });
    // What the keyboard came to may be another card: the list shows it, and the list sets it right.
    for (const box of await dialog.getByRole('checkbox').all()) if (await box.isChecked()) await box.click();
    await outer.click();
    await expect(outer).toBeChecked();
    await look(teacher, 'predict-pointing');
    await ask(teacher);
    await ana.getByRole('tab', { name: /Heap/ }).click();
    await ana.getByRole('radio', { name: 'Tree' }).click();
    await ana
      .getByRole('treeitem', { name: /list \[\[1\], \[2\]\]/ })
      .first()
      .click();
    await expect(ana.getByText('Chosen: list [[1], [2]]. Send it with the question.')).toBeVisible();
    await look(ana, 'predict-chosen');
    await ana.getByRole('button', { name: 'To the question' }).click();
    await expect(ana.getByRole('radio', { name: /list \[\[1\], \[2\]\]/ })).toBeChecked();
    await ana.getByRole('button', { name: 'Send answer' }).click();
    await expect(teacher.getByTestId('answered')).toHaveText('1 of 1 answered');
    await teacher.getByRole('button', { name: 'Reveal' }).click();
    await expect(ana.getByTestId('my-points')).toHaveText(/1000/);
  });
});

test('alone in the sandbox: a question, the answer at once, a tally', async ({ browser, bench }) => {
  const page = await person(browser, bench.url);
  await page.goto('/sandbox');
  await page.getByLabel('Python prompt').click();
  await page.keyboard.insertText('a = [1, 2]; b = [a]');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Predict' }).click();
  await page.getByRole('combobox', { name: 'About' }).click();
  await page.getByRole('option', { name: 'What sys.getrefcount returns' }).click();
  const answer = page.getByLabel('Your answer');
  await expect(answer).toBeVisible({ timeout: 60_000 });
  await answer.fill('77');
  await look(page, 'predict-practice');
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByText('Not quite.')).toBeVisible();
  await expect(page.getByTestId('tally')).toHaveText('0 of 1 right');
  await expect(page.getByText(/The argument of the call is one more/)).toBeVisible();
  await look(page, 'predict-practised');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('button', { name: 'Check' })).toBeVisible({ timeout: 60_000 });
});
