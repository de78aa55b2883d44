import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import type { Entry } from '../../classroom/protocol/entry.ts';
import { Session } from '../../classroom/session.ts';
import { openChallenge } from '../../classroom/stateReading.ts';
import { Timeline } from '../../classroom/timeline.ts';
import { en } from '../../components/language/en/index.ts';
import { LessonKeyframes } from '../../components/review/keyframes.ts';
import { finalState, type LessonLog } from '../../components/review/lesson.ts';
import { LessonReplay } from '../../components/review/lesson-replay.ts';
import { OpenLesson, type ReplayView } from '../../components/review/opening.ts';
import { dayStart, searchQuery } from '../../components/review/past.ts';
import { type FromRun, RunThrough } from '../../components/review/run-through.ts';
import { withoutCommand } from '../../components/review/states.ts';
import { studentDid } from '../../components/review/students.ts';
import { chosen, neighbour, parseWhich, thinned, whichText } from '../../components/review/which.ts';
import { Machine } from '../../heap/index.ts';
import { startLesson, TEACHER } from '../classroom/lesson.ts';

/** Fifty-odd entries, an exception, a collection and a way back in time among them. */
function lesson(): readonly Entry[] {
  const { session, log, join, run } = startLesson();
  const ana = join('Ana');
  const ben = join('Ben');
  run(ana, 'a = [1, 2]');
  const past = session.machine.snapshot();
  run(ben, 'import ana; b = ana.a');
  run(ben, 'nothing');
  for (let i = 0; i < 40; i++) run(ana, `x${i} = [a, ${i}]`);
  run(ana, 'x0.append(x0); del x0');
  run(TEACHER, 'gc.collect()');
  const back = session.submit(
    { role: 'teacher', id: TEACHER },
    { id: 'command-back', kind: 'rewind', to: 4 },
    log.length,
    (seq) => (seq === 4 ? past : null),
  );
  if (back.kind !== 'applied') throw new Error('not gone back');
  log.push(back.entry);
  run(ben, 'import ana; ana.a.append(3)');
  return log;
}

const opening = (log: readonly Entry[]) => {
  const [first] = log;
  if (first?.kind !== 'open') throw new Error('a log without a beginning');
  return first;
};

function through(log: readonly Entry[]): readonly FromRun[] {
  const heard: FromRun[] = [];
  const run = new RunThrough(
    (message) => heard.push(structuredClone(message)),
    () => 0,
  );
  run.extend(log.slice(0, 5));
  run.go(1);
  run.extend(log.slice(5));
  run.go(1);
  return heard;
}

function keyframesOf(log: readonly Entry[], most?: number): LessonKeyframes {
  const frames = new LessonKeyframes(opening(log), most);
  let last = 1;
  for (const message of through(log)) {
    if (message.kind !== 'keyframe') continue;
    frames.add(message.step, log.slice(last, message.step.seq));
    last = message.step.seq;
  }
  return frames;
}

/** A lesson as chance has it, with all that changes a heap: the way back and the new beginning among it. */
function chanceLesson(seed: number) {
  const random = fc.sample(fc.nat(10_000), { seed, numRuns: 600 });
  const next = (below: number): number => (random.pop() ?? 0) % below;
  const lesson = startLesson();
  const { session, log } = lesson;
  const snapshots = new Map([[1, session.machine.snapshot()]]);
  const students = ['Ana', 'Ben', 'Eve'].map((name) => lesson.join(name));
  const kept = (): void => void snapshots.set(session.state.seq, session.machine.snapshot());
  const statements = [
    'x = [1, [2], {"k": (3, 4.5)}]',
    'x.append(x); del x',
    'import ana; y = ana.x',
    'class C:\n    def __init__(self): self.me = self\n',
    'c = C(); c.more = [c]',
    'def f(n):\n    return [[i] for i in range(n)]\n',
    'kept = f(300)',
    'g = (i for i in range(3)); next(g)',
    'board.s = "text" * 50',
    'nothing',
    'zero = -0.0',
    'zero = 0.0',
  ];
  while (log.length < 60) {
    const student = students[next(students.length)] ?? '';
    const kind = next(20);
    const open = openChallenge(session.state) !== undefined;
    if (kind === 0 && !open)
      lesson.submit(TEACHER, { kind: 'challenge.open', challenge: { kind: 'round', generation: 2 } });
    else if (kind < 3 && open) lesson.submit(TEACHER, { kind: 'challenge.reveal' });
    else if (kind === 3 && !open) {
      const places = [...snapshots.keys()];
      const to = next(3) === 0 ? 1 : (places[next(places.length)] ?? 1);
      const back = session.submit(
        { role: 'teacher', id: TEACHER },
        { id: `back-${log.length}`, kind: 'rewind', to },
        log.length,
        (seq) => snapshots.get(seq) ?? null,
      );
      if (back.kind === 'applied') log.push(back.entry);
    } else if (kind === 4) lesson.submit(TEACHER, { kind: 'run', source: 'gc.collect()' });
    else if (kind === 5 && log.length > 45) lesson.submit(TEACHER, { kind: 'remove', member: student });
    else lesson.submit(student, { kind: 'run', source: statements[next(statements.length)] ?? '' });
    kept();
  }
  return { log, snapshots };
}

