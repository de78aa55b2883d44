/** What a teacher and students do in a browser, in their words. */
import { type Browser, expect, type Page, type WebSocketRoute } from '@playwright/test';

/** A person with a browser of their own: cookies are not shared. */
export async function person(browser: Browser, url: string, phone = false): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
  });
  return context.newPage();
}

/** Signs in by the printed link, makes a classroom and starts a lesson. Gives the class code. */
export async function startLesson(teacher: Page, signInLink: string, name: string): Promise<string> {
  await teacher.goto(signInLink);
  await teacher.getByLabel('Name of the new classroom').fill(name);
  await teacher.getByRole('button', { name: 'Create' }).click();
  const classroom = teacher.getByRole('article', { name });
  const code = ((await classroom.getByTestId('class-code').textContent()) ?? '').replace(/\s/g, '');
  await classroom.getByRole('button', { name: 'Start lesson' }).click();
  await live(teacher);
  return code;
}

/** Joins from the start page with the code. */
export async function join(student: Page, code: string, nickname: string): Promise<void> {
  await student.goto('/');
  await student.getByLabel('Class code').fill(code.toLowerCase());
  await student.getByRole('button', { name: 'Join the class' }).click();
  await student.getByLabel('Your name').fill(nickname);
  await student.getByRole('button', { name: 'Join', exact: true }).click();
  await live(student);
}

/** Waits until the page shows a running class. */
export async function live(page: Page): Promise<void> {
  await expect(page.getByTestId('live')).toHaveAttribute('data-connection', 'live', { timeout: 60_000 });
}

/** A connection that can be cut: what is open breaks, and nothing new comes through until it is mended. */
export async function cuttable(page: Page): Promise<{ cut: () => Promise<void>; mend: () => void }> {
  let broken = false;
  const open = new Set<WebSocketRoute>();
  await page.route(/\/socket\.io\//, (route) => (broken ? route.abort() : route.continue()));
  await page.routeWebSocket(/\/socket\.io\//, async (socket) => {
    if (broken) return socket.close();
    open.add(socket);
    socket.connectToServer();
  });
  return {
    async cut() {
      broken = true;
      await Promise.all([...open].map((socket) => socket.close()));
      open.clear();
    },
    mend() {
      broken = false;
    },
  };
}

export async function type(page: Page, source: string): Promise<void> {
  const prompt = page.getByLabel('Python prompt');
  await prompt.click();
  await page.keyboard.insertText(source);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('live')).toHaveAttribute('data-pending', '0');
}

export interface Place {
  readonly seq: number;
  readonly digest: string;
}

/** Both at once: between two questions the page may go on. */
export async function place(page: Page): Promise<Place> {
  return page.getByTestId('live').evaluate((root) => ({
    seq: Number(root.getAttribute('data-seq')),
    digest: root.getAttribute('data-digest') ?? '',
  }));
}

/** Waits until all pages are at the same entry, and gives it; fails where digests differ. */
export async function together(...pages: readonly Page[]): Promise<Place> {
  let places: readonly Place[] = [];
  await expect(async () => {
    places = await Promise.all(pages.map(place));
    expect(new Set(places.map((one) => one.seq)).size).toBe(1);
  }).toPass();
  expect(new Set(places.map((one) => one.digest)).size).toBe(1);
  const [first] = places;
  if (first === undefined) throw new Error('nobody there');
  expect(first.digest).toMatch(/^[0-9a-f]{16}$/);
  return first;
}
