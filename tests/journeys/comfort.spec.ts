/** What is not a lesson's fine weather: sleep, small windows, odd names, huge values, browsers that refuse things. */
import { expect, type Page, test } from '@playwright/test';
import { makeHash } from '../../components/sandbox/link.ts';
import { Machine } from '../../heap/index.ts';
import { randomProgram } from '../conformance/fuzz/program.ts';
import { type Installation, installHeaproom } from './app.ts';
import { lidOf } from './asleep.ts';
import { misfits } from './fitting.ts';
import { join, live, person, startLesson, together, type } from './people.ts';

let heaproom: Installation;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  heaproom = await installHeaproom();
  await heaproom.start();
});

test.afterAll(() => heaproom.remove());

async function say(page: Page, source: string): Promise<void> {
  await page.getByLabel('Python prompt').click();
  await page.keyboard.insertText(source);
  await page.keyboard.press('Enter');
}

test('a tab that slept and a teacher who goes back: all see the right heap without a reload', async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const teacher = await person(browser, heaproom.url);
  const ana = await person(browser, heaproom.url);
  const lid = await lidOf(ana);
  const code = await startLesson(teacher, heaproom.signInLink(), 'Ten minutes');
  await join(ana, code, 'Ana');
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
  await teacher.context().close();
  await ana.context().close();
});

const NARROW = [
  { name: '320 px', viewport: { width: 320, height: 640 } },
  { name: '200 % zoom', viewport: { width: 720, height: 450 } },
] as const;

test('every pane fits a window of 320 px and one at 200 % zoom', async ({ browser }) => {
  test.setTimeout(600_000);
  const teacher = await person(browser, heaproom.url);
  const ana = await person(browser, heaproom.url);
  const code = await startLesson(teacher, heaproom.signInLink(), 'A class with quite a long name');
  await join(ana, code, 'Ana');
  await type(ana, 'a = [[], {}]; x = []; x.append(x); del x');
  await together(teacher, ana);
  const alone = await person(browser, heaproom.url);
  await alone.goto('/sandbox');
  await say(alone, 'a = [[], {}]; x = []; x.append(x); del x');
  for (const { name, viewport } of NARROW) {
    for (const [who, page] of [
      ['teacher', teacher],
      ['student', ana],
      ['sandbox', alone],
    ] as const) {
      await page.setViewportSize(viewport);
      const tabs = page.getByRole('tab');
      await expect(tabs.first()).toBeVisible();
      for (const tab of await tabs.all()) {
        const label = (await tab.textContent()) ?? '';
        await tab.click();
        await expect(page.getByText('Loading…')).toHaveCount(0);
        expect.soft(await misfits(page), `${who}, ${label}, ${name}`).toEqual([]);
        if (label !== 'Heap') continue;
        for (const form of ['Table', 'Tree', 'Memory', 'Time', 'Graph']) {
          await page.getByRole('radio', { name: form, exact: true }).click();
          await expect(page.getByText('Loading…')).toHaveCount(0);
          expect.soft(await misfits(page), `${who}, ${form}, ${name}`).toEqual([]);
        }
      }
    }
  }
  for (const page of [teacher, ana, alone]) await page.context().close();
});

test('names in any script, a value of a million characters, a heap that is full', async ({ browser }) => {
  test.setTimeout(600_000);
  const teacher = await person(browser, heaproom.url);
  const code = await startLesson(teacher, heaproom.signInLink(), '内存课 · درس الذاكرة 🧠');
  const people = ['王小明', 'ليلى', 'Zoë 🦊'];
  const students: Page[] = [];
  for (const name of people) {
    const student = await person(browser, heaproom.url, students.length === 1);
    await join(student, code, name);
    students.push(student);
  }
  const [ming, layla, zoe] = students;
  if (ming === undefined || layla === undefined || zoe === undefined) throw new Error('nobody there');
  await type(ming, '列表 = ["值"]');
  await type(layla, 'قائمة = [1, 2]');
  await type(zoe, 's = "x" * 10**6');
  await type(zoe, 's');
  await type(zoe, 'big = [s + str(n) for n in range(10**5)]');
  await together(teacher, ...students);
  await teacher.getByRole('tab', { name: /Class/ }).click();
  for (const name of people)
    await expect(teacher.getByRole('list', { name: 'Members' }).getByText(name)).toBeVisible();
  for (const page of [teacher, ming, zoe]) {
    await page.getByRole('tab', { name: 'Transcript' }).click();
    await expect(page.getByRole('log', { name: 'Transcript' })).toContainText('列表 = ["值"]');
    expect.soft(await misfits(page)).toEqual([]);
  }
  // What went over a limit is told to its author, and nothing changed.
  await expect(zoe.getByRole('log', { name: 'Transcript' })).toContainText('nothing was changed');
  await zoe.getByRole('radio', { name: 'Table', exact: true }).click();
  await zoe.getByRole('switch', { name: 'Numbers and texts' }).click();
  await zoe.getByRole('button', { name: /str 'xxx/ }).click();
  await expect(zoe.getByText('1,000,049 bytes')).toBeVisible();
  expect.soft(await misfits(zoe)).toEqual([]);

  // An emoji alone is no name of a module: said where it is typed.
  const fox = await person(browser, heaproom.url);
  await fox.goto(`/c/${code}`);
  await fox.getByLabel('Your name').fill('🦊');
  await fox.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(fox.getByRole('alert').filter({ hasText: /name/ })).toBeVisible();
  for (const page of [teacher, ...students, fox]) await page.context().close();
});

test('a browser that keeps nothing and draws nothing still shows the heap', async ({ browser }) => {
  const page = await person(browser, heaproom.url);
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
  await expect(page.getByRole('button', { name: 'list [1, 2]' })).toBeVisible();
  await page.getByRole('tab', { name: 'Memory' }).click();
  await expect(page.getByRole('tabpanel')).toContainText(/arena/i);
  await page.getByRole('button', { name: 'Colour scheme' }).click();
  await page.getByRole('menuitem', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveClass(/dark/);
  expect(faults).toEqual([]);
  await page.context().close();
});

test('the cards on the screen are what the machine says', async ({ browser }) => {
  const program = randomProgram(11).slice(0, 14);
  const machine = new Machine({ preimported: ['gc', 'sys', 'weakref'] });
  for (const source of program) machine.run('__main__', source);
  const page = await person(browser, heaproom.url);
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
