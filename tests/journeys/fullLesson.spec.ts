/** A whole lesson: one teacher and five students, every kind of challenge, and what can go wrong with a connection. */
import { expect, type Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { z } from 'zod';
import { cuttable, join, live, person, startLesson, together, type } from './people.ts';
import { readStored } from './stored.ts';
import { test } from './test.ts';

const lessonList = z.object({ lessons: z.array(z.object({ id: z.string() })) });
const rowsShape = z.array(z.array(z.string()));

/** What a page has been sent over its sockets, as text. */
function wiretap(page: Page): string[] {
  const heard: string[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => heard.push(payload.toString()));
  });
  return heard;
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/** Opens the dialog, fills in a question of the teacher's own and asks it. */
async function ask(
  teacher: Page,
  form: string | null,
  fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void>,
) {
  await press(teacher, 'Question');
  const dialog = teacher.getByRole('dialog');
  await dialog.getByLabel('Question', { exact: true }).fill(`About ${form ?? 'names'}?`);
  if (form !== null) {
    await dialog.getByLabel('Form of the answer').click();
    await teacher.getByRole('option', { name: form }).click();
  }
  await fill(dialog);
  await dialog.getByRole('button', { name: 'Ask now' }).click();
  await expect(dialog).toBeHidden();
}

async function options(dialog: ReturnType<Page['getByRole']>, ...texts: readonly string[]): Promise<void> {
  for (const [index, text] of texts.entries()) {
    const letter = 'ABCD'.charAt(index);
    if (index > 1) await dialog.getByRole('button', { name: 'Add an option' }).click();
    await dialog.getByLabel(`Option ${letter}`, { exact: true }).fill(text);
  }
}

async function choose(student: Page, option: string): Promise<void> {
  await student.getByRole('radio', { name: option }).click();
  await press(student, 'Send answer');
  await expect(student.getByRole('button', { name: 'Sent', exact: true })).toBeVisible();
}

async function send(student: Page): Promise<void> {
  await press(student, 'Send answer');
  await expect(student.getByRole('button', { name: 'Sent', exact: true })).toBeVisible();
}

/** With or without a sign between thousands. */
function written(sum: number): RegExp {
  return new RegExp(String(sum).replace(/(\d)(?=\d{3}$)/, '$1.?'));
}

const NAMES = ['Ana', 'Ben', 'Cem', 'Dora', 'Emil'] as const;
/** `old` grows two generations older, `middle` one, `young` none. */
const THREE_AGES = 'gc.collect(1); middle = []; gc.collect(0); young = []';
const SECRET = 'secret-of-the-teacher';

