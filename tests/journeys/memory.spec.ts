/** Looking into memory: the map by keyboard, the figures over time, an object's bytes, its lifeline and its story. */
import { expect, type Page } from '@playwright/test';
import { look } from './look.ts';
import { join, person, startLesson, together, type } from './people.ts';
import { test } from './test.ts';

async function show(page: Page, form: string): Promise<void> {
  await page.getByRole('radio', { name: form, exact: true }).first().click();
}

test('memory in the sandbox, by keyboard', async ({ browser, bench }) => {
  test.setTimeout(420_000);
  const page = await person(browser, bench.url);
  await page.goto('/sandbox');
  const prompt = page.getByLabel('Python prompt');
  const run = async (source: string) => {
    await prompt.click();
    await page.keyboard.insertText(source);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('log', { name: 'Transcript' })).toContainText(source);
  };
  for (const source of [
    'a = [1.5, 2.5, 3.5]',
    'b = a',
    'x = []; y = [x]; x.append(y)',
    'del x, y',
    'big = [0] * 500',
    'del b',
  ])
    await run(source);

  await test.step('one walks the pools with the arrow keys, goes into one, and chooses what a block holds', async () => {
    await page.getByRole('tab', { name: 'Memory' }).click();
    const pools = page.getByRole('grid', { name: 'Pools of all arenas' });
    await pools.focus();
    await page.keyboard.press('Control+Home');
    await expect(pools.getByRole('gridcell')).toHaveText(/^Pool 0 of arena 0/);
    await page.keyboard.press('ArrowDown');
    await expect(pools.getByRole('gridcell')).toHaveText(/^Pool 8 of arena 0/);
    await page.keyboard.press('ArrowUp');
    for (let step = 0; step < 8; step++) {
      if ((await pools.getByRole('gridcell').textContent())?.includes('blocks of 64 bytes')) break;
      await page.keyboard.press('ArrowRight');
    }
    await expect(pools.getByRole('gridcell')).toHaveText(/blocks of 64 bytes, \d+ of 255 in use/);
    await page.keyboard.press('Enter');
    const blocks = page.getByRole('grid', { name: 'Blocks of the pool' });
    await expect(blocks).toBeFocused();
    const cell = blocks.getByRole('gridcell');
    for (let step = 0; step < 20; step++) {
      if ((await cell.textContent())?.includes('list [1.5, 2.5, 3.5]')) break;
      await page.keyboard.press('ArrowRight');
    }
    await expect(cell).toHaveText(/list \[1\.5, 2\.5, 3\.5\], allocated by __main__/);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'list', exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(pools).toBeFocused();
    await expect(page.getByRole('region', { name: 'Outside the pools' })).toContainText('4,000 B');
    await look(page, 'memory-map');
  });

  await test.step('the same as a table', async () => {
    await show(page, 'Table');
    await expect(page.getByRole('table', { name: 'Size classes' })).toContainText('64 bytes');
    await look(page, 'memory-table');
  });

  await test.step('the object: bytes, why it is alive, the story of its count', async () => {
    const bytes = page.getByRole('region', { name: 'Its bytes' });
    await expect(bytes).toContainText('PyGC_Head');
    await expect(bytes).toContainText('56 bytes in a block of 64');
    await expect(page.getByRole('region', { name: 'Why it is alive' })).toContainText('__main__.a');
    await page.getByRole('button', { name: 'Tell the story' }).click();
    const story = page.getByRole('list', { name: 'Story of the count' });
    await expect(story.getByRole('button')).toHaveCount(3);
    await expect(story.getByRole('button').nth(1)).toContainText('__main__.b bound');
    await look(page, 'inspector');
    await story.getByRole('button').nth(1).click();
    await expect(
      page.getByRole('log', { name: 'Transcript' }).locator('li[aria-current=true]'),
    ).toContainText('b = a');
  });

  await test.step('a leaked object names its cycle', async () => {
    await page.getByRole('tab', { name: 'Table' }).click();
    await page
      .getByRole('row', { name: /leaked/ })
      .first()
      .getByRole('button')
      .first()
      .click();
    const dead = page.getByRole('region', { name: 'Dead, but still here' });
    await expect(dead).toContainText('Nothing that runs reaches it');
    await expect(dead.getByRole('button')).toHaveCount(3);
  });

  await test.step('over time, by keyboard', async () => {
    await page.getByRole('tab', { name: 'Time' }).click();
    const slider = page.getByRole('slider', { name: 'Statement' });
    await slider.focus();
    await page.keyboard.press('Home');
    await expect(slider).toHaveAttribute('aria-valuetext', /^1, .*a = \[1\.5, 2\.5, 3\.5\]/);
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('region', { name: 'The statement' })).toContainText('b = a');
    await look(page, 'time');
  });
});

