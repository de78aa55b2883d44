import { expect, type Page } from '@playwright/test';
import { look } from './look.ts';
import { cuttable, join, live, person, place, startLesson, together, type } from './people.ts';
import { test } from './test.ts';

/** Enters something that must not become an entry, reads what is said, and sees that nobody else noticed. */
async function mistake(student: Page, others: readonly Page[], source: string, says: RegExp): Promise<void> {
  const before = await together(student, ...others);
  const prompt = student.getByLabel('Python prompt');
  await prompt.click();
  await student.keyboard.press('ControlOrMeta+A');
  await student.keyboard.insertText(source);
  await student.keyboard.press('ControlOrMeta+Enter');
  await expect(student.getByText(says).first()).toBeVisible();
  await expect(student.getByTestId('live')).toHaveAttribute('data-pending', '0');
  for (const page of [student, ...others]) expect(await place(page)).toEqual(before);
}

test('a mistake is told to its author, where it is, and changes nothing for anybody', async ({
  browser,
  bench,
  teacher,
}) => {
  test.setTimeout(120_000);
  const ana = await person(browser, bench.url);
  const code = await startLesson(teacher, '/teach', 'Mistakes');
  await join(ana, code, 'Ana');
  await type(ana, 'kept = [1]');
  const others = [teacher];

  await mistake(ana, others, 'a = [1,', /Line 1: '\[' was never closed/);
  await mistake(ana, others, 'x = 1\ny = = 2', /Line 2: invalid syntax/);
  await mistake(ana, others, 'while True: pass', /^The statement ran for too long/);
  await mistake(ana, others, `a = '${'x'.repeat(1_000_000)}'`, /longer than|too long|too large/);
  await mistake(ana, others, 'big = [0] * 10**8', /nothing was changed\.$/);

  // An unknown name is Python's own error: it is part of the lesson, and everybody sees it.
  await ana.keyboard.press('ControlOrMeta+A');
  await type(ana, 'nobody');
  await together(ana, teacher);
  await expect(teacher.getByText("NameError: name 'nobody' is not defined")).toBeVisible();
  await type(ana, 'len(kept)');
  await together(ana, teacher);
});

test('a wrong code, a code without a lesson and a name that will not do are told on the spot', async ({
  browser,
  bench,
}) => {
  const stranger = await person(browser, bench.url);
  await stranger.goto('/');
  await stranger.getByLabel('Class code').fill('ZZZ ZZZ');
  await stranger.getByRole('button', { name: 'Join the class' }).click();
  await expect(stranger.getByText('No class has this code. Check it with your teacher.')).toBeVisible();
  await stranger.goto('/c/ZZZZZZ');
  await expect(stranger.getByRole('heading', { name: 'There is no such class' })).toBeVisible();
  await stranger.goto('/sessions/none');
  await expect(
    stranger.getByText('Lessons can be looked at by those who took part', { exact: false }),
  ).toBeVisible();
});

test('a student who comes back after the end finds the lesson', async ({ browser, bench, teacher }) => {
  const ana = await person(browser, bench.url);
  const code = await startLesson(teacher, '/teach', 'Ended');
  await join(ana, code, 'Ana');
  await type(ana, 'a = 1');
  await teacher.getByRole('button', { name: 'End lesson' }).click();
  await teacher.getByRole('alertdialog').getByRole('button', { name: 'End lesson' }).click();
  await expect(ana.getByText(/has ended/).first()).toBeVisible();
  await ana.goto(`/c/${code}`);
  await ana.getByRole('link', { name: 'Your last lesson here' }).click();
  await expect(ana.getByRole('heading', { name: /^Lesson of/ })).toBeVisible();
});