test('a full lesson: teams, a lobby, a lost connection, a latecomer, a second vote, a task on the wall, the podium', async ({
  browser,
  heaproom,
}) => {
  test.setTimeout(900_000);
  const teacher = await person(browser, heaproom.url);
  const [ana, ben, cem, dora, emil] = await Promise.all([
    person(browser, heaproom.url),
    person(browser, heaproom.url, true),
    person(browser, heaproom.url),
    person(browser, heaproom.url),
    person(browser, heaproom.url),
  ]);
  const code = await startLesson(teacher, heaproom.signInLink(), 'Memory 101');
  const line = await cuttable(ben);
  const anasFrames = wiretap(ana);
  const emilsFrames = wiretap(emil);

  await test.step('four come in time, and are two teams', async () => {
    for (const [index, page] of [ana, ben, cem, dora].entries()) await join(page, code, NAMES[index] ?? '');
    await teacher.getByRole('tab', { name: /Class/ }).click();
    await press(teacher, 'Teams');
    const dialog = teacher.getByRole('dialog', { name: 'Teams' });
    for (const [name, team] of [
      ['Ana', 'Blue'],
      ['Ben', 'Blue'],
      ['Cem', 'Green'],
      ['Dora', 'Green'],
    ] as const) {
      await dialog.getByLabel(`Team of ${name}`).click();
      await teacher.getByRole('option', { name: team, exact: true }).click();
      await expect(dialog.getByLabel(`Team of ${name}`)).toHaveText(team);
    }
    await dialog.getByRole('button', { name: 'Done' }).click();
  });

  await test.step('a round of the collector', async () => {
    await type(ana, 'x = []; y = [x]; x.append(y)');
    await type(ana, 'del x, y');
    await press(teacher, 'GC round');
    await teacher.getByRole('menuitem', { name: /gc\.collect\(2\)/ }).click();
    const leaked = ana.getByRole('checkbox', { name: /list \[\[/ });
    await expect(leaked).toHaveCount(2);
    for (const box of await leaked.all()) await box.check();
    await ana.getByLabel('gc.collect(2) returns').fill('2');
    await press(ana, 'Send prediction');
    await ben.getByLabel('gc.collect(2) returns').fill('2');
    await press(ben, 'Send prediction');
    await expect(teacher.getByTestId('answered')).toHaveText('2 of 4 answered');
    await press(teacher, 'Collect and reveal');
    await expect(ana.getByTestId('my-points')).toHaveText(/^1000/);
    // The number, and none of the objects.
    await expect(ben.getByTestId('my-points')).toHaveText(/^500/);
  });

  await test.step('a question with a lobby; one loses the connection, one comes late, and all vote twice', async () => {
    await ask(teacher, null, async (dialog) => {
      await options(dialog, 'A name goes', 'An object goes', 'Nothing goes');
      await dialog.getByLabel('Option A is right').check();
      await dialog.getByLabel('Explanation').fill(SECRET);
      await dialog.getByLabel('Gather first').click();
    });
    await expect(dora.getByText('It starts when the teacher says so.')).toBeVisible();
    await expect(dora.getByRole('list', { name: 'Here' }).getByRole('listitem')).toHaveCount(4);
    await expect(dora.getByRole('radio', { name: 'A name goes' })).toHaveCount(0);
    await press(teacher, 'Start');
    await choose(ana, 'A name goes');
    await choose(ben, 'An object goes');
    await choose(cem, 'An object goes');

    await line.cut();
    await expect(ben.getByTestId('live')).toHaveAttribute('data-connection', 'reconnecting', {
      timeout: 60_000,
    });
    await choose(dora, 'Nothing goes');
    line.mend();
    await live(ben);
    await expect(ben.getByRole('radio', { name: 'An object goes' })).toBeChecked();
    await expect(ben.getByRole('button', { name: 'Sent', exact: true })).toBeVisible();
    // And once more from nothing: the page is loaded anew.
    await ben.reload();
    await live(ben);
    await expect(ben.getByRole('radio', { name: 'An object goes' })).toBeChecked();

    await join(emil, code, 'Emil');
    await choose(emil, 'A name goes');
    await expect(teacher.getByTestId('answered')).toHaveText('5 of 5 answered');

    await press(teacher, 'Second vote');
    await choose(ben, 'A name goes');
    await choose(cem, 'A name goes');
    for (const frames of [anasFrames, emilsFrames]) {
      expect(frames.join('\n')).toContain('challenge.answer');
      expect(frames.join('\n')).not.toContain(SECRET);
      expect(frames.join('\n')).not.toMatch(/"choice":[12]/);
    }
    await press(teacher, 'Reveal');
    for (const page of [ana, ben, cem, emil]) await expect(page.getByTestId('my-points')).toHaveText(/^1000/);
    await expect(dora.getByTestId('my-points')).toHaveText(/^0/);
    await expect(ana.getByText(SECRET)).toBeVisible();
    await expect(ana.getByText('4 of 5 had it fully right.')).toBeVisible();
    const compared = ana.getByRole('region', { name: 'Before and after talking it over' });
    await expect(compared.getByRole('meter', { name: 'Right in the first vote' })).toHaveAttribute(
      'aria-valuenow',
      '2',
    );
    await expect(compared.getByRole('meter', { name: 'Right in the second vote' })).toHaveAttribute(
      'aria-valuenow',
      '4',
    );
  });

  await test.step('the other forms of questions', async () => {
    await ask(teacher, 'All options that are right', async (dialog) => {
      await options(dialog, 'a list', 'an int', 'a dict');
      await dialog.getByLabel('Option A is right').check();
      await dialog.getByLabel('Option C is right').check();
    });
    await ana.getByRole('checkbox', { name: 'a list' }).click();
    await ana.getByRole('checkbox', { name: 'a dict' }).click();
    await send(ana);
    await dora.getByRole('checkbox', { name: 'a list' }).click();
    await send(dora);
    await press(teacher, 'Reveal');
    await expect(ana.getByTestId('my-points')).toHaveText(/^1000/);
    await expect(dora.getByTestId('my-points')).toHaveText(/^500/);

    await ask(teacher, 'A number', async (dialog) => {
      await dialog.getByLabel('Right number').fill('56');
      await dialog.getByLabel('Tolerance').fill('0');
    });
    await cem.getByLabel(/^Your answer/).fill('56');
    await send(cem);
    await press(teacher, 'Reveal');
    await expect(cem.getByTestId('my-points')).toHaveText(/^1000/);

    await ask(teacher, 'Put in order', async (dialog) => {
      await dialog.getByRole('button', { name: 'Add an item' }).click();
      for (const [index, item] of ['first', 'second', 'third'].entries())
        await dialog.getByLabel(`Item ${index + 1}`, { exact: true }).fill(item);
    });
    const up = (item: string) => ben.getByRole('button', { name: `Move up: ${item}` });
    await expect(up('third')).toBeVisible();
    while (await up('first').isEnabled()) await up('first').click();
    const order = await ben.getByRole('button', { name: /^Move up/ }).allTextContents();
    expect(order).toHaveLength(3);
    if (
      (await ben
        .getByRole('button', { name: /^Move down/ })
        .last()
        .getAttribute('aria-label')) !== 'Move down: third'
    )
      await up('second').click();
    await send(ben);
    await press(teacher, 'Reveal');
    await expect(ben.getByTestId('my-points')).toHaveText(/^1000/);

    await type(teacher, 'keep = [7]');
    await ask(teacher, 'Point at an object', async (dialog) => {
      await dialog.getByLabel('The object that is meant').fill('keep');
    });
    await dora.getByRole('radio', { name: /list \[7\]/ }).click();
    await send(dora);
    await press(teacher, 'Reveal');
    await expect(dora.getByTestId('my-points')).toHaveText(/^1000/);

    // What is right is found out by the server; here nobody answers.
    await press(teacher, 'Prediction');
    const asked = teacher.getByRole('dialog');
    await asked.getByRole('button', { name: 'Ask now' }).click();
    await expect(asked).toBeHidden();
    await expect(ana.getByRole('heading', { name: /^Prediction \d/ })).toBeVisible();
    await press(teacher, 'Reveal');
    await expect(ana.getByText('Nobody answered.')).toBeVisible();
    // What Dora pointed at goes, and is still told by name afterwards.
    await type(teacher, 'del keep');

    await ask(teacher, 'Own words, not graded', async (dialog) => {
      await dialog.getByLabel('What a good answer says').fill('It depends.');
    });
    await emil.getByLabel('Your answer, in your own words').fill('It depends, I think.');
    await send(emil);
    await press(teacher, 'Reveal');
    await expect(emil.getByText('1 answered.')).toBeVisible();
  });

  await test.step('a task: everybody on a heap of their own, all of them on the wall', async () => {
    const wall = await person(browser, heaproom.url);
    await wall.goto(`/c/${code}/projector`);
    await press(teacher, 'Projector');
    await teacher.getByRole('switch', { name: 'It follows me' }).click();
    await teacher.keyboard.press('Escape');
    await expect(wall.getByText('Follows the teacher')).toBeVisible();

    await press(teacher, 'Task');
    const dialog = teacher.getByRole('dialog');
    await dialog.getByRole('button', { name: /^Use: Three ages/ }).click();
    await dialog.getByRole('button', { name: 'Set the task' }).click();
    const forks = teacher.getByRole('region', { name: 'Wall of forks' });
    await expect(forks.getByRole('listitem')).toHaveCount(5);
    const solve = async (page: Page, input: string) => {
      const prompt = page.getByLabel('Prompt of your own heap');
      await prompt.click();
      await page.keyboard.insertText(input);
      await page.keyboard.press('Enter');
    };
    await solve(ana, THREE_AGES);
    await solve(cem, 'half = 1');
    await expect(forks.getByRole('button', { name: /Ana.*All 3 goals met.*1 input/s })).toBeVisible();
    await expect(forks.getByRole('button', { name: /Cem.*Working.*half = 1/s })).toBeVisible();
    await expect(forks.getByRole('button', { name: /Ben.*Not started/s })).toBeVisible();
    const tiles = wall.getByRole('region', { name: 'Wall of heaps' });
    await expect(tiles.getByRole('listitem')).toHaveCount(5);
    await expect(tiles.getByText('All 3 goals met')).toBeVisible();
    await expect(tiles.getByText('Ana')).toHaveCount(0);

    await press(teacher, 'Close answers');
    await forks.getByRole('button', { name: /Ana/ }).click();
    await press(teacher, 'Show to all');
    const solution = ben.getByRole('region', { name: 'A solution' });
    await expect(solution.getByText('One way to do it')).toBeVisible();
    await expect(solution).toContainText(THREE_AGES);
    await expect(ana.getByText('Your solution, shown to all')).toBeVisible();
    await press(teacher, 'Reveal');
    await expect(ana.getByTestId('my-points')).toHaveText(/^1000/);
    await expect(cem.getByTestId('my-points')).toHaveText(/^0/);
    await wall.context().close();
  });

  const points: Record<string, number> = { Ana: 4000, Ben: 2500, Cem: 2000, Dora: 1500, Emil: 1000 };
  await test.step('the end: podium, teams and scores', async () => {
    await press(teacher, 'End lesson');
    await teacher.getByRole('alertdialog').getByRole('button', { name: 'End lesson' }).click();
    const all = [teacher, ana, ben, cem, dora, emil];
    for (const page of all)
      await expect(page.getByTestId('live')).toHaveAttribute('data-connection', 'ended');
    await together(...all);
    for (const page of [teacher, dora]) {
      const podium = page.getByRole('list', { name: 'Podium' }).getByRole('listitem');
      await expect(podium).toHaveCount(3);
      await expect(podium.filter({ hasText: 'Ana' })).toContainText(/4.?000/);
      for (const [name, sum] of Object.entries(points))
        await expect(page.getByRole('table').getByRole('row', { name: new RegExp(name) })).toContainText(
          written(sum),
        );
      const teams = page.getByRole('region', { name: 'Teams' }).getByRole('listitem');
      await expect(teams.first()).toHaveText(/Blue.*3250 points/);
      await expect(teams.last()).toHaveText(/Green.*1750 points/);
    }
  });

  await test.step('own results, CSV and workbook say the same', async () => {
    const found = await teacher.request.get('/api/sessions');
    const [lesson] = lessonList.parse(await found.json()).lessons;
    const file = async (name: string) => {
      const answer = await teacher.request.get(`/api/sessions/${lesson?.id}/export/${name}`);
      return answer.body();
    };
    // Name and points stand in the second and fourth column.
    const sums = (rows: readonly (readonly unknown[])[]) =>
      Object.fromEntries(rows.slice(1).map((row) => [String(row[1]), Number(row[3])]));
    expect(sums(rowsShape.parse(parse(await file('results.csv'), { bom: true })))).toEqual(points);
    expect(sums(await readSheet(await file('session.xlsx'), 'Results'))).toEqual(points);
    // The object that Dora pointed at has the same name everywhere, though it is gone since.
    const pointed = (rows: readonly (readonly unknown[])[]) =>
      rows.filter(([number]) => Number(number) === 6).map((row) => row.slice(1, 4));
    const kept = [['Dora', 'dora', 'teacher.keep: list [7]']];
    expect(pointed(rowsShape.parse(parse(await file('answers.csv'), { bom: true })))).toEqual(kept);
    expect(pointed(await readSheet(await file('session.xlsx'), 'Answers'))).toEqual(kept);
    await teacher.goto(`/sessions/${lesson?.id}`);
    const reviewed = teacher.getByRole('region', { name: 'Question 6' });
    await expect(reviewed.getByRole('list', { name: 'Answers given' })).toContainText(
      'teacher.keep: list [7]',
    );
    await ana.goto('/');
    await ana.getByRole('link', { name: 'My results' }).click();
    await expect(ana.getByText(written(4000)).first()).toBeVisible();
  });

  await test.step('the same numbers are in the database', async () => {
    expect(await heaproom.stop()).toBe(0);
    const { members, results, challenges } = readStored(heaproom);
    const sums = new Map(results.map(({ memberId, points: sum }) => [memberId, sum]));
    const students = members.filter(({ role }) => role === 'student');
    expect(Object.fromEntries(students.map(({ id, nickname }) => [nickname, sums.get(id)]))).toEqual(points);
    expect(challenges.map(({ kind, answers }) => [kind, answers.length])).toEqual([
      ['round', 2],
      ['question', 5],
      ['question', 2],
      ['question', 1],
      ['question', 1],
      ['question', 1],
      ['question', 0],
      ['question', 1],
      ['task', 2],
    ]);
    for (const { id } of students) {
      const given = challenges.flatMap(({ answers }) => answers.filter(({ memberId }) => memberId === id));
      expect(given.reduce((sum, answer) => sum + answer.points, 0)).toBe(sums.get(id));
    }
  });
});