describe('a lesson run through beside the page', () => {
  test.each([1, 2])('any moment is as from the beginning: a lesson as chance has it, %i', (seed) => {
    const { log, snapshots } = chanceLesson(seed);
    expect(log.some(({ kind }) => kind === 'rewind')).toBe(true);
    // What is to come out: every entry taken one after the other, every heap read by itself.
    const { session } = Session.open(opening(log));
    const past = (seq: number) => snapshots.get(seq) ?? null;
    const told = log.map((entry) => {
      if (entry.seq > 1) session.apply(withoutCommand(entry), undefined, past);
      const heap = Machine.restore(session.machine.snapshot()).inspect();
      return { state: session.state, digest: session.machine.digest(), heap };
    });
    const roomy = keyframesOf(log);
    for (const frames of [roomy, keyframesOf(log, roomy.bytes / 3), new LessonKeyframes(opening(log))]) {
      const timeline = new Timeline(log.map(withoutCommand), frames);
      const places = fc.sample(fc.integer({ min: 1, max: log.length }), { seed, numRuns: 20 });
      for (const seq of [...places, log.length, 1, 2, log.length - 1]) {
        timeline.moveTo(seq, ({ state, machine }) => {
          if (state.seq === seq - 1) expect(machine.inspect(), `before ${seq}`).toEqual(told[seq - 2]?.heap);
        });
        const { state, machine } = timeline.session;
        expect(machine.digest()).toBe(told[seq - 1]?.digest);
        expect(state).toEqual(told[seq - 1]?.state);
        expect(machine.inspect(), `after ${seq}`).toEqual(told[seq - 1]?.heap);
      }
    }
  });

  test('gives a keyframe every few entries', () => {
    const log = lesson();
    const frames = keyframesOf(log);
    for (let seq = 1; seq <= log.length; seq++) expect(seq - frames.placeBefore(seq)).toBeLessThan(8);
    expect(frames.reaches).toBe(log.length);
  });

  test('gives the figures of every statement, over a way back in time as well', () => {
    const log = lesson();
    const points = through(log).flatMap((message) => (message.kind === 'points' ? message.points : []));
    expect(points.map(({ id }) => id)).toEqual(
      log.flatMap((entry) => (entry.kind === 'run' ? [entry.seq] : [])),
    );
    expect(points.find(({ collections }) => collections.length > 0)?.collections).toEqual([
      { generation: 2, automatic: false, collected: 1 },
    ]);
  });

  test('says where it cannot follow, and goes no further', () => {
    const log = lesson().map(
      (entry): Entry => (entry.seq === 9 && entry.kind === 'run' ? { ...entry, source: 'a = 9' } : entry),
    );
    const heard = through(log);
    expect(heard.filter(({ kind }) => kind === 'fault')).toEqual([{ kind: 'fault', seq: 8 }]);
    const points = heard.flatMap((message) => (message.kind === 'points' ? message.points : []));
    expect(points.map(({ id }) => id)).toEqual([4, 5, 6, 7, 8]);
  });

  test('more keyframes than memory may hold are thinned', () => {
    const log = lesson();
    const all = keyframesOf(log);
    const frames = keyframesOf(log, all.bytes - 1);
    expect(frames.bytes).toBeLessThan(all.bytes);
    expect(frames.reaches).toBe(log.length);
    const places = (of: LessonKeyframes) => new Set(log.map(({ seq }) => of.placeBefore(seq))).size;
    expect(places(frames)).toBeGreaterThan(2);
    expect(places(frames)).toBeLessThan(places(all));
  });

  test('a snapshot of the server serves as far as keyframes do not reach', () => {
    const log = lesson();
    const frames = new LessonKeyframes(opening(log));
    const whole = new Timeline(log);
    whole.moveTo(20);
    const { state, machine } = whole.session.snapshot();
    frames.addSnapshot({ state, machine: deflateSync(machine) });
    const timeline = new Timeline(log, frames);
    expect(timeline.distance(22)).toBe(2);
    timeline.moveTo(22);
    expect(timeline.session.machine.digest()).toBe(log[21]?.digest);
  });

  test('a keyframe that cannot be read costs time and nothing else', () => {
    const log = lesson();
    const [first, second] = through(log).flatMap((message) =>
      message.kind === 'keyframe' ? [message.step] : [],
    );
    if (first === undefined || second === undefined) throw new Error('no keyframes');
    const frames = new LessonKeyframes(opening(log));
    frames.addSnapshot({ state: { ...whole(log, 10), seq: 10 }, machine: new Uint8Array([1, 2, 3]) });
    frames.add({ ...first, seq: first.seq + 1 }, log.slice(1, first.seq));
    frames.add(second, log.slice(first.seq, second.seq));
    const timeline = new Timeline(log, frames);
    expect(timeline.distance(12)).toBe(2);
    timeline.moveTo(12);
    expect(timeline.session.machine.digest()).toBe(log[11]?.digest);
    expect(frames.placeBefore(12)).toBe(1);
  });
});

