/** The JavaScript that each page loads, compressed, until it rests. */
import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Installation } from '../journeys/app.ts';
import { live, startLesson } from '../journeys/people.ts';

/** What browsers ask for: Brotli over HTTPS and on the same computer, gzip over plain HTTP. */
const ENCODINGS = ['br', 'gzip'] as const;

/** Compressed bytes of the scripts that a page loads until it rests, in this encoding. */
async function scriptBytes(
  page: Page,
  encoding: (typeof ENCODINGS)[number],
  go: () => Promise<unknown>,
): Promise<number> {
  await page.context().setExtraHTTPHeaders({ 'Accept-Encoding': encoding });
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.setCacheDisabled', { cacheDisabled: true });
  const scripts = new Set<string>();
  const others: string[] = [];
  let bytes = 0;
  client.on('Network.responseReceived', ({ requestId, type: kind, response }) => {
    if (kind !== 'Script') return;
    scripts.add(requestId);
    const served = response.headers['Content-Encoding'] ?? response.headers['content-encoding'];
    if (served !== encoding) others.push(`${response.url} came as ${served ?? 'it is'}`);
  });
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await go();
  await page.waitForLoadState('networkidle');
  await client.detach();
  if (others.length > 0) throw new Error(`not ${encoding}: ${others.join(', ')}`);
  return bytes;
}

/** Rows of a table: page, bytes in each encoding, aim. */
export async function measurePages(
  browser: Browser,
  heaproom: Installation,
  teacher: BrowserContext,
): Promise<readonly (readonly string[])[]> {
  const desk = await teacher.newPage();
  const code = await startLesson(desk, heaproom.signInLink(), 'Pages');
  const student = await (await browser.newContext({ baseURL: heaproom.url })).newPage();
  const rows: (readonly string[])[] = [];
  const measure = async (name: string, aim: string, go: () => Promise<unknown>, page = student) => {
    const sizes: string[] = [];
    for (const encoding of ENCODINGS)
      sizes.push(`${((await scriptBytes(page, encoding, go)) / 1_000).toFixed(0)} kB`);
    rows.push([name, ...sizes, aim]);
  };
  await measure('home', '', () => student.goto('/'));
  await measure('join', '< 250 kB', () => student.goto(`/c/${code}`));
  await student.getByLabel('Your name').fill('Ana');
  await student.getByRole('button', { name: 'Join', exact: true }).click();
  await live(student);
  const loaded = async () => {
    await student.goto(`/c/${code}`);
    await live(student);
  };
  await measure('live class', '< 700 kB', loaded);
  const taught = async () => {
    await desk.goto(`/c/${code}`);
    await live(desk);
  };
  await measure('live class, its teacher', '', taught, desk);
  await measure('projector', '', () => student.goto(`/c/${code}/projector`));
  await measure('sandbox', '', () => student.goto('/sandbox'));
  await student.context().close();
  await desk.close();
  return rows;
}