test('a new lesson of the same class: the old one has ended, and one click leads into the new one', async ({
  browser,
  bench,
  teacher,
}) => {
  test.setTimeout(240_000);
  const [ana, ben, cem] = await Promise.all([
    person(browser, bench.url),
    person(browser, bench.url, true),
    person(browser, bench.url),
  ]);
  const code = await startLesson(teacher, '/teach', 'Twice');
  const line = await cuttable(ben);
  await join(ana, code, 'Ana');
  await join(ben, code, 'Ben');
  await join(cem, code, 'Cem');
  await type(ana, 'a = 1');
  await line.cut();
  await expect(ben.getByTestId('live')).toHaveAttribute('data-connection', 'reconnecting', {
    timeout: 60_000,
  });
  await teacher.getByRole('button', { name: 'End lesson' }).click();
  await teacher.getByRole('alertdialog').getByRole('button', { name: 'End lesson' }).click();
  await expect(ana.getByTestId('live')).toHaveAttribute('data-connection', 'ended');
  await teacher.goto('/teach');
  await teacher.getByRole('article', { name: 'Twice' }).getByRole('button', { name: 'Start lesson' }).click();
  await live(teacher);

  // Who saw the end is told of the new lesson, and so is who was away and comes back now.
  line.mend();
  await expect(ben.getByText('It ended while you were away.', { exact: false })).toBeVisible({
    timeout: 60_000,
  });
  for (const [page, name] of [
    [ana, 'Ana'],
    [ben, 'Ben'],
  ] as const) {
    await expect(page.getByRole('heading', { name: 'The lesson has ended' })).toBeVisible();
    await expect(page.getByText('A new lesson has begun')).toBeVisible();
    await look(page, `next-lesson-${name}`);
    await page.getByRole('button', { name: `Join as ${name}` }).click();
    await live(page);
    await type(page, `x = ['${name}']`);
  }
  await together(ana, ben, teacher);
  expect(await place(ana)).toMatchObject({ seq: 5 });

  // And who closed the page: the name is still known.
  await cem.goto(`/c/${code}`);
  await expect(cem.getByText('You were in this class before, as Cem.', { exact: false })).toBeVisible();
  await expect(cem.getByLabel('Your name')).toHaveValue('Cem');
  await look(cem, 'known-name');
  await cem.getByRole('button', { name: 'Join', exact: true }).click();
  await live(cem);
  await together(ana, ben, cem, teacher);
});

test('a page that has nothing to show says why, and what to do', async ({ browser, bench }) => {
  test.setTimeout(240_000);
  const desk = await person(browser, bench.url);
  const phone = await person(browser, bench.url, true);
  await phone.emulateMedia({ colorScheme: 'dark' });
  const pages = [
    ['/nowhere', 'There is nothing here, or it is not yours to see'],
    ['/sessions/none', 'There is nothing here, or it is not yours to see'],
    ['/sessions', 'Sign in with the printed link'],
    ['/classes/none', 'This page is for the teacher'],
    ['/me', 'No lesson was attended in this browser'],
    ['/c/ZZZZZZ', 'There is no such class'],
    ['/c/ZZZZZZ/projector', 'No class has this code. Check it with your teacher.'],
    ['/sandbox#nonsense', 'This link does not open'],
  ] as const;
  for (const [path, says] of pages) {
    for (const [page, size] of [
      [desk, 'desktop'],
      [phone, 'phone'],
    ] as const) {
      await page.goto(path);
      await expect(page.getByText(says)).toBeVisible();
      await expect(page.getByRole('banner')).toHaveCount(path.endsWith('/projector') ? 0 : 1);
      await look(page, `state${path.replaceAll(/[^a-z]+/g, '-')}-${size}`);
    }
  }
});

