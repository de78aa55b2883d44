import { expect, test } from 'vitest';
import { joined, Person, serverOfThisFile, signedInTeacher, startLesson } from './lesson.ts';

const running = serverOfThisFile();

test('headers on every answer, also on those of pages', async () => {
  const { url } = running();
  for (const path of ['/api/health', '/nothing']) {
    const { headers } = await new Person(url).request('GET', path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
  }
});

test('a nonce is never used twice', async () => {
  const { url } = running();
  const nonces = await Promise.all(
    [1, 2, 3].map(async () => {
      const { headers } = await new Person(url).request('GET', '/nothing');
      return /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1];
    }),
  );
  expect(new Set(nonces).size).toBe(3);
});

test('what other sites send is not carried out', async () => {
  const server = running();
  const teacher = await signedInTeacher(server);
  const body = { name: 'From elsewhere' };
  for (const headers of [
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { Origin: 'https://elsewhere.example' },
    { Origin: 'null' },
  ]) {
    const answer = await teacher.request('POST', '/api/classrooms', body, headers);
    expect(answer.status).toBe(403);
    expect(answer.json()).toMatchObject({ error: 'wrongOrigin' });
  }
  const count = () => server.installation.database.client.classroom.count({ where: { name: body.name } });
  expect(await count()).toBe(0);
  const own = await teacher.request('POST', '/api/classrooms', body, { Origin: server.url });
  expect(own.status).toBe(201);
});

test('unknown paths, wrong methods, wrong shapes and bodies that are too large are refused by name', async () => {
  const server = running();
  const teacher = await signedInTeacher(server);
  expect((await teacher.request('GET', '/api/nothing')).status).toBe(404);
  const method = await teacher.request('DELETE', '/api/join');
  expect(method.status).toBe(405);
  expect(method.headers.get('allow')).toBe('POST');
  for (const body of [{}, { name: '' }, { name: 'x'.repeat(81) }, { name: 'a', more: 1 }, [], 'a']) {
    const answer = await teacher.request('POST', '/api/classrooms', body);
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({ error: 'badShape' });
  }
  const large = await teacher.request('POST', '/api/classrooms', { name: 'x'.repeat(200_000) });
  expect(large.status).toBe(413);
  expect(large.json()).toMatchObject({ error: 'tooLarge' });
  const broken = await fetch(`${server.url}/api/classrooms`, {
    method: 'POST',
    headers: { Cookie: teacher.cookie },
    body: '{',
  });
  expect(await broken.json()).toMatchObject({ error: 'badShape' });
});

test('a code has six characters that cannot be confused, and is read in any case', async () => {
  const server = running();
  const { code, teacher } = await startLesson(server);
  expect(code).toMatch(/^[ABCDEFGHJKMNPQRSTUVWXYZ23456789]{6}$/);
  const about = await teacher.request('GET', `/api/room/${code.toLowerCase()}`);
  expect(about.json()).toMatchObject({ code, classroom: 'Class 10b', open: true, me: { role: 'teacher' } });
  const unknown = await teacher.request('GET', '/api/room/ZZZZZZ');
  expect(unknown.status).toBe(404);
  expect(unknown.json()).toMatchObject({ error: 'unknownCode' });
});

test('starting a lesson twice gives the one that runs, also at the same moment', async () => {
  const server = running();
  const { teacher, classroom, session } = await startLesson(server);
  const again = await Promise.all(
    [1, 2, 3].map(() => teacher.request('POST', `/api/classrooms/${classroom}/sessions`)),
  );
  for (const answer of again) expect(answer.json()).toMatchObject({ id: session });
  const other = await teacher.request('POST', '/api/classrooms/nobodys/sessions');
  expect(other.json()).toMatchObject({ error: 'notFound' });
});

test('joining makes one member per person, and returning is the same member', async () => {
  const server = running();
  const { code, session } = await startLesson(server);
  const ana = await joined(server.url, code, 'Ana');
  const again = await joined(server.url, code, 'Other name', ana.person);
  expect(again.member).toBe(ana.member);
  const about = await ana.person.request('GET', `/api/room/${code}`);
  expect(about.json()).toMatchObject({
    me: { id: ana.member, nickname: 'Ana', handle: 'ana', role: 'student' },
  });
  const second = await joined(server.url, code, 'Ana');
  expect(second.member).not.toBe(ana.member);
  const members = await server.installation.database.client.member.findMany({
    where: { sessionId: session },
    orderBy: { joinedAt: 'asc' },
  });
  expect(members.map(({ handle }) => handle)).toEqual(['teacher', 'ana', 'ana2']);
});

test('two requests of one person at once make one member', async () => {
  const server = running();
  const { code } = await startLesson(server);
  const first = await joined(server.url, code, 'Ana');
  const next = await startLesson(server);
  const both = await Promise.all([1, 2, 3].map(() => joined(server.url, next.code, 'Ana', first.person)));
  expect(new Set(both.map(({ member }) => member)).size).toBe(1);
});

test.each(['', '   ', 'x'.repeat(25), '123', 'a\u202eb', 'fuck', '\ud800'])(
  'the nickname %j is refused',
  async (nickname) => {
    const server = running();
    const { code } = await startLesson(server);
    const answer = await new Person(server.url).request('POST', '/api/join', { code, nickname });
    expect(answer.json()).toMatchObject({ error: 'nicknameRefused' });
    expect(answer.headers.getSetCookie()).toEqual([]);
  },
);

test.each(['Ana', 'Ñandú', '小明', 'زهرا', 'نیلوفر\u200cجان', 'D’Arcy-O 3'])(
  'the nickname %j is fine',
  async (name) => {
    const server = running();
    const { code } = await startLesson(server);
    await joined(server.url, code, name);
  },
);

test('a code without a lesson, and deleting what belongs to the teacher', async () => {
  const server = running();
  const { teacher, classroom, session, code } = await startLesson(server);
  const ana = await joined(server.url, code, 'Ana');
  expect((await ana.person.request('DELETE', `/api/sessions/${session}`)).status).toBe(401);
  expect((await teacher.request('DELETE', `/api/sessions/${session}`)).status).toBe(200);
  const none = await new Person(server.url).request('POST', '/api/join', { code, nickname: 'Ben' });
  expect(none.json()).toMatchObject({ error: 'noSession' });
  expect((await teacher.request('DELETE', `/api/classrooms/${classroom}`)).status).toBe(200);
  const { client } = server.installation.database;
  expect(await client.member.count({ where: { sessionId: session } })).toBe(0);
  expect(await client.entry.count({ where: { sessionId: session } })).toBe(0);
  expect((await teacher.request('GET', `/api/room/${code}`)).json()).toMatchObject({ error: 'unknownCode' });
});
