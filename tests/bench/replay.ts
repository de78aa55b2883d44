/**
 * `npm run bench:replay`: a stored lesson of 20,000 entries, opened and jumped about in as a teacher does it, in a real
 * Chromium against the real server and database; and the same jumps of the replay alone, with its keyframes, and from
 * the beginning as there would be without them. Writes its part of docs/benchmarks.md. `--entries N` for a shorter one.
 */
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Entry } from '../../classroom/protocol/entry.ts';
import { Timeline } from '../../classroom/timeline.ts';
import { LessonKeyframes } from '../../components/review/keyframes.ts';
import { RunThrough } from '../../components/review/run-through.ts';
import { withoutCommand } from '../../components/review/states.ts';
import { type Installation, installHeaproom } from '../journeys/app.ts';
import { launchBrowser } from './launch.ts';
import { longLesson } from './longLesson.ts';
import { median, table, writeSection } from './section.ts';
import { worked } from './worked.ts';

const given = process.argv.indexOf('--entries');
const ENTRIES = given < 0 ? 20_000 : Number(process.argv[given + 1]);
const OPENINGS = 7;
const JUMPS = 60;
const PORTION = 64;
const SNAPSHOT_EVERY = 200;

interface Stored {
  readonly session: string;
  readonly entries: readonly Entry[];
}

/** Written by the server's own store while no server runs, as a room writes it: the log in portions, and snapshots. */
async function storeLesson(heaproom: Installation): Promise<Stored> {
  const { openEmbedded, openServer } = await import('../../server/database/open.ts');
  const { createClassroom, ownTeacher, startSession } = await import('../../server/store/lessons.ts');
  const { pack, Store } = await import('../../server/store/store.ts');
  const database =
    heaproom.databaseUrl === null
      ? await openEmbedded(join(heaproom.dataDir, 'db'))
      : await openServer(heaproom.databaseUrl);
  try {
    const { client } = database;
    const store = new Store(client);
    const owner = await ownTeacher(client);
    const classroom = await createClassroom(client, owner.id, 'Memory, the whole year');
    const started = await startSession(client, owner.id, classroom.id, Date.now());
    if (started === null) throw new Error('no lesson');
    const teacher = await client.member.findFirstOrThrow({ where: { sessionId: started.id } });
    // The lesson brings its own opening.
    await client.entry.deleteMany({ where: { sessionId: started.id } });
    const all: Entry[] = [];
    let saved = 0;
    for (const { entries, session } of longLesson(teacher, ENTRIES, PORTION)) {
      all.push(...entries);
      const joined = entries.flatMap((entry) => (entry.kind === 'join' ? [entry.member.id] : []));
      const log = entries.map((entry): Entry => entry);
      const persons = new Map(joined.map((id) => [id, `person of ${id}`]));
      const [first, ...rest] = log;
      if (first?.kind === 'open') {
        const { entryToRow } = await import('../../server/store/rows.ts');
        await client.entry.create({ data: entryToRow(started.id, first) });
        await store.append(started.id, rest, session.state, persons);
      } else await store.append(started.id, log, session.state, persons);
      if (session.state.seq - saved >= SNAPSHOT_EVERY || session.state.endedAt !== null) {
        const { state, machine } = session.snapshot();
        saved = state.seq;
        await store.saveSnapshot(started.id, state, await pack(machine));
      }
    }
    return { session: started.id, entries: all };
  } finally {
    await database.close();
  }
}

/** Random moments, the same ones in every run. */
function moments(count: number, length: number): number[] {
  let state = 11;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return 2 + Math.floor((state / 0x1_0000_0000) * (length - 2));
  });
}

/** Milliseconds of processor time. */
function timed(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function look(timeline: Timeline, seq: number): void {
  timeline.moveTo(seq, ({ state, machine }) => {
    if (state.seq === seq - 1) machine.inspect();
  });
  timeline.session.machine.inspect();
}

/** The replay's own part, without a page: heap before and after an entry. */
function alone(entries: readonly Entry[]) {
  const [first] = entries;
  if (first?.kind !== 'open') throw new Error('a lesson without a beginning');
  const frames = new LessonKeyframes(first);
  let last = 1;
  const run = new RunThrough(
    (message) => {
      if (message.kind === 'fault') throw new Error(`the lesson cannot be followed past ${message.seq}`);
      if (message.kind !== 'keyframe') return;
      // As it comes from another thread.
      frames.add(structuredClone(message.step), entries.slice(last, message.step.seq));
      last = message.step.seq;
    },
    () => performance.now(),
  );
  const through = timed(() => {
    run.extend(entries);
    run.go(Number.POSITIVE_INFINITY);
  });
  const log = entries.map(withoutCommand);
  const timeline = new Timeline(log, frames);
  look(timeline, 100);
  const jumps = moments(JUMPS, entries.length).map((seq) => timed(() => look(timeline, seq)));
  const without = moments(3, entries.length).map((seq) => {
    const bare = new Timeline(log, new LessonKeyframes(first));
    return timed(() => look(bare, seq));
  });
  return { through, jumps, without, bytes: frames.bytes };
}

/** Put into the page: tells when an attribute of the replay has a value and that has been painted. */
function painted(attribute: string, value: string | null): Promise<number> {
  return new Promise((done) => {
    const check = (): void => {
      const now = document.querySelector('[data-testid=replay]')?.getAttribute(attribute) ?? null;
      if (value === null ? now === null || now === '0' : now !== value) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => done(performance.now());
        channel.port2.postMessage(null);
      });
    };
    const observer = new MutationObserver(check);
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    check();
  });
}

interface Opening {
  readonly time: number;
  /** Until the page's own machine stands: then one can go elsewhere. */
  readonly running: number;
  readonly work: number;
}