function whole(log: readonly Entry[], seq: number) {
  const timeline = new Timeline(log);
  timeline.moveTo(seq);
  return timeline.session.state;
}

/** A log as the page gets it: by default whole at once. */
function asLog(entries: readonly Entry[], here = entries.length, replayable = true): LessonLog {
  const session = { id: 'past', classroom: 'Class', startedAt: 1, endedAt: 2, anonymised: false };
  return { session, replayable, me: null, length: entries.length, entries: entries.slice(0, here) };
}

describe('a lesson as it opens', () => {
  const withPicture = (log: readonly Entry[]): LessonLog => ({
    ...asLog(log),
    picture: Session.open(opening(log)).session.machine.inspect(),
  });
  const replayOf = async (log: LessonLog, view: ReplayView) => new LessonReplay(log, view);

  test('shows its beginning before it can be run, and keeps that picture when it can', async () => {
    const log = withPicture(lesson());
    const open = new OpenLesson(log, replayOf);
    expect(open.view()?.moment).toMatchObject({ seq: 1, before: null, machine: null });
    expect(open.view()?.moment?.heap).toBe(log.picture);
    expect(open.film(9, 0)).toBeNull();
    await open.run();
    const { moment } = open.view() ?? {};
    expect(moment?.heap).toBe(log.picture);
    expect(moment?.machine?.digest()).toBe(log.entries[0]?.digest);
    open.close();
  });

  test('is run as soon as somebody wants to go on, and goes to where they wanted last', async () => {
    const log = withPicture(lesson());
    const made: LessonReplay[] = [];
    const open = new OpenLesson(log, async (...given) => {
      const replay = await replayOf(...given);
      made.push(replay);
      return replay;
    });
    open.moveTo(1);
    expect(open.view()).toMatchObject({ going: null });
    const there = new Promise<void>((done) => {
      open.subscribe(() => {
        if (open.view()?.moment?.seq === 12) done();
      });
    });
    open.moveTo(9);
    open.moveTo(12);
    expect(open.view()).toMatchObject({ going: 12, moment: { seq: 1 } });
    await there;
    await open.run();
    expect(made).toHaveLength(1);
    expect(open.view()).toMatchObject({ going: null, moment: { seq: 12, digest: log.entries[11]?.digest } });
    open.moveTo(3);
    expect(open.view()?.moment?.seq).toBe(3);
    open.close();
  });

  test('without a picture it shows nothing before it is run', async () => {
    const open = new OpenLesson(asLog(lesson()), replayOf);
    expect(open.view()).toBeNull();
    await open.run();
    expect(open.view()?.moment?.seq).toBe(1);
    open.close();
  });

  test('whose code does not come says so, and what is shown stays', async () => {
    let away = true;
    const open = new OpenLesson(withPicture(lesson()), (...given) =>
      away ? Promise.reject(new Error('away')) : replayOf(...given),
    );
    open.moveTo(9);
    await vi.waitUntil(() => open.view()?.missing);
    expect(open.view()).toMatchObject({ going: null, missing: { code: 'restarting' }, moment: { seq: 1 } });
    // It is asked for once more by whoever wants to go on.
    away = false;
    open.moveTo(9);
    await vi.waitUntil(() => open.view()?.moment?.seq === 9);
    expect(open.view()).toMatchObject({ going: null, missing: null });
    open.close();
  });

  test('that was left before it could be run is given up', async () => {
    const open = new OpenLesson(withPicture(lesson()), replayOf);
    const coming = open.run();
    open.close();
    await coming;
    expect(open.view()?.moment?.machine).toBeNull();
  });
});

