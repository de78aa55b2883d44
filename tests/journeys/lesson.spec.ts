/** The main job, from the first command to the review, through a power cut in the middle. */
import { expect } from '@playwright/test';
import { join, live, person, startLesson, together, type } from './people.ts';
import { readStored } from './stored.ts';
import { test } from './test.ts';

test.use({ asAUserStarts: true });

test('a lesson with a teacher and two students, a power cut, a round, a question, scores and replay', async ({
  browser,
  heaproom,
}) => {
  test.setTimeout(900_000);
  const teacher = await person(browser, heaproom.url);
  const ana = await person(browser, heaproom.url);
  const ben = await person(browser, heaproom.url, true);
  const code = await startLesson(teacher, heaproom.signInLink(), 'Memory 101');
  const everybody = [teacher, ana, ben] as const;

  await test.step('two students join and share one heap', async () => {
    await join(ana, code, 'Ana');
    await join(ben, code, 'Ben');
    await type(ana, 'a = [1, 2, 3]');
    await type(ben, 'import ana; b = ana.a');
    await type(ana, 'sys.getrefcount(a)');
    await together(...everybody);
    const transcript = teacher.getByRole('log', { name: 'Transcript' });
    // Ana's name, Ben's name, the argument.
    await expect(transcript.locator('pre', { hasText: /^3$/ })).toBeVisible();
    await type(ana, 'del a');
    await type(ben, 'del b');
    await together(...everybody);
  });

  await test.step('a leak is made, and seen by all', async () => {
    await type(ana, 'x = []; y = []');
    await type(ana, 'x.append(y); y.append(x)');
    await type(ana, 'del x, y');
    await together(...everybody);
    await expect(teacher.getByText(/2 leaked/)).toBeVisible();
  });

  await test.step('the power goes, and everybody comes back by themselves', async () => {
    const before = await together(...everybody);
    await heaproom.kill();
    await expect(ana.getByTestId('live')).toHaveAttribute('data-connection', 'reconnecting');
    await heaproom.start();
    await Promise.all(everybody.map(live));
    expect(await together(...everybody)).toEqual(before);
    await type(ben, 'back = True');
    await together(...everybody);
  });

  await test.step('a round of the collector, predicted against the clock', async () => {
    await teacher.getByRole('button', { name: 'GC round' }).click();
    await teacher.getByRole('menuitem', { name: /time limit/ }).click();
    const dialog = teacher.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Time' }).click();
    await teacher.getByRole('option', { name: '10 minutes' }).click();
    await dialog.getByRole('switch', { name: /how sure/ }).click();
    await dialog.getByRole('button', { name: 'Ask now' }).click();
    for (const page of [teacher, ana, ben]) await expect(page.getByRole('timer')).toHaveText(/^[56]\d\d s$/);
    await ana.getByRole('radio', { name: 'Certain' }).click();
    const leaked = ana.getByRole('checkbox', { name: /list \[\[/ });
    await expect(leaked).toHaveCount(2);
    for (const box of await leaked.all()) await box.check();
    await ana.getByLabel('gc.collect(2) returns').fill('2');
    await ana.getByRole('button', { name: 'Send prediction' }).click();
    await ben.getByLabel('gc.collect(2) returns').fill('0');
    await ben.getByRole('button', { name: 'Send prediction' }).click();
    await expect(teacher.getByTestId('answered')).toHaveText('2 of 2 answered');
    await teacher.getByRole('button', { name: 'Collect and reveal' }).click();
    await expect(ana.getByTestId('returned')).toHaveText('2');
    for (const page of [teacher, ana]) {
      const given = page.getByRole('list', { name: 'Answers given' });
      await expect(given.getByRole('listitem')).toHaveText([/^21/, /^01/]);
      await expect(given).not.toContainText('Ben');
      // Ana marked both that went, Ben neither.
      const freed = page.getByRole('region', { name: /Freed: 2/ });
      await expect(freed.getByTestId('count')).toHaveText(['1', '1']);
      await expect(freed).toContainText('One student marked nothing.');
    }
    await expect(ana.getByTestId('my-points')).toHaveText(/1000/);
    await expect(ben.getByTestId('my-points')).toHaveText(/^0/);
    await together(...everybody);
  });

  await test.step('a question', async () => {
    await teacher.getByRole('button', { name: 'Question' }).click();
    const dialog = teacher.getByRole('dialog');
    await dialog.getByLabel('Question', { exact: true }).fill('What does `del x` do?');
    await dialog.getByLabel('Option A', { exact: true }).fill('It frees the object');
    await dialog.getByLabel('Option B', { exact: true }).fill('It removes a name');
    await dialog.getByLabel('Option B is right').check();
    await dialog.getByLabel('Explanation').fill('The object lives while anything refers to it.');
    await dialog.getByRole('button', { name: 'Ask now' }).click();
    await ben.getByRole('radio', { name: 'It removes a name' }).click();
    await ben.getByRole('button', { name: 'Send answer' }).click();
    await ana.getByRole('radio', { name: 'It frees the object' }).click();
    await ana.getByRole('button', { name: 'Send answer' }).click();
    await expect(teacher.getByTestId('answered')).toHaveText('2 of 2 answered');
    await teacher.getByRole('button', { name: 'Reveal' }).click();
    await expect(ben.getByTestId('my-points')).toHaveText(/1000/);
    await expect(ana.getByTestId('my-points')).toHaveText(/^0/);
  });

  const last = await test.step('the end: scores for all', async () => {
    await teacher.getByRole('button', { name: 'End lesson' }).click();
    await teacher.getByRole('alertdialog').getByRole('button', { name: 'End lesson' }).click();
    for (const page of everybody)
      await expect(page.getByTestId('live')).toHaveAttribute('data-connection', 'ended');
    const end = await together(...everybody);
    await expect(ana.getByRole('table').getByRole('row', { name: /Ana/ })).toContainText(/1.?000/);
    return end;
  });

  await test.step('the results are in the database', async () => {
    expect(await heaproom.stop()).toBe(0);
    const session = readStored(heaproom);
    const byName = (name: string) => {
      const member = session.members.find((one) => one.nickname === name);
      return session.results.find((one) => one.memberId === member?.id);
    };
    expect(byName('Ana')).toMatchObject({ points: 1000, correct: 1, answered: 2, statements: 6 });
    expect(byName('Ben')).toMatchObject({ points: 1000, correct: 1, answered: 2, statements: 3 });
    expect(session.challenges.map(({ kind, answers }) => [kind, answers.length])).toEqual([
      ['round', 2],
      ['question', 2],
    ]);
    expect(session.entries.map((entry) => entry.seq)).toEqual(session.entries.map((_, index) => index + 1));
    expect(session.entries.at(-1)).toMatchObject({ seq: last.seq, digest: last.digest, kind: 'end' });
  });

  await test.step('after a restart everything can be replayed', async () => {
    await heaproom.start();
    await ana.goto('/');
    await teacher.goto('/teach');
    await teacher
      .getByRole('article', { name: 'Memory 101' })
      .getByRole('link', { name: /scores|review|lesson/i })
      .first()
      .click();
    await expect(teacher.getByRole('row', { name: /Ana/ })).toContainText(/1.?000/);
    await teacher.getByRole('link', { name: 'Replay the lesson' }).click();
    const replay = teacher.getByTestId('replay');
    await expect(replay).toHaveAttribute('data-seq', /\d+/);
    const slider = teacher.getByRole('slider', { name: 'Moment of the lesson' });
    await slider.focus();
    await teacher.keyboard.press('End');
    await expect(replay).toHaveAttribute('data-seq', String(last.seq));
    await expect(replay).toHaveAttribute('data-digest', last.digest);
    await teacher.keyboard.press('Home');
    await expect(replay).toHaveAttribute('data-seq', '1');
  });
});