async function open(context: BrowserContext, session: string): Promise<Opening> {
  const page = await context.newPage();
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.addInitScript(`globalThis.firstPicture = (${painted.toString()})('data-seq', null)`);
  await page.addInitScript(`globalThis.running = (${painted.toString()})('data-running', 'true')`);
  const work = await worked(page);
  await page.goto(`/sessions/${session}/replay`, { waitUntil: 'commit' });
  await page.waitForSelector('[data-testid=replay]');
  const time = await page.evaluate<number>('globalThis.firstPicture');
  const opening = { time, work: await work(), running: await page.evaluate<number>('globalThis.running') };
  await page.close();
  return opening;
}

/** The first since the server started, then in browsers that have never been here, then in one that has. */
async function measureOpening(browser: Browser, heaproom: Installation, session: string, cookies: Cookies) {
  const newcomer = async () => {
    const context = await browser.newContext({
      baseURL: heaproom.url,
      viewport: { width: 1440, height: 900 },
    });
    await context.addCookies(cookies);
    return context;
  };
  const context = await newcomer();
  const first = await open(context, session);
  const cold: Opening[] = [];
  for (let at = 0; at < OPENINGS; at++) {
    const fresh = await newcomer();
    cold.push(await open(fresh, session));
    await fresh.close();
  }
  const again: Opening[] = [];
  for (let at = 0; at < OPENINGS; at++) again.push(await open(context, session));
  await context.close();
  return { first, cold, again };
}

type Cookies = Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>;

async function measureJumps(page: Page, length: number) {
  const times: number[] = [];
  const works: number[] = [];
  const work = await worked(page);
  for (const seq of moments(JUMPS, length)) {
    const before = await work();
    times.push(
      await page.evaluate(
        async ([to, wait]) => {
          const slider = document.querySelector('input[type=range]');
          if (!(slider instanceof HTMLInputElement)) throw new Error('no slider');
          const done: Promise<number> = new Function(`return (${wait})('data-seq', '${to}')`)();
          const from = performance.now();
          // As the browser does it when somebody drags: the value first, then the event that React hears.
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(slider, String(to));
          slider.dispatchEvent(new Event('input', { bubbles: true }));
          return (await done) - from;
        },
        [seq, painted.toString()] as const,
      ),
    );
    works.push((await work()) - before);
  }
  return { times, works };
}

const ms = (value: number): string => `${value.toFixed(value < 100 ? 1 : 0)} ms`;

const heaproom = await installHeaproom();
const browser = await launchBrowser();
try {
  await heaproom.start();
  await heaproom.stop();
  console.log('storing the lesson');
  const { session, entries } = await storeLesson(heaproom);
  const load = loadavg()[0] ?? 0;
  console.log('running it without a page');
  const bare = alone(entries);
  await heaproom.start();
  const teacher = await browser.newContext({ baseURL: heaproom.url, viewport: { width: 1440, height: 900 } });
  const page = await teacher.newPage();
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.goto(heaproom.signInLink());
  const cookies = await teacher.cookies();
  console.log('opening it');
  const opening = await measureOpening(browser, heaproom, session, cookies);
  await page.goto(`/sessions/${session}/replay`);
  const early = Date.now();
  await page.waitForSelector(`[data-testid=replay][data-ready="${entries.length}"]`, { timeout: 600_000 });
  const ready = Date.now() - early;
  console.log('jumping about in it');
  const jumps = await measureJumps(page, entries.length);
  const row = (name: string, aim: number | null, values: readonly number[]): string[] => [
    name,
    ms(median(values)),
    ms(Math.max(...values)),
    aim === null ? '' : `≤ ${aim.toLocaleString('en')} ms`,
    aim === null ? '' : median(values) <= aim ? 'yes' : 'no',
  ];
  writeSection('replay', 'The replay of a lesson', [
    `\`npm run bench:replay\` (${entries.length.toLocaleString('en')} entries of 30 students, Node ${process.versions.node}, Chromium ${browser.version()} without a graphics card, ${cpus()[0]?.model ?? 'unknown processor'} × ${cpus().length}, load ${load.toFixed(1)} when it began):`,
    '',
    ...table(
      ['', 'median', 'worst', 'aim', 'reached'],
      [
        row('opening, the first page since the server started', null, [opening.first.time]),
        row(
          `opening in a browser that has nothing cached (${OPENINGS} of them): from the address to the first picture`,
          1_000,
          opening.cold.map(({ time }) => time),
        ),
        row(
          `opening again (${OPENINGS} times)`,
          1_000,
          opening.again.map(({ time }) => time),
        ),
        row(
          'until one can go elsewhere in it',
          null,
          opening.again.map(({ running }) => running),
        ),
        row(
          'the page’s main thread until the first picture, processor time',
          null,
          opening.again.map(({ work }) => work),
        ),
        row(
          `a jump to a random moment, from the slider to the painted frame (${JUMPS} jumps)`,
          null,
          jumps.times,
        ),
        row('the page’s main thread for it, processor time', null, jumps.works),
        row(`the same jumps without a page, processor time: heap before and after the entry`, 50, bare.jumps),
        row('the same from the beginning, without keyframes (3 jumps)', null, bare.without),
      ],
    ),
    '',
    `A jump takes 1/${(median(bare.without) / median(bare.jumps)).toFixed(0)} of the way from the beginning. Running the whole lesson through for the keyframes takes ${(bare.through / 1_000).toFixed(0)} s of processor time in a thread beside the page (${(ready / 1_000).toFixed(0)} s here until every moment was at hand); they take ${(bare.bytes / 1e6).toFixed(0)} MB.`,
  ]);
} finally {
  await browser.close();
  await heaproom.remove();
}
