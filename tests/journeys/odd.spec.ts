/** Odd input and narrow windows: nothing is lost, nothing is cut off, nothing is blank. */
import { expect, type Locator, type Page } from '@playwright/test';
import { look } from './look.ts';
import { join, live, person, startLesson, together, type } from './people.ts';
import { test } from './test.ts';

/** What can be seen of a window of 1280 × 720 at 200 %, and of the narrowest phone. */
const WINDOWS = {
  zoomed: { width: 640, height: 360 },
  narrow: { width: 320, height: 640 },
} as const;

/** Letters from right to left, without spaces, outside the basic plane, and made of two characters. */
const SCRIPTS = {
  عدد: "['مرحبا بالعالم', 1]",
  変数: "{'日本語': '🐍👩‍👩‍👧'}",
  имя: "'Привет'",
  ñandú: "'e\u0301\u0323'",
  हिन्दी: "('नमस्ते',)",
} as const;

async function run(page: Page, source: string): Promise<void> {
  await page.getByLabel('Python prompt').click();
  await page.keyboard.insertText(source);
  await page.keyboard.press('Enter');
}

/** Controls that reach over the window's edge where nothing scrolls to them. */
async function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element | null): boolean => {
      if (element === null) return false;
      const { overflowX, position } = getComputedStyle(element);
      if (overflowX === 'auto' || overflowX === 'scroll') return true;
      return position !== 'fixed' && scrolls(element.parentElement);
    };
    const found: string[] = [];
    for (const control of document.querySelectorAll('button, a[href], input, textarea, [role=tab]')) {
      if (control.closest('[role=application]') !== null) continue;
      const { left, right, width, height } = control.getBoundingClientRect();
      const seen = width > 1 && height > 1 && control.checkVisibility({ visibilityProperty: true });
      if (seen && (left < -1 || right > innerWidth + 1) && !scrolls(control.parentElement))
        found.push(`${control.textContent || control.getAttribute('aria-label')} ${Math.round(right)}`);
    }
    return found;
  });
}

async function fits(page: Page, name: string): Promise<void> {
  for (const [size, viewport] of Object.entries(WINDOWS)) {
    await page.setViewportSize(viewport);
    await look(page, `odd-${name}-${size}`);
    expect.soft(await cutOff(page), `${name}, ${size}`).toEqual([]);
  }
}

/**
 * The same in German, whose words are the longest; the page stays in it until the next one is opened. `shown` is there
 * when the page is, in any language.
 */
async function fitsInGerman(page: Page, name: string, shown: Locator): Promise<void> {
  const { origin } = new URL(page.url());
  await page.context().addCookies([{ name: 'heaproom_language', value: 'de', url: origin }]);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(shown).toBeVisible();
  for (const [size, viewport] of Object.entries(WINDOWS)) {
    await page.setViewportSize(viewport);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(wider, `${name} in German, ${size}`).toBeLessThanOrEqual(0);
    expect.soft(await cutOff(page), `${name} in German, ${size}`).toEqual([]);
  }
  await page.context().clearCookies({ name: 'heaproom_language' });
}

