/**
 * The GC round player: the teacher steps and everybody follows, a student goes their own way and comes back, a
 * latecomer arrives at the same step; alone in the sandbox; and in the replay. Looked over by axe. With SCREENSHOTS
 * set to a folder the pictures are kept there.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import { look } from './look.ts';
import { join, person, startLesson, together, type } from './people.ts';
import { test } from './test.ts';

const playerOf = (page: Page): Locator => page.getByTestId('player');
const sentenceOf = (page: Page): Locator => page.getByTestId('sentence');

async function step(page: Page, times: number): Promise<void> {
  for (let n = 0; n < times; n++) await page.getByRole('button', { name: 'Step forward' }).click();
}

test('a round is played for all, by steps that everybody follows', async ({ browser, heaproom }) => {
  test.setTimeout(480_000);
  const teacher = await person(browser, heaproom.url);
  const ana = await person(browser, heaproom.url);
  const ben = await person(browser, heaproom.url, true);
  const code = await startLesson(teacher, heaproom.signInLink(), 'Memory 101');
  await join(ana, code, 'Ana');
  await join(ben, code, 'Ben');
  const context = await browser.newContext({
    baseURL: heaproom.url,
    viewport: { width: 1920, height: 1080 },
    reducedMotion: 'reduce',
  });
  const wall = await context.newPage();
  await wall.goto(`/c/${code}/projector`);
  await expect(wall.getByTestId('projector')).toHaveAttribute('data-connection', 'live');

  await test.step('something to collect: a ring that is lost, and one that somebody holds', async () => {
    await type(ana, 'x = []; y = [x]; x.append(y)');
    await type(ana, 'p = {"k": 1}; q = [p]; p["q"] = q; keep = [q]');
    await type(ana, 'del x, y, p, q');
    await together(teacher, ana, ben);
  });

  await test.step('a round with predictions', async () => {
    await teacher.getByRole('button', { name: 'GC round' }).click();
    await teacher.getByRole('menuitem', { name: /gc\.collect\(0\)/ }).click();
    const goes = ana.getByRole('group', { name: /Objects it will free/ });
    await goes
      .getByRole('checkbox', { name: /list \[\[\[/ })
      .first()
      .check();
    await goes.getByRole('checkbox', { name: /dict/ }).check();
    await ana.getByLabel('gc.collect(0) returns').fill('2');
    await ana.getByRole('button', { name: 'Send prediction' }).click();
    await expect(teacher.getByTestId('answered')).toHaveText('1 of 2 answered');
    await teacher.getByRole('button', { name: 'Collect and reveal' }).click();
    await expect(ana.getByTestId('returned')).toHaveText('2');
  });

  await test.step('the teacher steps, and all screens follow', async () => {
    for (const page of [teacher, ana, wall]) await expect(playerOf(page)).toHaveAttribute('data-at', '0');
    await expect(sentenceOf(wall)).toHaveText('gc.collect(0) is called.');
    await step(teacher, 2);
    for (const page of [teacher, ana, ben, wall])
      await expect(playerOf(page)).toHaveAttribute('data-at', '2');
    await expect(sentenceOf(ben)).toHaveText(
      'Each of the 5 objects gets gc_refs, a copy of its reference count.',
    );
    await step(teacher, 1);
    await expect(sentenceOf(ana)).toHaveText(/gc_refs \d → \d/);
    await look(teacher, 'player-subtract-desktop');
    await look(ana, 'player-follow-desktop');
    await look(ben, 'player-subtract-phone');
    await look(wall, 'player-subtract-projector');
    // Students have nothing to move it with.
    await expect(ana.getByRole('button', { name: 'Step forward' })).toHaveCount(0);
  });

  await test.step('by keyboard: arrows, space, the ends', async () => {
    await teacher.locator('body').press('ArrowLeft');
    await expect(playerOf(wall)).toHaveAttribute('data-at', '2');
    await teacher.locator('body').press('Home');
    await expect(playerOf(wall)).toHaveAttribute('data-at', '0');
    await teacher.getByTestId('sentence').click();
    await teacher.locator('body').press(' ');
    await expect(teacher.getByRole('button', { name: 'Pause' })).toBeVisible();
    await expect(playerOf(wall)).toHaveAttribute('data-at', '1');
    await teacher.locator('body').press(' ');
    await expect(teacher.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  });

  await test.step('the scan sets aside and rescues', async () => {
    await teacher.getByRole('button', { name: 'Find reachable' }).click();
    await expect(playerOf(wall)).toHaveAttribute('data-phase', 'scan');
    const sets = wall.locator('li[data-standing=tentative]');
    await expect(sets).not.toHaveCount(0);
    await look(wall, 'player-scan-projector');
    await look(teacher, 'player-scan-desktop');
  });

  await test.step('who comes late is at the same step', async () => {
    const carl = await person(browser, heaproom.url);
    await join(carl, code, 'Carl');
    await expect(playerOf(carl)).toHaveAttribute('data-phase', 'scan');
    expect(await playerOf(carl).getAttribute('data-at')).toBe(
      await playerOf(teacher).getAttribute('data-at'),
    );
    await expect(sentenceOf(carl)).toHaveText((await sentenceOf(teacher).textContent()) ?? '');
    await carl.context().close();
  });

  await test.step('a student goes on alone, and follows again', async () => {
    await ana.getByRole('button', { name: 'On my own' }).click();
    await step(ana, 1);
    const there = await playerOf(ana).getAttribute('data-at');
    expect(there).not.toBe(await playerOf(teacher).getAttribute('data-at'));
    await ana.getByRole('button', { name: 'Follow the teacher' }).click();
    await expect(playerOf(ana)).toHaveAttribute(
      'data-at',
      (await playerOf(teacher).getAttribute('data-at')) ?? '',
    );
  });

  await test.step('the end says what came of the predictions', async () => {
    await teacher.locator('body').press('End');
    await expect(sentenceOf(ana)).toHaveText('gc.collect(0) returns 2.');
    await expect(playerOf(ana).getByText('Right: you predicted 2')).toBeVisible();
    await expect(playerOf(ana).getByText('right: you marked it')).toHaveCount(1);
    await expect(playerOf(ana).getByText('missed: you did not mark it')).toHaveCount(1);
    await expect(playerOf(ana).getByText('wrong: you marked it, it stays')).toHaveCount(1);
    await expect(playerOf(teacher).getByText('1 marked it')).toHaveCount(2);
    await look(ana, 'player-end-desktop');
    await look(ben, 'player-end-phone');
    await look(wall, 'player-end-projector');
  });

  await test.step('a server that was away does not lose the place', async () => {
    const at = await playerOf(teacher).getAttribute('data-at');
    await heaproom.kill();
    await expect(ana.getByTestId('live')).toHaveAttribute('data-connection', 'reconnecting');
    await heaproom.start();
    for (const page of [teacher, ana])
      await expect(page.getByTestId('live')).toHaveAttribute('data-connection', 'live', {
        timeout: 60_000,
      });
    await expect(playerOf(ana)).toHaveAttribute('data-at', at ?? '');
    await expect(playerOf(wall)).toHaveAttribute('data-at', at ?? '');
  });

  await test.step('closed, the heap is there again', async () => {
    await teacher.getByRole('button', { name: 'Close the player' }).click();
    for (const page of [teacher, ana, wall]) await expect(playerOf(page)).toHaveCount(0);
  });

  await test.step('a student watches the round again, alone', async () => {
    await ana.getByRole('button', { name: 'Watch it step by step' }).click();
    await expect(playerOf(ana)).toHaveAttribute('data-at', '0');
    await expect(playerOf(teacher)).toHaveCount(0);
    await ana.getByRole('button', { name: 'Close the player' }).click();
  });

  await test.step('an automatic collection is watched afterwards', async () => {
    await type(teacher, 'import gc; gc.set_threshold(5)');
    await type(ana, 'z = []; z.append(z); del z; many = [[] for i in range(8)]');
    await together(teacher, ana, ben);
    await type(teacher, 'gc.set_threshold(700)');
    const transcript = teacher.getByRole('log', { name: 'Transcript' });
    await transcript
      .getByRole('button', { name: /Watch automatic collection of generation 0/ })
      .first()
      .click();
    await expect(sentenceOf(ana)).toHaveText(/the collector runs by itself/);
    await teacher.locator('body').press('End');
    await expect(sentenceOf(wall)).toHaveText(/The collection is over: it found \d object/);
    await teacher.getByRole('button', { name: 'Close the player' }).click();
  });

  await test.step('in the replay', async () => {
    await teacher.getByRole('button', { name: 'End lesson' }).click();
    await teacher.getByRole('alertdialog').getByRole('button', { name: 'End lesson' }).click();
    await expect(teacher.getByTestId('live')).toHaveAttribute('data-connection', 'ended');
    await ana
      .getByRole('link', { name: /review|replay|scores/i })
      .first()
      .click();
    await ana.getByRole('link', { name: 'Replay the lesson' }).click();
    await expect(ana.getByTestId('replay')).toHaveAttribute('data-seq', /\d+/);
    await ana.getByRole('button', { name: /the collector runs/ }).click();
    await ana.getByRole('button', { name: 'Watch gc.collect(0)' }).click();
    await expect(playerOf(ana)).toHaveAttribute('data-at', '0');
    await ana.locator('body').press('End');
    await expect(sentenceOf(ana)).toHaveText('gc.collect(0) returns 2.');
    await expect(playerOf(ana).getByText('right: you marked it')).toHaveCount(1);
    await look(ana, 'player-replay-desktop');
    await ana.getByRole('button', { name: 'Close the player' }).click();
    await expect(ana.getByRole('slider', { name: 'Moment of the lesson' })).toBeVisible();
  });
});

test('alone in the sandbox', async ({ browser, bench }) => {
  test.setTimeout(240_000);
  for (const phone of [false, true]) {
    const page = await person(browser, bench.url, phone);
    await page.goto('/sandbox');
    const prompt = page.getByLabel('Python prompt');
    for (const source of [
      'class Node:\n    def __del__(self): saved.append(self)\n',
      'saved = []; n = Node(); n.me = n; w = weakref.ref(n); x = [1]; x.append(x)',
      'del n, x',
      'gc.collect()',
    ]) {
      await prompt.click();
      await page.keyboard.insertText(source);
      await page.keyboard.press('Enter');
      if (source.startsWith('class')) await page.keyboard.press('Enter');
    }
    if (phone) await page.getByRole('tab', { name: 'Transcript' }).click();
    await page.getByRole('button', { name: 'Watch gc.collect(2)' }).last().click();
    await expect(playerOf(page)).toHaveAttribute('data-at', '0');
    await look(page, `player-sandbox-start-${phone ? 'phone' : 'desktop'}`);
    const slider = page.getByRole('slider', { name: 'Step of the collection' });
    await slider.focus();
    await slider.press('End');
    await expect(sentenceOf(page)).toHaveText('gc.collect(2) returns 1.');
    const resurrected = page.locator('li[data-standing=resurrected]');
    await expect(resurrected).toHaveCount(1);
    await expect(resurrected).toContainText('Node');
    await expect(page.locator('li[data-standing=freed]')).toHaveCount(1);
    await look(page, `player-sandbox-${phone ? 'phone' : 'desktop'}`);
    // Typing goes on, and the heap is there again.
    await prompt.click();
    await page.keyboard.insertText('w() is None');
    await page.keyboard.press('Enter');
    await expect(playerOf(page)).toHaveCount(0);
    await page.context().close();
  }
});
