/** A teacher writes a deck, brings it out and in again, meets a broken file, and asks a class from it. */
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { look } from './look.ts';
import { join, live, person } from './people.ts';
import { test } from './test.ts';

test('a deck: written, put in order, exported, imported, and asked in class', async ({
  browser,
  heaproom,
}) => {
  test.setTimeout(300_000);
  const teacher = await person(browser, heaproom.url);
  await teacher.goto(heaproom.signInLink());
  const questions = teacher.getByRole('list', { name: 'Questions of this deck' }).getByRole('listitem');
  const saved = teacher.getByTestId('save-state').first();

  await test.step('a question is written and checked by the machine', async () => {
    await teacher.getByRole('link', { name: 'Decks' }).click();
    await expect(teacher.getByText('No deck yet')).toBeVisible();
    await look(teacher, 'decks-empty');
    await teacher.getByLabel('Title of the new deck').fill('Counts');
    await teacher.getByRole('button', { name: 'Create' }).click();
    await expect(teacher.getByTestId('deck-editor')).toBeVisible();
    await teacher.getByRole('button', { name: 'New question' }).click();
    await teacher.getByLabel('Question', { exact: true }).fill('What does the last line print?');
    await teacher.getByLabel('Code').fill('x = []\nsys.getrefcount(x)');
    await teacher.getByLabel('Option A', { exact: true }).fill('`1`');
    await teacher.getByLabel('Option B', { exact: true }).fill('`2`');
    await teacher.getByRole('button', { name: 'Check with the machine' }).click();
    await expect(teacher.getByTestId('check')).toContainText('prints 2: that is option 2');
    await teacher.getByLabel('Option B is right').check();
    await teacher.getByLabel('Belief behind option A').fill('Only names count.');
    await teacher.getByRole('button', { name: 'Check with the machine' }).click();
    await expect(teacher.getByTestId('check')).toContainText('as the right option says');
  });

  await test.step('more from the bank, one with a picture', async () => {
    await teacher.getByRole('button', { name: 'From the bank' }).click();
    const dialog = teacher.getByRole('dialog');
    await dialog.getByLabel('Search').fill('everything the name leads');
    await dialog.getByRole('button', { name: /^Add: / }).click();
    await look(teacher, 'deck-bank');
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(questions).toHaveCount(2);
    await expect(teacher.getByRole('img', { name: /A picture of a heap.*list_a is the Node/ })).toBeVisible();
    await expect(saved).toHaveAttribute('data-state', 'saved');
    await look(teacher, 'deck-editor');
  });

  await test.step('reordered by keyboard, undone and done again', async () => {
    const row = questions.nth(1).getByRole('button', { name: /Which object is freed/ });
    await row.focus();
    await teacher.keyboard.press('Alt+ArrowUp');
    await expect(questions.first()).toContainText('Which object is freed');
    await teacher.getByRole('button', { name: 'Undo' }).click();
    await expect(questions.nth(1)).toContainText('Which object is freed');
    await teacher.getByRole('button', { name: 'Redo' }).click();
    await expect(questions.first()).toContainText('Which object is freed');
    await expect(saved).toHaveAttribute('data-state', 'saved');
    await teacher.reload();
    await expect(questions.first()).toContainText('Which object is freed');
  });

  const gift = await test.step('exported as GIFT, and told what that cannot hold', async () => {
    await teacher.getByRole('button', { name: 'Export' }).click();
    const dialog = teacher.getByRole('dialog');
    await dialog.getByRole('radio', { name: /GIFT/ }).click();
    await expect(dialog).toContainText('Question 1: GIFT cannot ask for an object of a heap');
    await look(teacher, 'deck-export');
    const [download] = await Promise.all([
      teacher.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Counts.gift.txt');
    return readFile(await download.path(), 'utf8');
  });

  await test.step('a broken file is refused at its line, the whole one comes in', async () => {
    await teacher.getByRole('link', { name: 'Decks' }).click();
    await teacher.getByRole('button', { name: 'Import' }).click();
    const dialog = teacher.getByRole('dialog');
    const file = (name: string, text: string) =>
      dialog
        .getByLabel('Choose a file')
        .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
    await file('broken.txt', gift.replace(/\}\s*$/, ''));
    const result = dialog.getByTestId('import-result');
    await expect(result).toContainText('Line 3: The answers that begin with this { are not closed');
    await expect(dialog.getByRole('button', { name: 'Import' })).toBeDisabled();
    // The place leads to the line in the box, which is selected there.
    await result.getByRole('button', { name: 'Line 3', exact: true }).click();
    const box = dialog.getByLabel('Or paste its text');
    await expect(box).toBeFocused();
    expect(
      await box.evaluate((area) =>
        area instanceof HTMLTextAreaElement ? area.value.slice(area.selectionStart, area.selectionEnd) : null,
      ),
    ).toBe(gift.split('\n')[2]);
    await file('newer.json', '{"heaproom": "deck", "version": 9}');
    await expect(result).toContainText('This deck is of version 9');
    await look(teacher, 'deck-refused');
    await file('Counts again.gift.txt', gift);
    await expect(result).toContainText('“Counts” with 1 question');
    await dialog.getByRole('button', { name: 'Import 1 question' }).click();
    await expect(dialog).toBeHidden();
    const cards = teacher.getByRole('article', { name: 'Counts' });
    await expect(cards).toHaveCount(2);
    await look(teacher, 'decks');
    await cards.filter({ hasText: '1 question ' }).getByRole('link', { name: 'Open' }).click();
    await expect(questions).toHaveCount(1);
    await expect(teacher.getByLabel('Code')).toHaveValue('x = []\nsys.getrefcount(x)');
    await expect(teacher.getByLabel('Belief behind option A')).toHaveValue('Only names count.');
    await expect(teacher.getByLabel('Option B is right')).toBeChecked();
  });

  await test.step('deleted, and brought back', async () => {
    await teacher.getByRole('link', { name: 'Decks' }).click();
    const cards = teacher.getByRole('article', { name: 'Counts' });
    const imported = cards.filter({ hasText: '1 question ' });
    await imported.getByRole('button', { name: 'More about Counts' }).click();
    await teacher.getByRole('menuitem', { name: 'Delete' }).click();
    await teacher.getByRole('alertdialog').getByRole('button', { name: 'Delete deck' }).click();
    await expect(cards).toHaveCount(1);
    await teacher.getByRole('button', { name: 'Undo' }).click();
    await expect(cards).toHaveCount(2);
  });

  await test.step('a class is asked for an object of the picture', async () => {
    await teacher.goto('/teach');
    await teacher.getByLabel('Name of the new classroom').fill('Memory 101');
    await teacher.getByRole('button', { name: 'Create' }).click();
    const classroom = teacher.getByRole('article', { name: 'Memory 101' });
    const code = ((await classroom.getByTestId('class-code').textContent()) ?? '').replace(/\s/g, '');
    await classroom.getByRole('button', { name: 'Start lesson' }).click();
    await live(teacher);
    const ana = await person(browser, heaproom.url, true);
    await join(ana, code, 'Ana');
    await teacher.getByRole('button', { name: 'Question' }).click();
    const dialog = teacher.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Ready questions' }).click();
    await dialog.getByRole('combobox', { name: 'From' }).click();
    await teacher.getByRole('option', { name: 'Counts' }).last().click();
    await dialog.getByRole('button', { name: /^Use: .*Which object is freed/ }).click();
    await look(teacher, 'deck-asking');
    await dialog.getByRole('button', { name: 'Ask now' }).click();
    await expect(ana.getByRole('img', { name: /A picture of a heap/ })).toBeVisible();
    await look(ana, 'deck-question-phone');
    await ana.getByRole('radio').first().click();
    await ana.getByRole('button', { name: 'Send answer' }).click();
    await expect(teacher.getByTestId('answered')).toHaveText('1 of 1 answered');
    await teacher.getByRole('button', { name: 'Reveal' }).click();
    await expect(ana.getByTestId('my-points')).toBeVisible();
  });
});