test('memory in a class, on a phone, on the wall and in the replay', async ({ browser, bench, teacher }) => {
  test.setTimeout(420_000);
  const code = await startLesson(teacher, '/teach', 'Looking into memory');
  const ana = await person(browser, bench.url);
  await join(ana, code, 'Ana');
  await type(ana, 'a = [1.5, 2.5]');
  await type(ana, 'rows = [[i] for i in range(200)]');
  await type(teacher, 'import ana; t = ana.a');

  await test.step('somebody who comes late sees the whole lesson over time', async () => {
    const ben = await person(browser, bench.url, true);
    await join(ben, code, 'Ben');
    await type(ben, 'import ana; b = ana.a');
    await together(teacher, ana, ben);
    await show(ben, 'Memory');
    await expect(ben.getByRole('grid', { name: 'Pools of all arenas' })).toBeVisible();
    await look(ben, 'memory-on-a-phone');
    await show(ben, 'Time');
    const slider = ben.getByRole('slider', { name: 'Statement' });
    await expect(slider).toHaveAttribute('max', '3');
    await slider.focus();
    await ben.keyboard.press('Home');
    await expect(slider).toHaveAttribute('aria-valuetext', /a = \[1\.5, 2\.5\]/);
    await look(ben, 'time-on-a-phone');
  });

  await test.step('the story of an object goes across members', async () => {
    await ana
      .getByRole('button', { name: /^a .*1\.5, 2\.5/ })
      .first()
      .click();
    await ana.getByRole('button', { name: 'Tell the story' }).click();
    const lines = ana.getByRole('list', { name: 'Story of the count' }).getByRole('button');
    await expect(lines).toHaveCount(3);
    await expect(lines.nth(1)).toContainText('teacher.t bound');
    await expect(lines.nth(2)).toContainText('ben.b bound');
    await lines.nth(1).click();
    await expect(ana.getByRole('log', { name: 'Transcript' }).locator('li[aria-current=true]')).toContainText(
      't = ana.a',
    );
    await show(ana, 'Memory');
    await ana.getByRole('radio', { name: 'By owner' }).click();
    await expect(ana.getByRole('list', { name: 'Legend of the map' })).toContainText('ana');
    await look(ana, 'memory-in-the-class');
  });

  await test.step('the wall', async () => {
    const wall = await person(browser, bench.url);
    await wall.goto(`/c/${code}/projector`);
    await show(wall, 'Memory');
    await expect(wall.getByRole('grid', { name: 'Pools of all arenas' })).toBeVisible();
    await look(wall, 'memory-on-the-wall');
    await show(wall, 'Time');
    await expect(wall.getByRole('region', { name: 'Generation 0' })).toBeVisible();
    await look(wall, 'time-on-the-wall');
  });

  await test.step('in the replay a moment of the chart is a moment of the lesson', async () => {
    await teacher.getByRole('button', { name: 'End lesson' }).click();
    await teacher.getByRole('alertdialog').getByRole('button', { name: 'End lesson' }).click();
    await expect(teacher.getByTestId('live')).toHaveAttribute('data-connection', 'ended');
    await teacher.goto('/teach');
    await teacher
      .getByRole('article', { name: 'Looking into memory' })
      .getByRole('link', { name: 'Scores' })
      .click();
    await teacher.getByRole('link', { name: 'Replay the lesson' }).click();
    const replay = teacher.getByTestId('replay');
    await expect(replay).toHaveAttribute('data-seq', '1');
    await show(teacher, 'Time');
    const slider = teacher.getByRole('slider', { name: 'Statement' });
    await expect(slider).toHaveAttribute('max', '3');
    await slider.focus();
    await teacher.keyboard.press('ArrowRight');
    await expect(replay).not.toHaveAttribute('data-seq', '1');
    const seq = await replay.getAttribute('data-seq');
    await teacher.keyboard.press('End');
    await expect(replay).not.toHaveAttribute('data-seq', seq ?? '');
    await show(teacher, 'Memory');
    await expect(teacher.getByRole('grid', { name: 'Pools of all arenas' })).toBeVisible();
    await look(teacher, 'memory-in-the-replay');
  });
});
