import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { openInstallation } from '../../server/start/installation.ts';
import { freshDatabase, postgresIsGiven } from '../postgres.ts';
import { startChild } from './child.ts';
import { temporaryFolder } from './folders.ts';
import { joined, Person, signedInTeacher, startLesson, Tab, testServer } from './lesson.ts';

test('a room that was let go comes back as it was, from its snapshot', async () => {
  const server = await testServer();
  const { code, session } = await startLesson(server);
  const ana = await joined(server.url, code, 'Ana');
  const tab = await Tab.open(ana.person, code);
  for (let n = 0; n < 10; n++) await tab.run(`a${n} = [${n}]`);
  const { digest } = await tab.entry(12);
  tab.socket.disconnect();
  const { rooms } = server.server;
  // The server hears of the closed tab a moment later; until then the room is not empty.
  for (await rooms.evictIfEmpty(session); rooms.open > 0; await rooms.evictIfEmpty(session)) {
    await new Promise((turn) => setTimeout(turn, 20));
  }
  const { client } = server.installation.database;
  expect(await client.snapshot.findMany({ select: { sessionId: true, seq: true } })).toEqual([
    { sessionId: session, seq: 12 },
  ]);
  const back = await Tab.open(ana.person, code);
  expect(await back.run('a0.append(a1)')).toBe(13);
  expect((await back.entry(13)).digest).not.toBe(digest);
});

test('after a restart the lesson goes on: same members, same heap, retries known', async () => {
  const first = await testServer();
  const { code, teacher, session } = await startLesson(first);
  const ana = await joined(first.url, code, 'Ana');
  const tab = await Tab.open(ana.person, code);
  expect(await tab.run('a = [1]', 'command-before-restart')).toBe(3);
  const { digest } = await tab.entry(3);
  const stopped = first.restart();
  await tab.until(() => tab.told.includes('restarting'));
  const second = await stopped;
  const again = await Tab.open(ana.person.at(second.url), code);
  expect(await again.run('a = [1]', 'command-before-restart')).toBe(3);
  const watching = await Tab.open(teacher.at(second.url), code);
  expect(await again.run('b = a')).toBe(4);
  await watching.entry(4);
  const log = await ana.person.at(second.url).request('GET', `/api/sessions/${session}/log`);
  expect(log.json()).toMatchObject({ entries: [{ seq: 1 }, { seq: 2 }, { seq: 3, digest }, { seq: 4 }] });
});

test('after kill -9 every acknowledged entry is there', async () => {
  const dataDir = await temporaryFolder();
  const env: Record<string, string> = { DATA_DIR: dataDir };
  if (postgresIsGiven()) {
    const fresh = await freshDatabase();
    onTestFinished(fresh.drop);
    env.DATABASE_URL = fresh.url;
  }
  const acknowledged = new Set<number>();
  let lesson: { code: string; session: string; cookie: string } | null = null;
  for (let round = 0; round < 2; round++) {
    const child = startChild('tests/server/programs/serve.ts', [], env);
    const [, url = '', token = ''] = await child.lineLike(/^(http\S+) (\S+)$/);
    const teacher = new Person(url);
    await teacher.request('GET', `/api/sign-in?token=${token}`);
    lesson ??= await openLesson(teacher);
    const { code } = lesson;
    const tabs = await Promise.all(
      ['Ana', 'Ben', 'Cem'].map(async (name) => Tab.open((await joined(url, code, name)).person, code)),
    );
    // All write as fast as they are answered; the process dies in the middle of it.
    let alive = true;
    const writing = tabs.map(async (tab, student) => {
      for (let n = 0; alive; n++) {
        const seq = await tab.run(`r${round}_${student}_${n} = [${n}]`).catch(() => null);
        if (typeof seq === 'number') acknowledged.add(seq);
        if (seq === 'tooFast') await new Promise((turn) => setTimeout(turn, 50));
        if (seq === null) return;
      }
    });
    const before = acknowledged.size;
    while (acknowledged.size < before + 40) await new Promise((turn) => setTimeout(turn, 10));
    child.kill('SIGKILL');
    alive = false;
    expect(await child.ended).toBe('SIGKILL');
    for (const tab of tabs) tab.socket.disconnect();
    await Promise.all(writing);
  }
  const installation = await openInstallation({ dataDir, databaseUrl: env.DATABASE_URL ?? null });
  try {
    const rows = await installation.database.client.entry.findMany({
      where: { sessionId: lesson?.session ?? '' },
      orderBy: { seq: 'asc' },
    });
    const stored = rows.map(({ seq }) => seq);
    expect(stored).toEqual(stored.map((_, index) => index + 1));
    expect([...acknowledged].filter((seq) => !stored.includes(seq))).toEqual([]);
    expect(acknowledged.size).toBeGreaterThanOrEqual(80);
  } finally {
    await installation.close();
  }
});

const madeShape = z.object({ id: z.string(), code: z.string() });

async function openLesson(teacher: Person) {
  const made = madeShape.parse((await teacher.request('POST', '/api/classrooms', { name: 'Killed' })).json());
  const started = madeShape.parse(
    (await teacher.request('POST', `/api/classrooms/${made.id}/sessions`)).json(),
  );
  return { code: made.code, session: started.id, cookie: teacher.cookie };
}

test('a second server on the folder is refused before it touches the database', async () => {
  const dataDir = await temporaryFolder();
  const first = startChild('tests/server/programs/serve.ts', [], { DATA_DIR: dataDir });
  await first.lineLike(/^http/);
  const second = startChild('tests/server/programs/serve.ts', [], { DATA_DIR: dataDir });
  expect((await second.lineLike(/in use/))[0]).toBeTruthy();
  expect(await second.ended).toBe(1);
  first.kill('SIGTERM');
  expect(await first.ended).toBe(0);
});

test('a lesson that another engine ran is ended at the start, with its log kept', async () => {
  const first = await testServer();
  const { session, code } = await startLesson(first);
  await first.installation.database.client.session.update({
    where: { id: session },
    data: { engineVersion: -1 },
  });
  const second = await first.restart();
  const row = await second.installation.database.client.session.findUniqueOrThrow({
    where: { id: session },
    include: { entries: true },
  });
  expect(row).toMatchObject({ openIn: null, endedAt: expect.any(Date), entries: [{ seq: 1 }] });
  const teacher = await signedInTeacher(second);
  expect((await teacher.request('GET', `/api/room/${code}`)).json()).toMatchObject({
    open: false,
    past: { session, nickname: 'Teacher' },
  });
  expect((await new Person(second.url).request('GET', `/api/room/${code}`)).json()).toMatchObject({
    past: null,
  });
});
