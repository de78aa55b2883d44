import { inflateRawSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { choosePrediction, Ground } from '../../classroom/predict/index.ts';
import { entrySchema } from '../../classroom/protocol/entry.ts';
import { stateSchema } from '../../classroom/protocol/state.ts';
import { Session } from '../../classroom/session.ts';
import { Timeline } from '../../classroom/timeline.ts';
import { heapShape } from '../../components/review/heap-shape.ts';
import { SHEETS } from '../../server/export/sheets.ts';
import { Person, serverOfThisFile, signedInTeacher, startLesson, type Tab } from './lesson.ts';
import { FORMULA, heldLesson } from './pastLesson.ts';

const running = serverOfThisFile();

const FILES = [
  'results.csv',
  'questions.csv',
  'answers.csv',
  'transcript.csv',
  'session.xlsx',
  'session.json',
];

async function csv(teacher: Person, session: string, sheet: string): Promise<Record<string, string>[]> {
  const answer = await teacher.request('GET', `/api/sessions/${session}/export/${sheet}.csv`);
  expect(answer.status).toBe(200);
  const rows: unknown = parse(answer.text, { columns: true, bom: true });
  return z.array(z.record(z.string(), z.string())).parse(rows);
}

async function workbook(teacher: Person, session: string): Promise<Buffer> {
  const response = await fetch(`${teacher.url}/api/sessions/${session}/export/session.xlsx`, {
    headers: { Cookie: teacher.cookie },
  });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

const listShape = z.object({
  total: z.number(),
  perPage: z.number(),
  lessons: z.array(
    z.object({
      id: z.string(),
      classroom: z.string(),
      students: z.number(),
      challenges: z.number(),
      entries: z.number(),
      endedAt: z.number().nullable(),
      anonymised: z.boolean(),
      found: z.array(z.string()),
    }),
  ),
});

async function list(teacher: Person, query: Record<string, string> = {}) {
  const answer = await teacher.request('GET', `/api/sessions?${new URLSearchParams(query)}`);
  expect(answer.status).toBe(200);
  return listShape.parse(answer.json());
}

describe('the list of lessons', () => {
  test('is found by class, student and day, and only by its teacher', async () => {
    const server = running();
    const { teacher, session, people, classroom } = await heldLesson(server);
    const { client } = server.installation.database;
    await client.classroom.update({ where: { id: classroom }, data: { name: '100%_Memory' } });
    const ids = async (query: Record<string, string>) =>
      (await list(teacher, query)).lessons.map(({ id }) => id);
    expect(await ids({ q: 'memory ANA' })).toEqual([session]);
    expect(await ids({ q: '100%_' })).toEqual([session]);
    expect(await ids({ q: '%emory_' })).toEqual([]);
    expect(await ids({ q: 'memory nobody' })).toEqual([]);
    expect(await ids({ classroom })).toEqual([session]);
    const { startedAt } = await client.session.findUniqueOrThrow({ where: { id: session } });
    const began = startedAt.getTime();
    expect(await ids({ classroom, from: String(began), to: String(began + 1) })).toEqual([session]);
    expect(await ids({ classroom, to: String(began) })).toEqual([]);
    expect(await ids({ classroom, from: String(began + 1) })).toEqual([]);
    const [found] = (await list(teacher, { q: 'ana', classroom })).lessons;
    expect(found).toMatchObject({ students: 3, challenges: 3, found: ['Ana'], anonymised: false });
    expect((await people.ana.person.request('GET', '/api/sessions')).status).toBe(401);
    for (const query of ['page=0', 'page=x', 'from=-1', 'more=1', `q=${'x'.repeat(201)}`]) {
      expect((await teacher.request('GET', `/api/sessions?${query}`)).status, query).toBe(400);
    }
  });

  test('comes in pages, newest first, without gaps or doubles', async () => {
    const server = running();
    const { classroom, teacher } = await startLesson(server);
    const { client } = server.installation.database;
    await client.session.createMany({
      data: Array.from({ length: 44 }, (_, index) => ({
        id: `past-${index}`,
        classroomId: classroom,
        startedAt: new Date(1_000_000 + index),
        endedAt: new Date(2_000_000),
        engineVersion: 1,
        wireVersion: 1,
      })),
    });
    const pages = await Promise.all(['1', '2', '3', '4'].map((page) => list(teacher, { classroom, page })));
    expect(pages.map(({ lessons }) => lessons.length)).toEqual([20, 20, 5, 0]);
    expect(pages[0]?.total).toBe(45);
    const ids = pages.flatMap(({ lessons }) => lessons.map(({ id }) => id)).slice(1);
    expect(ids).toEqual(Array.from({ length: 44 }, (_, index) => `past-${43 - index}`));
  });
});

describe('exports', () => {
  test('CSV, XLSX, JSON and the database say the same', async () => {
    const server = running();
    const { teacher, session, people } = await heldLesson(server);
    const { client } = server.installation.database;
    const database = await client.result.findMany({
      where: { sessionId: session },
      include: { member: true },
    });
    // [SC5]: right and sure 1000; wrong and sure enough -250, never below 0; wrong and unsure 0. [SC2]: half a round.
    const points = new Map(database.map(({ member, points }) => [member.nickname, points]));
    expect(Object.fromEntries(points)).toEqual({ Ana: 1500, Ben: 0, [FORMULA]: 0 });

    const results = await csv(teacher, session, 'results');
    expect(results.map((row) => [row.Rank, row.Student, row.Points, row.Right, row.Statements])).toEqual([
      ['1', 'Ana', '1500', '1', '2'],
      ['2', 'Ben', '0', '0', '1'],
      ['2', `'${FORMULA}`, '0', '0', '2'],
    ]);
    const answers = await csv(teacher, session, 'answers');
    const stored = await client.answer.findMany({
      where: { sessionId: session },
      include: { member: true },
      orderBy: [{ number: 'asc' }],
    });
    const told = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.join('|')).sort();
    expect(told(answers.map((row) => [row.Number, row.Module, row.Points]))).toEqual(
      told(stored.map(({ number, member, points }) => [number, member.handle, points])),
    );
    const [first] = answers;
    expect(first).toMatchObject({
      Student: 'Ana',
      Answer: 'It removes a name',
      'First vote': 'It frees the object',
      Right: 'yes',
      'How sure': '3',
    });
    expect(answers.find((row) => row.Module === 'ben' && row.Number === '1')).toMatchObject({
      Belief: 'del frees the object.',
      Points: '-250',
    });
    expect(answers.find((row) => row.Number === '3')).toMatchObject({ Right: 'not graded' });

    const questions = await csv(teacher, session, 'questions');
    expect(questions[0]).toMatchObject({
      Answered: '3',
      Right: '1',
      'Right in the first vote': '0',
      'Shared by': '1',
    });

    const file = await workbook(teacher, session);
    const sheet = async (name: string) => (await readSheet(file, name)).map((row) => row.map(String));
    for (const [name, rows] of [
      ['Results', results],
      ['Answers', answers],
    ] as const) {
      const [head = [], ...body] = await sheet(name);
      expect(body.length).toBe(rows.length);
      const column = head.indexOf('Points');
      expect(body.map((row) => row[column])).toEqual(rows.map((row) => row.Points));
    }

    const json = await teacher.request('GET', `/api/sessions/${session}/export/session.json`);
    const document = z
      .object({
        format: z.literal('heaproom.session'),
        version: z.literal(1),
        results: z.array(z.object({ memberId: z.string(), points: z.number() })),
        members: z.array(
          z.strictObject({
            id: z.string(),
            handle: z.string(),
            nickname: z.string(),
            role: z.string(),
            removed: z.boolean(),
            joinedAt: z.string(),
          }),
        ),
        challenges: z.array(
          z.object({ number: z.number(), answers: z.array(z.object({ points: z.number() })) }),
        ),
        entries: z.array(entrySchema),
      })
      .parse(json.json());
    expect(document.results.find(({ memberId }) => memberId === people.ana.member)?.points).toBe(1500);
    expect(document.challenges.map(({ answers: given }) => given.length)).toEqual([3, 2, 1]);
    const timeline = new Timeline(document.entries);
    expect(timeline.moveTo(timeline.length)?.entry.digest).toBe(document.entries.at(-1)?.digest);
    expect(document.entries.length).toBe(await client.entry.count({ where: { sessionId: session } }));
    const { person } = await client.member.findFirstOrThrow({ where: { id: people.ana.member } });
    expect(json.text).not.toContain(person);
  });

  test('say what an object was that is gone by now, and so does the student’s own page', async () => {
    const server = running();
    const { teacher, session, people, tabs, board, run, must } = await heldLesson(server, false);
    const { client } = server.installation.database;
    await run(tabs.ana, 'kept = [[7]]; short = [8]');
    const json = () => teacher.request('GET', `/api/sessions/${session}/export/session.json`);
    const { objects } = (await standing(teacher, session)).session.machine.inspect();
    const serial = (repr: string) => objects.find((object) => object.repr === repr)?.serial ?? 0;
    const [inner, short] = [serial('[7]'), serial('[8]')];
    await must(board, {
      kind: 'challenge.open',
      challenge: { kind: 'question', prompt: 'Which holds 7?', answer: { form: 'object' } },
      solution: { key: { form: 'object', correct: [inner] }, explanation: '' },
    });
    const point = (tab: Tab, at: number) =>
      must(tab, { kind: 'challenge.answer', challenge: 4, answer: { kind: 'object', serial: at } });
    await point(tabs.ana, inner);
    await point(tabs.ben, short);
    await run(tabs.ana, 'del short');
    await must(board, { kind: 'challenge.reveal' });
    await run(tabs.ana, 'del kept');
    await must(board, { kind: 'end' });
    const answers = (await csv(teacher, session, 'answers')).filter((row) => row.Number === '4');
    expect(answers.map((row) => [row.Student, row.Answer, row['Right answer'], row.Right])).toEqual([
      ['Ana', 'ana.kept[0]: list [7]', 'ana.kept[0]: list [7]', 'yes'],
      ['Ben', 'list [8]', 'ana.kept[0]: list [7]', 'no'],
    ]);
    const [head = [], ...rows] = await readSheet(await workbook(teacher, session), 'Answers');
    const column = head.indexOf('Answer');
    expect(rows.filter(([number]) => number === 4).map((row) => row[column])).toEqual([
      'ana.kept[0]: list [7]',
      'list [8]',
    ]);
    const { challenges } = z
      .object({ challenges: z.array(z.object({ objects: z.array(z.unknown()).nullable() })) })
      .parse((await json()).json());
    const named = [
      { serial: inner, type: 'list', repr: '[7]', name: 'ana.kept[0]' },
      { serial: short, type: 'list', repr: '[8]', name: null },
    ];
    // A question with options is about none; the round freed nothing that could be marked, or named what it freed.
    expect(challenges.map(({ objects: told }) => told === null)).toEqual([true, false, true, false]);
    expect(challenges[3]?.objects).toEqual(named);
    const row = await client.challenge.findUniqueOrThrow({
      where: { sessionId_number: { sessionId: session, number: 4 } },
    });
    expect(row.objects).toEqual(named);
    const own = z.object({
      lessons: z.array(
        z.object({
          id: z.string(),
          answers: z.array(z.object({ answer: z.string(), rightAnswer: z.string().nullable() })),
        }),
      ),
    });
    const mine = own.parse((await people.ben.person.request('GET', '/api/me')).json());
    expect(mine.lessons.find(({ id }) => id === session)?.answers.at(-1)).toEqual({
      answer: 'list [8]',
      rightAnswer: 'ana.kept[0]: list [7]',
    });
    // Without the names it says the same of them.
    await teacher.request('POST', `/api/sessions/${session}/anonymise`);
    const later = (await csv(teacher, session, 'answers')).filter((each) => each.Number === '4');
    expect(later.map((each) => [each.Student, each.Answer])).toEqual([
      ['Student 1', 'student_1.kept[0]: list [7]'],
      ['Student 2', 'list [8]'],
    ]);
    expect(JSON.stringify(await client.challenge.findMany({ where: { sessionId: session } }))).not.toMatch(
      /\bana\b/i,
    );
  });

  test('no cell is a formula, and what a spreadsheet cannot hold does no harm', async () => {
    const server = running();
    const { teacher, session, tabs, run } = await heldLesson(server, false);
    for (const text of ['=1+2', '@SUM(A1)', '-2', '\\t=1', 'a\\0b', 'c\\ud800'])
      await run(tabs.ben, `print('${text}')`);
    await run(tabs.ben, "print('x' * 15000 + '€' * 4000)");
    const transcript = await csv(teacher, session, 'transcript');
    const outputs = transcript.map((row) => row.Output ?? '');
    expect(outputs.filter((text) => /^[=+\-@\t\r]/.test(text))).toEqual([]);
    expect(outputs).toContain("'=1+2\n");
    const files = unzipSync(new Uint8Array(await workbook(teacher, session)));
    const xml = Object.entries(files).filter(([name]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
    expect(xml.length).toBe(4);
    for (const [, bytes] of xml) expect(strFromU8(bytes)).not.toMatch(/<f[ >]/);
    const rows = await readSheet(await workbook(teacher, session), 'Transcript');
    expect(rows.flat()).toContain('a\u25A1b');
    expect(rows.length).toBe(transcript.length + 1);
  });

  test('are for the teacher of the class alone', async () => {
    const server = running();
    const { session, people } = await heldLesson(server, false);
    for (const file of FILES) {
      const path = `/api/sessions/${session}/export/${file}`;
      expect((await people.ana.person.request('GET', path)).status).toBe(401);
      expect((await new Person(server.url).request('GET', path)).status).toBe(401);
    }
    const teacher = await signedInTeacher(server);
    expect((await teacher.request('GET', `/api/sessions/${session}/export/members.csv`)).status).toBe(404);
    expect((await teacher.request('GET', '/api/sessions/other/export/session.json')).status).toBe(404);
  });
});

/** The class as its log leads there. */
async function standing(teacher: Person, session: string): Promise<Timeline> {
  const json = await teacher.request('GET', `/api/sessions/${session}/export/session.json`);
  const { entries } = z.object({ entries: z.array(entrySchema) }).parse(json.json());
  const timeline = new Timeline(entries);
  timeline.moveTo(timeline.length);
  return timeline;
}

describe('names taken out', () => {
  test('nowhere is a student’s name left, and the lesson still replays to its digests', async () => {
    const server = running();
    const { teacher, session, classroom, people, tabs, board, run, must } = await heldLesson(server, false);
    const { client } = server.installation.database;
    // Names also stand in what a prediction was made from, in teams, and in what is typed on a fork.
    await run(tabs.ana, 'p = [[1], [2]]; q = [p, p]; r = {"k": q}');
    const { machine } = (await standing(teacher, session)).session;
    const choice = choosePrediction(Ground.of(machine), { about: 'refcount', level: 2, seed: 7, asked: [] });
    if (choice.kind === 'nothing') throw new Error(choice.says);
    const { prediction } = choice.chosen;
    expect(prediction.target).toMatch(/\bana\b/);
    await must(board, { kind: 'challenge.predict', prediction, digest: machine.digest() });
    await must(board, { kind: 'challenge.reveal' });
    const { ben, zoe } = people;
    await must(board, { kind: 'teams', teams: [{ member: ben.member, team: 'Team Ana' }] });
    await must(board, { kind: 'arrange', member: zoe.member, arrangement: { team: 'Ben' } });
    const task = {
      kind: 'task',
      prompt: 'Free what Ana has',
      setup: '',
      goals: [{ goal: 'leak', objects: 1 }],
      statements: null,
    } as const;
    await must(board, { kind: 'challenge.open', challenge: { ...task, goals: [...task.goals] } });
    const inputs = ['import ana; z = [ana.p]; z.append(z); del z'];
    await must(tabs.ben, { kind: 'challenge.answer', challenge: 5, answer: { kind: 'task', inputs } });
    await must(board, { kind: 'challenge.close' });
    await must(board, { kind: 'challenge.show', challenge: 5, member: ben.member, named: true });
    await must(board, { kind: 'challenge.reveal' });
    await must(board, { kind: 'end' });
    const before = await client.result.findMany({
      where: { sessionId: session },
      orderBy: { memberId: 'asc' },
    });
    const answer = await teacher.request('POST', `/api/sessions/${session}/anonymise`);
    expect(answer.json()).toEqual({ students: 3 });
    const json = await teacher.request('GET', `/api/sessions/${session}/export/session.json`);
    expect(json.text).not.toMatch(/\b(?:ana|ben|zoe)\b/i);
    expect(json.text).toContain('import student_1; b = student_1.a');
    expect(json.text).toContain('It was Student 1, as student_1.a says');
    const { entries } = z.object({ entries: z.array(entrySchema) }).parse(json.json());
    const timeline = new Timeline(entries);
    for (let seq = 2; seq <= timeline.length; seq++) timeline.moveTo(seq);
    expect(timeline.session.machine.digest()).toBe(entries.at(-1)?.digest);
    expect(timeline.session.machine.modules).toContain('student_1');
    expect(
      await client.result.findMany({ where: { sessionId: session }, orderBy: { memberId: 'asc' } }),
    ).toEqual(before);
    const everything = JSON.stringify(
      await Promise.all([
        client.member.findMany({ where: { sessionId: session } }),
        client.challenge.findMany({ where: { sessionId: session } }),
        client.answer.findMany({ where: { sessionId: session } }),
        client.snapshot.findMany({ where: { sessionId: session }, omit: { machine: true } }),
      ]),
    );
    expect(everything).not.toMatch(/\b(?:ana|ben|zoe)\b/i);
    const snapshots = await client.snapshot.findMany({ where: { sessionId: session } });
    expect(snapshots.length).toBeGreaterThan(0);
    for (const { machine: packed } of snapshots)
      expect(inflateRawSync(packed).toString('latin1')).not.toMatch(/\b(?:ana|ben|zoe)\b/i);
    for (const sheet of SHEETS) {
      const text = JSON.stringify(await csv(teacher, session, sheet));
      expect(text, sheet).not.toMatch(/\b(?:ana|ben|zoe)\b/i);
      const rows = await readSheet(
        await workbook(teacher, session),
        `${sheet.charAt(0).toUpperCase()}${sheet.slice(1)}`,
      );
      expect(JSON.stringify(rows), sheet).not.toMatch(/\b(?:ana|ben|zoe)\b/i);
    }
    // Nobody is a line of the class's progress by it.
    expect((await teacher.request('GET', `/api/classrooms/${classroom}/progress`)).json()).toMatchObject({
      lessons: [],
      students: [],
    });
    // Their cookies lead there no more.
    expect((await people.ana.person.request('GET', `/api/sessions/${session}/log`)).status).toBe(404);
    expect((await people.ana.person.request('GET', '/api/me')).json()).toEqual({ lessons: [] });
    expect((await list(teacher, { q: 'ana' })).lessons.map(({ id }) => id)).not.toContain(session);
  });

  test('not while the lesson runs, not for others, and not where a name is made use of: then nothing changes', async () => {
    const server = running();
    const { teacher, session, tabs, people, board, run, must } = await heldLesson(server, false);
    const { client } = server.installation.database;
    const path = `/api/sessions/${session}/anonymise`;
    expect((await people.ana.person.request('POST', path)).status).toBe(401);
    expect((await teacher.request('POST', path)).json()).toMatchObject({ error: 'notAllowed' });
    await run(tabs.ana, '[0, 1, 2][len(__name__) - 1]');
    await must(board, { kind: 'end' });
    const log = () => client.entry.findMany({ where: { sessionId: session }, orderBy: { seq: 'asc' } });
    const before = await log();
    const answer = await teacher.request('POST', path);
    expect(answer.status).toBe(403);
    expect(answer.json()).toMatchObject({ message: expect.stringContaining('Nothing was changed') });
    expect(await log()).toEqual(before);
  });
});

describe('results over lessons', () => {
  test('a student is given their own and nothing of others', async () => {
    const server = running();
    const { people, session } = await heldLesson(server);
    const own = await people.ben.person.request('GET', '/api/me');
    expect(own.json()).toMatchObject({
      lessons: [
        {
          id: session,
          name: 'Ben',
          points: 0,
          correct: 0,
          answered: 2,
          answers: [
            {
              number: 1,
              answer: 'It frees the object',
              rightAnswer: 'It removes a name',
              beliefs: ['del frees the object.'],
              points: -250,
            },
            // Ana's `x` held itself: one object, and no picture named it any more.
            {
              number: 2,
              kind: 'round',
              correct: false,
              answer: 'returns 0; freed: nothing',
              rightAnswer: 'returns 1; freed: list [[[…]]]',
            },
            { number: 3, kind: 'words', correct: null, answer: 'It was Ana, as ana.a says' },
          ],
        },
      ],
    });
    expect(own.text).not.toContain(FORMULA);
    expect(own.text).not.toContain(people.ana.member);
    expect((await new Person(server.url).request('GET', '/api/me')).json()).toEqual({ lessons: [] });
    const many = async (person: Person) => (await person.request('GET', '/api/me/lessons')).json();
    expect(await many(people.ben.person)).toEqual({ lessons: 1 });
    expect(await many(new Person(server.url))).toEqual({ lessons: 0 });
  });

  test('before the reveal nothing of a question is told', async () => {
    const server = running();
    const { people, board, tabs, must } = await heldLesson(server, false);
    await must(board, {
      kind: 'challenge.open',
      challenge: { kind: 'question', prompt: 'Secret?', answer: { form: 'number', unit: '' } },
      solution: { key: { form: 'number', value: 12345, tolerance: 0 }, explanation: '' },
    });
    await must(tabs.ana, { kind: 'challenge.answer', challenge: 4, answer: { kind: 'number', value: 1 } });
    const own = await people.ana.person.request('GET', '/api/me');
    expect(own.text).not.toContain('12345');
    expect(own.text).not.toContain('Secret?');
  });

  test('the same person is one line of the class’s progress, lesson after lesson', async () => {
    const server = running();
    const { teacher, classroom, code, people } = await heldLesson(server);
    await teacher.request('POST', `/api/classrooms/${classroom}/sessions`);
    await people.ana.person.request('POST', '/api/join', { code, nickname: 'Ana B' });
    const progress = await teacher.request('GET', `/api/classrooms/${classroom}/progress`);
    expect(progress.json()).toMatchObject({
      students: [
        { name: FORMULA, results: [{ points: 0 }, null] },
        { name: 'Ana B', results: [{ points: 1500, correct: 1 }, { points: 0 }] },
        { name: 'Ben', results: [{ points: 0 }, null] },
      ],
      beliefs: [
        { belief: 'del empties the object.', counts: [1, 0] },
        { belief: 'del frees the object.', counts: [1, 0] },
      ],
    });
    expect((await people.ana.person.request('GET', `/api/classrooms/${classroom}/progress`)).status).toBe(
      401,
    );
  });
});

describe('the log for replay', () => {
  const logShape = z.object({
    length: z.number(),
    replayable: z.boolean(),
    me: z.string().nullable(),
    session: z.object({ anonymised: z.boolean() }),
    entries: z.array(entrySchema),
  });
  const keyframeShape = z.object({
    keyframe: z.object({ state: stateSchema, machine: z.string() }).nullable(),
  });

  test('comes whole or in portions, which fit together', async () => {
    const server = running();
    const { teacher, session, people } = await heldLesson(server);
    const path = `/api/sessions/${session}/log`;
    const ask = async (query: string) => logShape.parse((await teacher.request('GET', path + query)).json());
    const whole = await ask('');
    expect(whole.entries.length).toBe(whole.length);
    const parts = await Promise.all(['?upTo=5', '?after=5&upTo=12', '?after=12'].map(ask));
    expect(parts.map(({ length }) => length)).toEqual([whole.length, whole.length, whole.length]);
    expect(parts.flatMap(({ entries }) => entries)).toEqual(whole.entries);
    for (const query of ['?after=-1', '?after=x', '?upTo=0', '?more=1', '?picture=2']) {
      expect((await teacher.request('GET', path + query)).status, query).toBe(400);
    }
    const own = logShape.parse((await people.ana.person.request('GET', path)).json());
    const answers = own.entries.flatMap((entry) => (entry.kind === 'challenge.answer' ? [entry] : []));
    expect(
      answers.every(({ actor, answer }) => (answer !== undefined) === (actor === people.ana.member)),
    ).toBe(true);
    expect(own.entries.some((entry) => entry.kind === 'challenge.open' && entry.solution !== undefined)).toBe(
      false,
    );
  });

  test('brings the heap of the beginning where that is asked for and this engine can say', async () => {
    const server = running();
    const { teacher, session, people } = await heldLesson(server);
    const { client } = server.installation.database;
    const pictureShape = logShape.extend({ picture: z.unknown() });
    const ask = async (person: Person) =>
      pictureShape.parse(
        (await person.request('GET', `/api/sessions/${session}/log?upTo=2&picture=1`)).json(),
      );
    const { picture, entries } = await ask(teacher);
    const [first] = entries;
    if (first?.kind !== 'open') throw new Error('no beginning');
    const begun = Session.open(first).session.machine;
    expect(begun.digest()).toBe(first.digest);
    expect(heapShape.parse(picture)).toEqual(begun.inspect());
    expect((await ask(people.ana.person)).picture).toEqual(picture);
    const without = await teacher.request('GET', `/api/sessions/${session}/log?upTo=2`);
    expect(without.json()).not.toHaveProperty('picture');
    const beginning = { where: { sessionId_seq: { sessionId: session, seq: 1 } } };
    await client.entry.update({ ...beginning, data: { digest: '0000000000000000' } });
    expect((await ask(teacher)).picture).toBeNull();
    await client.entry.update({ ...beginning, data: { digest: first.digest } });
    await client.session.update({ where: { id: session }, data: { engineVersion: 1 } });
    expect((await ask(teacher)).picture).toBeNull();
  });

  test('a snapshot on the way leads to the log’s digests, hides what is secret, and may be missing or damaged', async () => {
    const server = running();
    const { teacher, session, people } = await heldLesson(server);
    const { client } = server.installation.database;
    const log = logShape.parse((await teacher.request('GET', `/api/sessions/${session}/log`)).json());
    const ask = async (at: number, person = teacher) =>
      keyframeShape.parse((await person.request('GET', `/api/sessions/${session}/keyframe?at=${at}`)).json())
        .keyframe;
    // The end leaves a snapshot, after it has been answered.
    const kept = await vi.waitUntil(() => ask(log.length), { timeout: 60_000 });
    if (kept === null) throw new Error('no snapshot');
    const machine = new Uint8Array(inflateRawSync(Buffer.from(kept.machine, 'base64')));
    const there = Session.restore({ state: kept.state, machine });
    expect(there.machine.digest()).toBe(log.entries[kept.state.seq - 1]?.digest);
    expect(await ask(1)).toBeNull();
    const own = await ask(log.length, people.ana.person);
    const others = own?.state.challenges.flatMap(({ answers }) =>
      answers.filter(({ member, answer }) => member !== people.ana.member && answer !== undefined),
    );
    expect(others).toEqual([]);
    expect(
      (await new Person(server.url).request('GET', `/api/sessions/${session}/keyframe?at=5`)).status,
    ).toBe(404);
    await client.snapshot.updateMany({ where: { sessionId: session }, data: { state: { broken: true } } });
    expect(await ask(log.length)).toBeNull();
    await client.snapshot.deleteMany({ where: { sessionId: session } });
    expect(await ask(log.length)).toBeNull();
  });

  test('of another engine it says that it cannot be run again, and is all there', async () => {
    const server = running();
    const { teacher, session } = await heldLesson(server);
    const { client } = server.installation.database;
    await client.session.update({ where: { id: session }, data: { engineVersion: 1 } });
    const log = logShape.parse((await teacher.request('GET', `/api/sessions/${session}/log`)).json());
    expect(log.replayable).toBe(false);
    expect(log.entries.length).toBe(log.length);
    // Everything but the picture is as it was, on every way out of here, and looking changes nothing.
    const stored = () =>
      client.session.findUniqueOrThrow({ where: { id: session }, include: { entries: true } });
    const before = await stored();
    const files = await Promise.all(
      SHEETS.map((sheet) => csv(teacher, session, sheet).then((rows) => rows.length)),
    );
    expect(files).toEqual([3, 3, 6, 6]);
    expect((await readSheet(await workbook(teacher, session), 'Transcript')).length).toBe(7);
    const whole = z
      .object({ session: z.object({ engineVersion: z.literal(1) }), entries: z.array(entrySchema) })
      .parse((await teacher.request('GET', `/api/sessions/${session}/export/session.json`)).json());
    expect(whole.entries.length).toBe(log.length);
    expect(await stored()).toEqual(before);
    const answer = await teacher.request('POST', `/api/sessions/${session}/anonymise`);
    expect(answer.json()).toEqual({ students: 3 });
    const json = await teacher.request('GET', `/api/sessions/${session}/export/session.json`);
    expect(json.text).not.toMatch(/\b(?:ana|ben|zoe)\b/i);
  });

  test('of another wire version it replays: what decides is the engine', async () => {
    const server = running();
    const { teacher, session } = await heldLesson(server);
    const { client } = server.installation.database;
    await client.session.update({ where: { id: session }, data: { wireVersion: 1 } });
    const log = logShape.parse((await teacher.request('GET', `/api/sessions/${session}/log`)).json());
    expect(log.replayable).toBe(true);
  });
});
