import { expect, type Page } from '@playwright/test';
import { type Installation, installHeaproom } from './app.ts';
import { join, person, place, startLesson, together, type } from './people.ts';
import { test } from './test.ts';

let heaproom: Installation;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  heaproom = await installHeaproom();
  await heaproom.start();
});

test.afterAll(() => heaproom.remove());

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

test('a mistake is told to its author, where it is, and changes nothing for anybody', async ({ browser }) => {
  test.setTimeout(120_000);
  const teacher = await person(browser, heaproom.url);
  const ana = await person(browser, heaproom.url);
  const code = await startLesson(teacher, heaproom.signInLink(), 'Mistakes');
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
}) => {
  const teacher = await person(browser, heaproom.url);
  await teacher.goto(heaproom.signInLink());
  const stranger = await person(browser, heaproom.url);
  await stranger.goto('/');
  await stranger.getByLabel('Class code').fill('ZZZ ZZZ');
  await stranger.getByRole('button', { name: 'Join the class' }).click();
  await expect(stranger.getByText('No class has this code. Check it with your teacher.')).toBeVisible();
  await stranger.goto('/c/ZZZZZZ');
  await expect(stranger.getByRole('heading', { name: 'There is no such class' })).toBeVisible();
  await stranger.goto('/sessions/none');
  await expect(stranger.getByText('There is nothing here, or it is not yours.')).toBeVisible();
});

test('a student who comes back after the end finds the lesson', async ({ browser }) => {
  const teacher = await person(browser, heaproom.url);
  const ana = await person(browser, heaproom.url);
  await heaproom.stop();
  await heaproom.start();
  const code = await startLesson(teacher, heaproom.signInLink(), 'Ended');
  await join(ana, code, 'Ana');
  await type(ana, 'a = 1');
  await teacher.getByRole('button', { name: 'End lesson' }).click();
  await teacher.getByRole('alertdialog').getByRole('button', { name: 'End lesson' }).click();
  await expect(ana.getByText(/has ended/).first()).toBeVisible();
  await ana.goto(`/c/${code}`);
  await ana.getByRole('link', { name: 'Your last lesson here' }).click();
  await expect(ana.getByRole('heading', { name: /^Lesson of/ })).toBeVisible();
});
