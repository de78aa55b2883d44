import { describe, expect, test } from 'vitest';
import type { Entry } from '../../classroom/protocol/entry.ts';
import { Timeline } from '../../classroom/timeline.ts';
import { en } from '../../components/language/en/index.ts';
import { PackedKeyframes, packKeyframe } from '../../components/review/keyframes.ts';
import { finalState } from '../../components/review/lesson.ts';
import { dayStart, searchQuery } from '../../components/review/past.ts';
import { type FromRun, RunThrough } from '../../components/review/run-through.ts';
import { studentDid } from '../../components/review/students.ts';
import { chosen, neighbour, parseWhich, thinned, whichText } from '../../components/review/which.ts';
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

/** A clock that counts its readings: each step of the lesson takes as long as is said. */
function clock(step: number): () => number {
  let now = 0;
  return () => (now += step);
}

function through(log: readonly Entry[], step: number): readonly FromRun[] {
  const heard: FromRun[] = [];
  const run = new RunThrough((message) => heard.push(message), clock(step));
  run.extend(log.slice(0, 5));
  run.go(Number.POSITIVE_INFINITY);
  run.extend(log.slice(5));
  run.go(Number.POSITIVE_INFINITY);
  return heard;
}

describe('a lesson run through beside the page', () => {
  test('gives keyframes from which every moment has the digest of the log', () => {
    const log = lesson();
    const frames = new PackedKeyframes();
    for (const message of through(log, 20)) if (message.kind === 'keyframe') frames.add(message.frame);
    expect(frames.placeBefore(log.length)).toBeGreaterThan(10);
    for (const from of [log.length, 12, 3, 17, 1, 20]) {
      const timeline = new Timeline(log, frames);
      timeline.moveTo(from);
      expect(timeline.session.machine.digest()).toBe(log[from - 1]?.digest);
      expect(timeline.session.state.transcript.at(-1)?.seq ?? 0).toBeLessThanOrEqual(from);
    }
  });

  test('gives the figures of every statement, over a way back in time as well', () => {
    const log = lesson();
    const points = through(log, 0).flatMap((message) => (message.kind === 'points' ? message.points : []));
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
    const heard = through(log, 20);
    expect(heard.filter(({ kind }) => kind === 'fault')).toEqual([{ kind: 'fault', seq: 8 }]);
    const points = heard.flatMap((message) => (message.kind === 'points' ? message.points : []));
    expect(points.map(({ id }) => id)).toEqual([4, 5, 6, 7, 8]);
  });

  test('more keyframes than memory may hold are thinned, evenly', () => {
    const frames = new PackedKeyframes(1_000);
    const frame = (seq: number) => ({
      seq,
      state: new Uint8Array(20),
      machine: new Uint8Array(80),
      size: null,
    });
    for (let seq = 10; seq <= 1_000; seq += 10) frames.add(frame(seq));
    expect(frames.bytes).toBeLessThanOrEqual(1_000);
    const kept = [...new Set(Array.from({ length: 1_000 }, (_, at) => frames.placeBefore(at + 1)))];
    expect(kept.length).toBeGreaterThan(4);
    frames.drop(kept.at(-1) ?? 0);
    expect(frames.bytes).toBe((kept.length - 2) * 100);
  });

  test('a keyframe that cannot be read costs time and nothing else', () => {
    const log = lesson();
    const frames = new PackedKeyframes();
    const whole = new Timeline(log);
    whole.moveTo(10);
    frames.add({ ...packKeyframe(whole.session), machine: new Uint8Array([1, 2, 3]) });
    const timeline = new Timeline(log, frames);
    expect(timeline.distance(12)).toBe(2);
    timeline.moveTo(12);
    expect(timeline.session.machine.digest()).toBe(log[11]?.digest);
    expect(frames.placeBefore(12)).toBe(0);
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