test('what is sent before the scripts of a page have come is done when they are there', async ({
  browser,
  bench,
}) => {
  const page = await person(browser, bench.url);
  let letThrough = () => {};
  const gate = new Promise<void>((open) => {
    letThrough = open;
  });
  await page.route(/\.js$/, async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto('/', { waitUntil: 'commit' });
  await page.getByLabel('Class code').fill('zzz zzz');
  await page.getByRole('button', { name: 'Join the class' }).click();
  letThrough();
  await expect(page.getByText('No class has this code. Check it with your teacher.')).toBeVisible();
  await expect(page.getByLabel('Class code')).toHaveValue('ZZZ ZZZ');
});

test('values without end and names in any script, in every form of the heap', async ({ browser, bench }) => {
  test.setTimeout(300_000);
  const page = await person(browser, bench.url);
  await page.goto('/sandbox');
  const transcript = page.getByRole('log', { name: 'Transcript' });
  for (const [name, value] of Object.entries(SCRIPTS)) await run(page, `${name} = ${value}`);
  await run(page, "long = 'x' * 1_000_000");
  await run(page, 'long');
  await run(page, 'many = [long] * 1000');
  await run(page, 'a = [0] * 10**9');
  await expect(
    transcript.getByText('The heap of this class is limited to 64 MiB; nothing was changed.'),
  ).toBeVisible();
  await run(page, 'len(long)');
  await expect(transcript.locator('pre', { hasText: /^1000000$/ })).toBeVisible();
  for (const name of Object.keys(SCRIPTS)) await expect(transcript).toContainText(name);
  const cards = page.getByRole('application', { name: /Heap graph/ });
  await expect(cards).toContainText('変数');
  await look(page, 'odd-scripts-graph');
  for (const name of ['Table', 'Tree', 'Memory', 'Time']) {
    await page.getByRole('tab', { name, exact: true }).click();
    await look(page, `odd-scripts-${name.toLowerCase()}`);
  }
  await page.getByRole('tab', { name: 'Table' }).click();
  await page
    .getByRole('button', { name: /^list \[/ })
    .first()
    .click();
  await page.getByRole('tab', { name: 'Graph' }).click();
  await fits(page, 'scripts');
});

test('an entry shows in the sandbox what it did, as in a class', async ({ browser, bench }) => {
  const page = await person(browser, bench.url);
  await page.goto('/sandbox');
  await run(page, 'a = [1]');
  await run(page, 'b = [a, a]');
  await run(page, 'c = 3');
  const entry = page.getByRole('button', { name: 'Show what entry 2 did' });
  await entry.click();
  await expect(page.getByText('It made 1 object and changed 1 object.')).toBeVisible();
  await expect(page.getByText('made by it')).toHaveCount(1);
  await expect(page.getByText('changed by it')).toHaveCount(1);
  await look(page, 'sandbox-effect');
  await page.getByRole('tab', { name: 'Table' }).click();
  await expect(page.getByRole('row', { name: /made by it/ })).toHaveCount(1);
  await page.getByRole('button', { name: 'Close what the entry did' }).click();
  await expect(page.getByText('made by it')).toHaveCount(0);
  // Taken back, an entry has done nothing.
  await entry.click();
  await expect(page.getByText('made by it')).toHaveCount(1);
  for (let n = 0; n < 2; n++) await page.getByRole('button', { name: 'Undo the last statement' }).click();
  await expect(page.getByText('made by it')).toHaveCount(0);
});

test('every page fits a narrow window and one at 200 %, with names in any script', async ({
  browser,
  heaproom,
}) => {
  test.setTimeout(600_000);
  const teacher = await person(browser, heaproom.url);
  const code = await startLesson(teacher, heaproom.signInLink(), 'الذاكرة メモリ');
  const student = await person(browser, heaproom.url, true);
  await student.goto('/');
  await fits(student, 'home');
  await student.goto(`/c/${code}`);
  await expect(student.getByLabel('Your name')).toBeVisible();
  await fits(student, 'join');
  await join(student, code, 'محمد 🐍');
  const other = await person(browser, heaproom.url);
  await join(other, code, '山田 太郎');
  await type(student, "a = ['سلام']");
  await type(other, "b = '山'");
  await together(student, other, teacher);
  const log = teacher.getByRole('log', { name: 'Transcript' });
  await expect(log).toContainText('محمد 🐍');
  await expect(log).toContainText('山田 太郎');
  await fits(student, 'student');
  await fits(teacher, 'teacher');
  await teacher.setViewportSize({ width: 1440, height: 900 });
  await look(teacher, 'odd-names-class');
  for (const [page, name] of [
    [student, 'student'],
    [teacher, 'teacher'],
  ] as const)
    await fitsInGerman(page, name, page.locator('[data-connection=live]'));
  await teacher.goto('/teach');
  await expect(teacher.getByRole('article')).toBeVisible();
  await fits(teacher, 'teach');
  await fitsInGerman(teacher, 'teach', teacher.getByRole('article'));
  await teacher.goto('/teach/decks');
  await expect(teacher.getByLabel('Title of the new deck')).toBeVisible();
  await fits(teacher, 'decks');
  await teacher.getByLabel('Title of the new deck').fill('مجموعة');
  await teacher.getByRole('button', { name: 'Create' }).click();
  await expect(teacher).toHaveURL(/\/teach\/decks\/.+/);
  await fits(teacher, 'deck');
  await fitsInGerman(teacher, 'deck', teacher.getByRole('main').getByRole('textbox').first());
  await teacher.goto(`/c/${code}`);
  await live(teacher);
  await teacher.getByRole('button', { name: 'End lesson' }).click();
  await teacher.getByRole('alertdialog').getByRole('button', { name: 'End lesson' }).click();
  await expect(student.getByTestId('live')).toHaveAttribute('data-connection', 'ended');
  await fits(student, 'ended');
  await teacher.goto('/sessions');
  await teacher.getByRole('link', { name: 'メモリ' }).first().click();
  await expect(teacher.getByRole('heading', { name: /^Lesson of/ })).toBeVisible();
  await fits(teacher, 'review');
  await fitsInGerman(teacher, 'review', teacher.getByRole('row').first());
});
