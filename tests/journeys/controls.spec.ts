/** What a teacher does to the heap as a whole and to who may write: the pen, thresholds, clearing, and back. */
import { expect } from '@playwright/test';
import { look } from './look.ts';
import { join, person, startLesson, together, type } from './people.ts';
import { test } from './test.ts';

test('the pen, the thresholds, an empty heap and the way back', async ({ browser, bench, teacher }) => {
  test.setTimeout(240_000);
  const ana = await person(browser, bench.url, true);
  const ben = await person(browser, bench.url);
  const code = await startLesson(teacher, '/teach', 'Controls');
  await join(ana, code, 'Ana');
  await join(ben, code, 'Ben');
  const heapMenu = async (item: string) => {
    await teacher.getByRole('button', { name: 'Heap', exact: true }).click();
    await teacher.getByRole('menuitem', { name: item }).click();
  };
  const penOf = async (name: string, does: string) => {
    await teacher.getByRole('button', { name: `More about ${name}` }).click();
    await teacher.getByRole('menuitem', { name: does }).click();
  };

  await test.step('in a frozen heap only who has the pen writes, until it is taken back', async () => {
    await type(ana, 'a = [1]');
    await teacher.getByRole('button', { name: /^Rules/ }).click();
    await teacher.getByRole('switch', { name: 'Freeze the heap' }).click();
    await teacher.keyboard.press('Escape');
    await teacher.getByRole('tab', { name: /^Class/ }).click();
    await penOf('Ana', 'Hand the pen');
    await expect(ana.getByText('The teacher has frozen the heap.')).toBeHidden();
    await expect(ben.getByText('The teacher has frozen the heap.')).toBeVisible();
    await type(ana, 'a.append(2)');
    await expect(ben.getByRole('log', { name: 'Transcript' })).toContainText('a.append(2)');
    await look(teacher, 'pen-teacher');
    await look(ana, 'pen-phone');
    await penOf('Ana', 'Take the pen back');
    await expect(ana.getByText('The teacher has frozen the heap.')).toBeVisible();
    await teacher.getByRole('button', { name: /^Rules/ }).click();
    await teacher.getByRole('switch', { name: 'Freeze the heap' }).click();
    await teacher.keyboard.press('Escape');
    await expect(ana.getByText('The teacher has frozen the heap.')).toBeHidden();
  });

  await test.step('thresholds are set by a statement that everybody sees, and what is no number is told', async () => {
    await heapMenu('Thresholds and automatic collection…');
    const dialog = teacher.getByRole('dialog');
    const first = dialog.getByLabel('Threshold of generation 0');
    await first.fill('many');
    await expect(dialog.getByText('A whole number, 0 or more')).toBeVisible();
    await look(teacher, 'thresholds-wrong');
    await first.fill('5');
    await dialog.getByRole('button', { name: 'Set thresholds' }).click();
    await expect(dialog).toBeHidden();
    await expect(ben.getByRole('log', { name: 'Transcript' })).toContainText('gc.set_threshold(5, 10, 10)');
    await type(ben, 'kept = [[] for i in range(20)]');
    await expect(ben.getByRole('log', { name: 'Transcript' })).toContainText(/generation 0/i);
    await look(ben, 'thresholds-collections');
  });

  await test.step('a cleared heap is empty for everybody, and can be brought back', async () => {
    const before = await together(teacher, ana, ben);
    await heapMenu('Clear the heap…');
    await look(teacher, 'clear-asked');
    await teacher.getByRole('alertdialog').getByRole('button', { name: 'Clear' }).click();
    await expect(async () => {
      expect((await together(teacher, ana, ben)).digest).not.toBe(before.digest);
    }).toPass();
    await look(ben, 'clear-done');
    await type(ana, 'a');
    await expect(ana.getByText("NameError: name 'a' is not defined").first()).toBeVisible();
    await heapMenu('Back to an earlier moment…');
    await look(teacher, 'rewind-asked');
    await teacher.getByRole('dialog').getByRole('button', { name: 'kept = ' }).click();
    await expect(teacher.getByRole('dialog')).toBeHidden();
    await expect(async () => {
      expect((await together(teacher, ana, ben)).digest).toBe(before.digest);
    }).toPass();
    await look(ana, 'rewind-done-phone');
    await look(teacher, 'rewind-done');
  });
});
