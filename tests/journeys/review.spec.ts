/** A lesson is over: it is found, looked at, replayed, carried into the sandbox, exported, and deleted. */
import { readFile } from 'node:fs/promises';
import { type Download, expect } from '@playwright/test';
import { look } from './look.ts';
import { join, person, startLesson, type } from './people.ts';
import { test } from './test.ts';

async function text(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

test('a past lesson: search, review, replay, sandbox, exports, own results, deletion', async ({
  browser,
  heaproom,
}) => {
  test.setTimeout(420_000);
  const teacher = await person(browser, heaproom.url);
  const code = await startLesson(teacher, heaproom.signInLink(), 'Memory 102');
  const ana = await person(browser, heaproom.url, true);
  await join(ana, code, 'Ana');
  await type(ana, 'a = [1, 2, 3]');
  await type(ana, 'missing');
  await type(ana, 'b = a');
  await teacher.getByRole('button', { name: 'Question' }).click();
  const dialog = teacher.getByRole('dialog');
  await dialog.getByLabel('Question', { exact: true }).fill('How many names does the list have?');
  await dialog.getByLabel('Option A', { exact: true }).fill('One');
  await dialog.getByLabel('Option B', { exact: true }).fill('Two');
  await dialog.getByLabel('Option B is right').check();
  await dialog.getByRole('button', { name: 'Ask now' }).click();
  await ana.getByRole('radio', { name: 'Two' }).click();
  await ana.getByRole('button', { name: 'Send answer' }).click();
  await expect(teacher.getByTestId('answered')).toHaveText('1 of 1 answered');
  await teacher.getByRole('button', { name: 'Reveal' }).click();
  await expect(ana.getByTestId('my-points')).toHaveText(/1000/);
  await teacher.getByRole('button', { name: 'End lesson' }).click();
  await teacher.getByRole('alertdialog').getByRole('button', { name: 'End lesson' }).click();
  await expect(ana.getByTestId('live')).toHaveAttribute('data-connection', 'ended');

  await test.step('the list of lessons is searched', async () => {
    await teacher.goto('/sessions');
    await expect(teacher.getByText('Memory 102').first()).toBeVisible();
    await teacher.getByLabel('Class or student').fill('nobody of that name');
    await expect(teacher.getByText('No lesson fits')).toBeVisible();
    await teacher.getByLabel('Class or student').fill('ana');
    await expect(teacher.getByText('Memory 102').first()).toBeVisible();
    await look(teacher, 'lessons');
  });

  const session = await test.step('scores, and what was asked', async () => {
    await teacher.getByRole('link', { name: 'Memory 102' }).first().click();
    await expect(teacher.getByRole('row', { name: /Ana/ }).first()).toContainText(/1.?000/);
    await expect(teacher.getByRole('list', { name: 'Answers given' })).toContainText('Two');
    await look(teacher, 'review');
    return new URL(teacher.url()).pathname.split('/').at(-1) ?? '';
  });

  await test.step('page, CSV, JSON and workbook say the same', async () => {
    const file = async (name: RegExp) => {
      await teacher.getByRole('button', { name: 'Export' }).click();
      const [download] = await Promise.all([
        teacher.waitForEvent('download'),
        teacher.getByRole('menuitem', { name }).click(),
      ]);
      return download;
    };
    const results = await text(await file(/results/i));
    expect(results.split('\r\n')[1]).toMatch(/^1,Ana,ana,1000,1,1,3,/);
    const document: unknown = JSON.parse(await text(await file(/json/i)));
    expect(document).toMatchObject({ format: 'heaproom.session', results: [{ points: 1000, correct: 1 }] });
    const workbook = await readFile(await (await file(/xlsx|excel/i)).path());
    expect(workbook.subarray(0, 2).toString()).toBe('PK');
  });

  await test.step('the replay jumps to the exception, and opens that moment in the sandbox', async () => {
    await teacher.getByRole('link', { name: 'Replay the lesson' }).click();
    const replay = teacher.getByTestId('replay');
    await expect(replay).toHaveAttribute('data-seq', /\d+/);
    // Opened by its address the page comes from the server, which says where it could not draw it.
    expect((await teacher.reload())?.status()).toBe(200);
    await expect(replay).toHaveAttribute('data-running', 'true');
    await teacher.getByRole('combobox', { name: 'Show' }).click();
    await teacher.getByRole('option', { name: 'Exceptions' }).click();
    const slider = teacher.getByRole('slider', { name: 'Moment of the lesson' });
    await slider.focus();
    await teacher.keyboard.press('Home');
    await expect(replay).toHaveAttribute('data-seq', '1');
    await teacher.getByRole('button', { name: 'Next of these' }).click();
    await expect(replay).toHaveAttribute('data-seq', '4');
    await look(teacher, 'replay');
    await teacher.getByRole('button', { name: 'Open in the sandbox' }).click();
    await teacher.waitForURL(/\/sandbox/);
    const prompt = teacher.getByLabel('Python prompt');
    await prompt.click();
    await teacher.keyboard.insertText('import ana; ana.a');
    await teacher.keyboard.press('Enter');
    await expect(teacher.getByRole('log').locator('pre', { hasText: /^\[1, 2, 3\]$/ })).toBeVisible();
  });

  await test.step('a student finds their own results, and nobody else’s', async () => {
    await ana.goto('/me');
    await expect(ana.getByText('Memory 102').first()).toBeVisible();
    await expect(ana.getByText(/1.?000/).first()).toBeVisible();
    await look(ana, 'my-results');
    const other = await person(browser, heaproom.url);
    await other.goto('/me');
    await expect(other.getByText('No lesson was attended in this browser')).toBeVisible();
    await other.context().close();
  });

  await test.step('a class over its lessons', async () => {
    await teacher.goto('/sessions');
    await teacher.getByRole('link', { name: 'Progress' }).click();
    await expect(teacher.getByRole('row', { name: /Ana/ })).toContainText('1 of 1');
    for (const [width, height] of [
      [1440, 900],
      [320, 640],
    ] as const) {
      await teacher.setViewportSize({ width, height });
      await look(teacher, `progress-${width}`);
    }
    await teacher.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step('a lesson that is deleted is gone', async () => {
    await teacher.goto(`/sessions/${session}`);
    await teacher.getByRole('button', { name: 'More' }).click();
    await teacher.getByRole('menuitem', { name: 'Delete lesson' }).click();
    await teacher
      .getByRole('alertdialog')
      .getByRole('button', { name: /delete/i })
      .click();
    await teacher.waitForURL(/\/sessions$/);
    await expect(teacher.getByText('No lesson yet')).toBeVisible();
    await teacher.goto(`/sessions/${session}`);
    await expect(teacher.getByRole('alert').or(teacher.getByText('NameError')).first()).toBeVisible();
  });
});
