/** What is not a lesson's fine weather: sleep, and browsers that refuse things. */
import { expect, type Page } from '@playwright/test';
import { makeHash } from '../../components/sandbox/link.ts';
import { Machine } from '../../heap/index.ts';
import { randomProgram } from '../conformance/fuzz/program.ts';
import { lidOf } from './asleep.ts';
import { look } from './look.ts';
import { join, live, person, startLesson, together, type } from './people.ts';
import { test } from './test.ts';

async function say(page: Page, source: string): Promise<void> {
  await page.getByLabel('Python prompt').click();
  await page.keyboard.insertText(source);
  await page.keyboard.press('Enter');
}

test('a tab that slept and a teacher who goes back: all see the right heap without a reload', async ({
  browser,
  bench,
  teacher,
}) => {
  test.setTimeout(600_000);
  const ana = await person(browser, bench.url);
  const lid = await lidOf(ana);
  const code = await startLesson(teacher, '/teach', 'Ten minutes');
  await join(ana, code, 'Ana');
  await type(teacher, 'import ana');
  await type(ana, 'a = [1]');
  await together(teacher, ana);
  await ana.evaluate(() => {
    document.documentElement.dataset.loaded = 'once';
  });

  await lid.close();
  for (let n = 0; n < 4; n++) await type(teacher, `b${n} = [ana.a, ${n}]; c = [b${n}] * ${n}`);
  await type(teacher, 'del ana.a');
  await lid.open(600_000);
  await live(ana);
  await together(teacher, ana);
  await expect(ana.getByRole('log', { name: 'Transcript' })).toContainText('del ana.a');

  const back = async (to: string) => {
    await teacher.getByRole('button', { name: 'Heap', exact: true }).click();
    await teacher.getByRole('menuitem', { name: 'Back to an earlier moment…' }).click();
    await teacher.getByRole('dialog').getByRole('button', { name: to }).click();
    await expect(teacher.getByRole('dialog')).toBeHidden();
  };
  await back('a = [1]');
  await expect(ana.getByText('The heap was taken back to entry')).toBeVisible();
  await together(teacher, ana);
  await type(ana, 'a.append(2)');
  const after = await together(teacher, ana);

  // Back, and asleep meanwhile.
  await lid.close();
  await back('a = [1]');
  await type(teacher, 'ana.a.append(3)');
  await lid.open(600_000);
  await live(ana);
  const last = await together(teacher, ana);
  expect(last.digest).not.toBe(after.digest);
  await type(ana, 'a');
  await expect(ana.getByRole('log', { name: 'Transcript' })).toContainText('[1, 3]');
  await together(teacher, ana);
  expect(await ana.evaluate(() => document.documentElement.dataset.loaded)).toBe('once');
});

test('a browser that keeps nothing and draws nothing still shows the heap', async ({ browser, bench }) => {
  const page = await person(browser, bench.url);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.addInitScript(() => {
    const denied = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: denied });
    Object.defineProperty(window, 'sessionStorage', { get: denied });
    Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', { value: () => null });
  });
  await page.goto('/');
  await expect(page.getByLabel('Class code')).toBeVisible();
  await page.goto('/sandbox');
  await say(page, 'a = [1, 2]');
  await expect(page.getByText('This browser draws no pictures')).toBeVisible();
  await expect(page.getByRole('button', { name: 'list [1, 2]', exact: true })).toBeVisible();
  await look(page, 'state-no-canvas-desktop');
  await page.setViewportSize({ width: 320, height: 640 });
  await look(page, 'state-no-canvas-narrow');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('tab', { name: 'Memory' }).click();
  const memory = page.getByRole('tabpanel', { name: 'Memory' });
  await expect(memory).toContainText('so the arenas are not drawn');
  await expect(memory.getByRole('table', { name: 'Size classes' })).toContainText('64 bytes');
  await look(page, 'state-no-canvas-memory');
  await page.getByRole('button', { name: 'Colour scheme' }).click();
  await page.getByRole('menuitem', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveClass(/dark/);
  expect(faults).toEqual([]);
  await page.context().close();
});

test('the cards on the screen are what the machine says', async ({ browser, bench }) => {
  const program = randomProgram(11).slice(0, 14);
  const machine = new Machine({ preimported: ['gc', 'sys', 'weakref'] });
  for (const source of program) machine.run('__main__', source);
  const page = await person(browser, bench.url);
  await page.goto(`/sandbox${makeHash(program)}`);
  const wanted = new Map(
    machine
      .inspect()
      .objects.filter(({ builtin, internal }) => !builtin && !internal)
      .map(({ serial, type: kind, repr, refcount }) => [
        `o${serial}`,
        [kind, refcount === null ? '' : `${refcount} ${refcount === 1 ? 'ref' : 'refs'}`, repr].filter(
          Boolean,
        ),
      ]),
  );
  const cards = page.locator('[data-place^="o"]');
  await expect(cards.first()).toBeVisible();
  for (const card of await cards.all()) {
    const id = (await card.getAttribute('data-place')) ?? '';
    for (const text of wanted.get(id) ?? [`no object ${id}`]) await expect(card).toContainText(text);
  }
  await page.context().close();
});