test('a page that breaks says so, and what can be done', async ({ browser, bench }) => {
  for (const size of ['desktop', 'phone'] as const) {
    const page = await person(browser, bench.url, size === 'phone');
    await page.addInitScript(() => {
      const observer = () => {
        throw new Error('this browser observes nothing');
      };
      Object.defineProperty(window, 'ResizeObserver', { value: observer });
    });
    await page.goto('/sandbox');
    await expect(page.getByRole('heading', { name: 'This page failed' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await look(page, `state-failed-${size}`);
    await page.getByRole('link', { name: 'To the start page' }).click();
    await expect(page.getByLabel('Class code')).toBeVisible();
  }
});

test('what a teacher closes is closed on every screen, and says so', async ({ browser, heaproom }) => {
  test.setTimeout(240_000);
  const teacher = await person(browser, heaproom.url);
  const ana = await person(browser, heaproom.url, true);
  const ben = await person(browser, heaproom.url);
  const wall = await person(browser, heaproom.url);
  await teacher.goto(heaproom.signInLink());
  await teacher.getByLabel('Name of the new classroom').fill('Closed');
  await teacher.getByRole('button', { name: 'Create' }).click();
  const classroom = teacher.getByRole('article', { name: 'Closed' });
  const code = ((await classroom.getByTestId('class-code').textContent()) ?? '').replace(/\s/g, '');
  await ana.goto(`/c/${code}`);
  await expect(ana.getByRole('heading', { name: 'No lesson is running in Closed' })).toBeVisible();
  await look(ana, 'state-no-lesson');
  await wall.goto(`/c/${code}/projector`);
  await expect(wall.getByText('The lesson has not started yet.')).toBeVisible();
  await look(wall, 'state-wall-waits');
  await classroom.getByRole('button', { name: 'Start lesson' }).click();
  await expect(wall.getByText('and type the code')).toBeVisible();
  await join(ana, code, 'Ana');
  await join(ben, code, 'Ben');
  await expect(wall.getByRole('list', { name: 'Here' })).toContainText('Ben');
  await look(wall, 'state-wall-welcomes');

  // On a phone the answer stands above the prompt, whatever it is.
  await type(ana, 'a = [1]');
  await type(ana, 'len(a)');
  const answer = ana.getByRole('status').filter({ hasText: 'len(a)' });
  await expect(answer).toContainText('1');
  await type(ana, 'big = [0] * 10**8');
  await expect(ana.getByText('nothing was changed').first()).toBeVisible();
  await look(ana, 'state-refused-phone');

  await teacher.getByRole('button', { name: 'Rules', exact: true }).click();
  await teacher.getByRole('switch', { name: 'Freeze the heap' }).click();
  await teacher.getByRole('switch', { name: 'Lock the room' }).click();
  await teacher.keyboard.press('Escape');
  for (const [page, size] of [
    [ana, 'phone'],
    [ben, 'desktop'],
  ] as const) {
    await expect(page.getByText('The teacher has frozen the heap.')).toBeVisible();
    await look(page, `state-frozen-${size}`);
  }
  const late = await person(browser, heaproom.url, true);
  await late.goto(`/c/${code}`);
  await expect(late.getByText('The room is locked')).toBeVisible();
  await look(late, 'state-locked');

  await teacher.getByRole('tab', { name: /^Class/ }).click();
  await teacher.getByRole('button', { name: /Ben/ }).first().click();
  await teacher.getByRole('menuitem', { name: /Remove/ }).click();
  await teacher.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(ben.getByText('The teacher removed you from this lesson.')).toBeVisible();
  await look(ben, 'state-removed');

  await heaproom.stop();
  for (const page of [ana, wall]) {
    await expect(page.locator('[data-connection=reconnecting]')).toBeAttached();
  }
  await look(ana, 'state-reconnecting-phone');
  await look(wall, 'state-reconnecting-wall');
  await heaproom.start();
  await teacher.getByRole('button', { name: 'End lesson' }).click();
  await teacher.getByRole('alertdialog').getByRole('button', { name: 'End lesson' }).click();
  await expect(wall.getByRole('heading', { name: 'The lesson has ended' })).toBeVisible();
  await look(wall, 'state-wall-ended');
});