describe('the replay of a page goes to a moment', () => {
  test('with the class, the heap and what it was one entry before, as from the beginning', () => {
    const log = lesson();
    const replay = new LessonReplay(asLog(log));
    expect(replay.view().moment).toMatchObject({ seq: 1, before: null });
    const timeline = new Timeline(log.map(withoutCommand));
    for (const seq of [9, 10, 4, log.length, 2]) {
      timeline.moveTo(seq - 1);
      const before = timeline.session.machine.inspect();
      timeline.moveTo(seq);
      replay.moveTo(seq);
      const { moment, fault, going } = replay.view();
      expect({ fault, going }).toEqual({ fault: null, going: null });
      expect(moment).toMatchObject({ seq, digest: log[seq - 1]?.digest, state: timeline.session.state });
      expect(moment?.heap).toEqual(timeline.session.machine.inspect());
      expect(moment?.before).toEqual(before);
    }
    replay.close();
  });

  test('that there is: numbers are cut to the lesson, and where it stands already nothing is done', () => {
    const log = lesson();
    const replay = new LessonReplay(asLog(log));
    for (const [wish, seq] of [
      [1e9, log.length],
      [7.9, 7],
      [-3, 1],
    ] as const) {
      replay.moveTo(wish);
      expect(replay.view().moment?.seq).toBe(seq);
    }
    const { moment } = replay.view();
    let told = 0;
    replay.subscribe(() => told++);
    replay.moveTo(1);
    expect(told).toBe(0);
    expect(replay.view().moment).toBe(moment);
    replay.close();
  });

  test('whose entries are not here yet: it says where it is about to go, and stays where it is', () => {
    const log = lesson();
    const replay = new LessonReplay(asLog(log, 10));
    replay.moveTo(30);
    expect(replay.view()).toMatchObject({ going: 30, moment: { seq: 1 } });
    replay.moveTo(8);
    expect(replay.view()).toMatchObject({ going: null, moment: { seq: 8 } });
    replay.close();
  });

  test('far away: where no snapshot comes from the server, the log itself leads there', async () => {
    const { join, run, log } = startLesson();
    const ana = join('Ana');
    for (let i = 0; i < 80; i++) run(ana, `x = [${i}]`);
    const replay = new LessonReplay(asLog(log));
    const there = new Promise<void>((done) => {
      replay.subscribe(() => {
        if (replay.view().moment?.seq === log.length) done();
      });
    });
    replay.moveTo(log.length);
    expect(replay.view()).toMatchObject({ going: log.length, moment: { seq: 1 } });
    await there;
    expect(replay.view()).toMatchObject({ going: null, fault: null, moment: { digest: log.at(-1)?.digest } });
    replay.close();
  });

  test('that comes out differently: it says so, and the last good moment stays', () => {
    const log = lesson().map(
      (entry): Entry => (entry.seq === 9 && entry.kind === 'run' ? { ...entry, source: 'a = 9' } : entry),
    );
    const replay = new LessonReplay(asLog(log));
    replay.moveTo(8);
    const { moment } = replay.view();
    replay.moveTo(9);
    expect(replay.view().fault).toMatch(/^entry 9: digest/);
    expect(replay.view().moment).toBe(moment);
    replay.moveTo(7);
    expect(replay.view()).toMatchObject({ fault: null, moment: { seq: 7 } });
    replay.close();
  });

  test('of another engine: nowhere, nothing is run, and all that is stored is there', () => {
    const log = lesson();
    const replay = new LessonReplay(asLog(log, log.length, false));
    const view = replay.view();
    expect(view).toMatchObject({ moment: null, fault: null, going: null });
    expect(view.entries).toEqual(log);
    expect(view.whole).toEqual(finalState(log));
    let told = 0;
    replay.subscribe(() => told++);
    for (const seq of [1, 5, log.length, 1e9]) replay.moveTo(seq);
    expect(told).toBe(0);
    expect(replay.view()).toBe(view);
    for (const seq of [5, log.length]) expect(replay.film(seq, 0)).toBeNull();
    expect(replay.keyframeBytes).toBe(0);
    replay.close();
  });
});

