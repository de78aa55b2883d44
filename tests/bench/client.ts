/**
 * `npm run bench:client`: the pages in a real Chromium, on a production build and a running class. Time from an entry's
 * arrival to the frame that shows it, frames per second while panning, and the JavaScript that each page loads. Writes
 * its tables between their marks in docs/benchmarks.md; with `weights` only that of the JavaScript, which does not
 * depend on what else the computer does.
 */
import { cpus, loadavg } from 'node:os';
import type { BrowserContext, Page } from '@playwright/test';
import { installHeaproom } from '../journeys/app.ts';
import { startLesson, type } from '../journeys/people.ts';
import { measureArenas } from './arenas.ts';
import { type FrameRate, frameRate } from './frameRate.ts';
import { launchBrowser } from './launch.ts';
import { median, table, writeSection } from './section.ts';
import { measurePages } from './weights.ts';
import { worked } from './worked.ts';

const HEAPS = [100, 1_000, 5_000, 50_000] as const;
const AIMS: Readonly<Record<number, string>> = { 1000: '< 50 ms', 5000: '< 100 ms' };
const STATEMENTS = 15;

interface Times {
  /** Milliseconds from the socket's message to the end of the frame with the cards, and with the arrows. */
  readonly cards: number;
  readonly arrows: number;
}

/** Put into every page before its own scripts: notes when an entry comes and when it has been painted. */
function instrument(): void {
  const Native = window.WebSocket;
  let received = 0;
  window.WebSocket = class extends Native {
    constructor(...given: ConstructorParameters<typeof Native>) {
      super(...given);
      this.addEventListener('message', ({ data }) => {
        if (typeof data === 'string' && data.includes('["entry",')) received = performance.now();
      });
    }
  };
  /** Runs after the frame that is being made has been handed over. */
  const afterFrame = (done: () => void) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = done;
      channel.port2.postMessage(null);
    });
  new MutationObserver(() => {
    if (received === 0) return;
    const from = received;
    received = 0;
    afterFrame(() => {
      const cards = performance.now() - from;
      afterFrame(() => {
        const detail = { cards, arrows: performance.now() - from };
        document.dispatchEvent(new CustomEvent('painted', { detail }));
      });
    });
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-seq'] });
}

/** The median, and the fastest, which other work on the computer disturbs least. */
function spread(values: readonly number[]): string {
  return `${median(values).toFixed(0)} (${Math.min(...values).toFixed(0)}) ms`;
}

/** The page tells when it is done: a tool that asks it again and again in the meantime would be measured as well. */
async function entryToPaint(page: Page, source: string): Promise<Times> {
  const painted = page.evaluate(
    () =>
      new Promise<unknown>((resolve) => {
        document.addEventListener(
          'painted',
          (event) => resolve(event instanceof CustomEvent && event.detail),
          {
            once: true,
          },
        );
      }),
  );
  await page.getByLabel('Python prompt').click();
  await page.keyboard.insertText(source);
  await page.keyboard.press('Enter');
  const times = await painted;
  if (typeof times !== 'object' || times === null || !('cards' in times) || !('arrows' in times))
    throw new Error(`not measured: ${String(times)}`);
  return { cards: Number(times.cards), arrows: Number(times.arrows) };
}

/** Frames per second while the graph is dragged around for about two seconds, and the longest frame. */
async function panning(page: Page): Promise<FrameRate> {
  const box = await page.getByRole('application', { name: /Heap graph/ }).boundingBox();
  if (box === null) throw new Error('no graph');
  const middle = { x: box.x + box.width * 0.55, y: box.y + box.height * 0.92 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  const rate = await frameRate(page, async () => {
    for (let step = 0; step < 120; step++) {
      const angle = step / 9;
      await page.mouse.move(middle.x + 160 * Math.sin(angle), middle.y - 120 * (1 - Math.cos(angle)));
    }
  });
  await page.mouse.up();
  return rate;
}

async function measureHeap(
  teacher: BrowserContext,
  objects: number,
  piles: boolean,
): Promise<readonly string[]> {
  const page = await teacher.newPage();
  await page.setViewportSize({ width: 1440, height: 900 });
  // The loader that runs this file wraps functions in a helper, which a page does not have.
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.addInitScript(instrument);
  await startLesson(page, '/teach', `Heap of ${objects}${piles ? '' : ', no piles'}`);
  await type(page, `a = [[i % 100] for i in range(${objects})]`);
  if (!piles) {
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByRole('radio', { name: 'Never' }).click();
    await page.keyboard.press('Escape');
  }
  const times: Times[] = [];
  const work = await worked(page);
  const before = await work();
  for (let statement = 0; statement < STATEMENTS; statement++)
    times.push(await entryToPaint(page, `x${statement} = [a[${statement}]]`));
  const each = ((await work()) - before) / STATEMENTS;
  const { rate, worst } = await panning(page);
  await page.getByRole('button', { name: 'End lesson' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End lesson' }).click();
  await page.close();
  return [
    `${objects.toLocaleString('en')}${piles ? '' : ', never piled'}`,
    spread(times.map(({ cards }) => cards)),
    spread(times.map(({ arrows }) => arrows)),
    piles ? (AIMS[objects] ?? '') : '',
    `${each.toFixed(0)} ms`,
    rate.toFixed(0),
    `${worst.toFixed(0)} ms`,
  ];
}

const heaproom = await installHeaproom();
const browser = await launchBrowser();
try {
  await heaproom.start();
  const load = loadavg()[0] ?? 0;
  const teacher = await browser.newContext({ baseURL: heaproom.url });
  const weights = [
    'JavaScript that a page loads, compressed (`npm run bench:client -- weights`; Brotli is asked for over HTTPS and on the same computer, gzip over plain HTTP):',
    '',
    ...table(['page', 'Brotli', 'gzip', 'aim'], await measurePages(browser, heaproom, teacher)),
  ];
  writeSection('weights', 'JavaScript of the pages', weights, 'bench:client -- weights');
  if (!process.argv.includes('weights')) {
    const heaps: (readonly string[])[] = [];
    for (const objects of HEAPS) heaps.push(await measureHeap(teacher, objects, true));
    heaps.push(await measureHeap(teacher, 1_000, false));
    writeSection('client', 'The pages', [
      `\`npm run bench:client\` (Chromium ${browser.version()} drawing without a graphics card, ${cpus()[0]?.model ?? 'unknown processor'} × ${cpus().length}, load ${load.toFixed(1)} when it began; medians of ${STATEMENTS} statements, and the fastest of them, in a class whose heap holds so many lists; 1440 × 900):`,
      '',
      ...table(
        [
          'lists',
          'entry to cards',
          'entry to arrows',
          'aim',
          'main thread, all told',
          'frames per second, panning',
          'longest frame',
        ],
        heaps,
      ),
      '',
      ...(await measureArenas(browser, heaproom.url)),
    ]);
  }
} finally {
  await browser.close();
  await heaproom.remove();
}