test('entries are found by person, challenge and exception', () => {
  const log = lesson();
  const ben = chosen(log, { kind: 'person', id: 'ben' });
  expect(ben.map((entry) => (entry.kind === 'run' ? entry.source : ''))).toEqual([
    'import ana; b = ana.a',
    'nothing',
    'import ana; ana.a.append(3)',
  ]);
  expect(chosen(log, { kind: 'errors' })).toHaveLength(1);
  const [first, second, third] = ben.map(({ seq }) => seq);
  expect(neighbour(ben, second ?? 0, true)).toBe(third);
  expect(neighbour(ben, second ?? 0, false)).toBe(first);
  expect(neighbour(ben, third ?? 0, true)).toBeNull();
  for (const which of [{ kind: 'all' }, { kind: 'errors' }, { kind: 'person', id: 'a:b' }] as const) {
    expect(parseWhich(whichText(which))).toEqual(which);
  }
});

test('marks that would lie on one another are one', () => {
  const marks = Array.from({ length: 20_000 }, (_, index) => ({ seq: index + 1, kind: 'error' as const }));
  const kept = thinned(marks, 20_000, 100);
  expect(kept.length).toBe(101);
  expect(thinned([...kept, { seq: 1, kind: 'join' as const }], 20_000, 100)).toHaveLength(102);
});

test('what a student did', () => {
  const log = lesson();
  const state = finalState(log);
  if (state === null) throw new Error('no state');
  const did = studentDid(log, state, 'ben', en);
  expect(did).toMatchObject({ statements: 3, exceptions: 1, answers: [] });
  // The list of import names and the exception with its traceback are objects as well; the log says how many.
  expect(did.objects).toBe(
    log.reduce(
      (sum, entry) => sum + (entry.kind === 'run' && entry.actor === 'ben' ? (entry.outcome?.born ?? 0) : 0),
      0,
    ),
  );
  expect(did.entries.map(({ kind }) => kind)).toEqual(['join', 'run', 'run', 'run']);
});

test('days are those of the reader, both ends included', () => {
  const query = new URLSearchParams(
    searchQuery({ q: ' ana ', from: '2026-03-01', to: '2026-03-02', page: 2 }),
  );
  expect(query.get('q')).toBe('ana');
  expect(Number(query.get('from'))).toBe(new Date(2026, 2, 1).getTime());
  expect(Number(query.get('to'))).toBe(new Date(2026, 2, 3).getTime());
  expect(query.get('page')).toBe('2');
  expect(dayStart('')).toBeNull();
  expect(searchQuery({ q: '', from: '', to: '', page: 1 })).toBe('');
});
