import { describe, expect, it } from 'vitest';
import { byteRows, ROW_BYTES } from '../../components/heap/byte-rows.ts';
import { nextSentence } from '../../components/heap/collector-words.ts';
import { changeWords, lineNotes, signed } from '../../components/heap/story-words.ts';
import { en } from '../../components/language/en/index.ts';
import { Bench, benchPast } from '../../components/sandbox/bench.ts';
import { areaPath, nearest, roundUp, roundUpBytes, stepPath, xOf } from '../../components/time/chart.ts';
import { classPast } from '../../components/time/class-past.ts';
import { pointOfStatement } from '../../components/time/heap-source.ts';
import { type HistoryPoint, tellHistory, tellStory } from '../../components/time/past.ts';
import { deedLine, difference, pointSentence } from '../../components/time/time-words.ts';
import { byteLayout, figuresOf } from '../../heap/index.ts';
import { startLesson } from '../classroom/lesson.ts';
import { heap } from './views.ts';

const going = () => new AbortController().signal;

const STATEMENTS = ['a = [1, 2]', 'b = a', 'x = []; x.append(x); del x', 'gc.collect()', 'del b'];

describe('the past of a sandbox', () => {
  it('has a point for each statement, the same when it is run again', async () => {
    const bench = new Bench(en);
    for (const source of STATEMENTS) bench.run(source);
    const { history, statements } = bench.state();
    expect(history.map(({ id, statement, source }) => [id, statement, source])).toEqual(
      STATEMENTS.map((source, index) => [index + 1, index + 1, source]),
    );
    let again: readonly HistoryPoint[] = [];
    await tellHistory(
      benchPast(statements),
      (points) => {
        again = points;
      },
      going(),
    );
    expect(again).toEqual(history);
    expect(history[3]?.collections).toEqual([{ generation: 2, automatic: false, collected: 1 }]);
    expect(history.at(-1)?.figures).toEqual(figuresOf(bench.state().machine));
    bench.undo();
    expect(bench.state().history).toEqual(history.slice(0, -1));
    bench.run('c = 1');
    expect(bench.state().history.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
  });

  it('tells the story of an object with the statements it belongs to', async () => {
    const bench = new Bench(en);
    for (const source of STATEMENTS) bench.run(source);
    const list = bench.state().view.objects.find(({ repr }) => repr === '[1, 2]');
    if (list === undefined) throw new Error('no list');
    const seen: number[] = [];
    const lines = await tellStory(
      benchPast(bench.state().statements),
      list,
      (done) => seen.push(done),
      going(),
    );
    expect(lines.map(({ id, source, line }) => [id, source, line.before, line.after])).toEqual([
      [1, 'a = [1, 2]', 0, 1],
      [2, 'b = a', 1, 2],
      [5, 'del b', 2, 1],
    ]);
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  });

  it('stops when nobody wants it any more', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(tellHistory(benchPast(STATEMENTS), () => {}, controller.signal)).rejects.toThrow();
  });

  it('finds the point of a statement by the machine’s number, stopped statements left out', () => {
    const bench = new Bench(en);
    bench.run('a = 1');
    bench.run('while True: pass');
    bench.run('b = []');
    const { history, view } = bench.state();
    expect(history.map(({ statement }) => statement)).toEqual([1, null, 2]);
    const made = view.objects.find(({ type, builtin }) => type === 'list' && !builtin);
    expect(pointOfStatement(history, made?.bornIn ?? 0)?.source).toBe('b = []');
    expect(pointOfStatement(history, 99)).toBeNull();
  });
});

describe('the past of a class', () => {
  it('runs the log again: points of statements and of members who go, stories across members', async () => {
    const lesson = startLesson();
    const ana = lesson.join('Ana');
    const ben = lesson.join('Ben');
    lesson.run(ana, 'a = [1]');
    lesson.run(ben, 'import ana; b = ana.a');
    lesson.run(ana, 'del a');
    const before = lesson.session.machine.inspect();
    const list = before.objects.find(({ repr, builtin }) => repr === '[1]' && !builtin);
    if (list === undefined) throw new Error('no list');
    lesson.must('teacher-id', { kind: 'remove', member: ben });
    const past = classPast(lesson.log);
    expect(past.length).toBe(lesson.log.length - 1);
    const lines = await tellStory(past, list, () => {}, going());
    expect(
      lines.map((each) => [
        each.author,
        deedLine(each, en.time),
        each.line.after,
        each.line.changes.map((change) => changeWords(change, en.inspector)).at(-1),
      ]),
    ).toEqual([
      ['Ana', 'a = [1]', 1, 'ana.a bound'],
      ['Ben', 'import ana; b = ana.a', 2, 'ben.b bound'],
      ['Ana', 'del a', 1, 'ana.a no longer bound'],
      ['Ms Turing', 'Ben is removed', 0, 'ben.b no longer bound'],
    ]);
    let points: readonly HistoryPoint[] = [];
    await tellHistory(
      past,
      (found) => {
        points = found;
      },
      going(),
    );
    expect(points.map(({ id, statement }) => [id, statement])).toEqual([
      [4, 1],
      [5, 2],
      [6, 3],
      [7, null],
    ]);
    expect(points.at(-1)?.figures).toEqual(figuresOf(lesson.session.machine));
  });

  it('wants the opening entry first', () => {
    expect(() => classPast([])).toThrow(/opening/);
  });
});

describe('the chart', () => {
  it('puts points evenly between its margins and finds them again', () => {
    const scale = { points: 11, width: 216 };
    expect([0, 5, 10].map((index) => xOf(scale, index))).toEqual([8, 108, 208]);
    for (let index = 0; index < 11; index++) expect(nearest(scale, xOf(scale, index) + 7)).toBe(index);
    expect(nearest(scale, -50)).toBe(0);
    expect(nearest(scale, 5000)).toBe(10);
    expect(nearest({ points: 1, width: 100 }, 80)).toBe(0);
  });

  it.each([
    [0, 1],
    [1, 1],
    [3, 5],
    [60, 100],
    [100, 100],
    [101, 200],
  ])('rounds %i up to %i', (value, most) => expect(roundUp(value)).toBe(most));

  it.each([
    [10, 1024],
    [1025, 2048],
    [1048576, 1048576],
    [1048577, 2097152],
  ])('rounds %i bytes up to %i', (value, most) => expect(roundUpBytes(value)).toBe(most));

  it('draws steps from the ground up', () => {
    const scale = { points: 3, width: 116 };
    expect(stepPath([0, 10, 5], scale, 20, 10)).toBe('M8.0 20.0H58.0V0.0H108.0V10.0');
    expect(areaPath([0, 10, 5], scale, 20, 10)).toBe('M8.0 20.0H58.0V0.0H108.0V10.0L108.0 20L8.0 20Z');
    expect(areaPath([], scale, 20, 10)).toBe('');
  });
});

describe('moments and changes in words', () => {
  const figures = {
    objects: 3,
    blocks: 4,
    bytesUsed: 320,
    bytesFromSystem: 1048576,
    arenas: 1,
    collections: [0, 0, 0],
  } as const;
  const point: HistoryPoint = {
    id: 7,
    statement: 5,
    author: 'Ana',
    source: 'a = []\n',
    figures,
    collections: [{ generation: 0, automatic: true, collected: 2 }],
  };
  it('a moment', () => {
    expect(pointSentence(point, en.time)).toBe(
      '7, Ana: a = []; 3 objects; 320 B in use; 1.00 MiB from the system; generation 0 collected automatically, 2 found',
    );
    expect(en.time.collectionSentence({ generation: 0, automatic: true, collected: 2 })).toBe(
      'Generation 0 collected automatically, 2 found.',
    );
    expect(difference(5, 2, String)).toBe('+3');
    expect(difference(2, 5, String)).toBe('−3');
    expect(difference(5, 5, String)).toBe('');
  });

  it('a change of a count', () => {
    const { inspector } = en;
    const story = inspector.count;
    const python = (text: string) => ({ kind: 'python', text }) as const;
    const holder = { serial: 9, type: 'list', repr: '[[]]' };
    expect(changeWords({ cause: 'nameBound', by: 1, label: python('ana.a'), holder: null }, inspector)).toBe(
      'ana.a bound',
    );
    expect(changeWords({ cause: 'slotFilled', by: 1, label: python('[0]'), holder }, inspector)).toBe(
      'put into [0] of list [[]]',
    );
    expect(changeWords({ cause: 'collector', by: -1, label: python(''), holder }, inspector)).toBe(
      'list [[]], which the collector took apart',
    );
    expect([signed(2, en.numbers), signed(-1000, en.numbers)]).toEqual(['+2', '−1,000']);
    const line = {
      before: 1,
      after: 1,
      peak: 2,
      made: false,
      died: null,
      changes: [],
      more: 0,
      asArgument: 1,
      onStack: 0,
    };
    expect(lineNotes(line, story)).toEqual(['up to 2 while it was an argument of a call']);
    expect(lineNotes({ ...line, asArgument: 0, died: 'counted', after: 0 }, story)).toEqual([
      'the count reached zero: freed at once',
    ]);
  });

  // gc_collect_generations (Modules/gcmodule.c) goes from the oldest generation down and takes the first that is due.
  it('what the collector does next', () => {
    const quiet = heap([], []).collector;
    expect(nextSentence(quiet, en.collector)).toBe(
      'The next collection comes when 701 more objects are allocated than freed. It will be one of generation 0 alone.',
    );
    expect(nextSentence({ ...quiet, counts: [700, 11, 0] }, en.collector)).toBe(
      'The next collection comes when 1 more object is allocated than freed. Generation 1 is due and is collected with generation 0.',
    );
    const due = { ...quiet, counts: [0, 11, 11], longLivedPending: 1232 } as const;
    expect(nextSentence(due, en.collector)).toContain('generation 2 is due');
    expect(nextSentence({ ...due, longLivedPending: 1231 }, en.collector)).toContain('Generation 1 is due');
    expect(nextSentence({ ...quiet, enabled: false }, en.collector)).toContain('disabled');
    expect(nextSentence({ ...quiet, thresholds: [0, 10, 10] }, en.collector)).toContain(
      'threshold 0 is zero',
    );
  });
});

describe('bytes in rows', () => {
  it('keeps every byte, and tells long fields by their length', () => {
    const bench = new Bench(en);
    bench.run('a = list(range(500)); b = {1: 2}; c = [1, 2, 3, 4, 5]; d = (1.5,)');
    bench.run('class A: pass\n');
    const { machine, view } = bench.state();
    let cut = 0;
    for (const object of view.objects) {
      for (const { fields, room } of byteLayout(machine, object.serial, object.address) ?? []) {
        const rows = byteRows(fields);
        const drawn = rows.flatMap(({ segments }) => segments).reduce((sum, { bytes }) => sum + bytes, 0);
        const left = rows.reduce((sum, row) => sum + row.cut, 0);
        expect(drawn + left).toBe(room);
        cut += left;
        for (const { segments } of rows.slice(0, -1))
          expect(segments.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(ROW_BYTES);
        // every field carries its name once
        const names = rows.flatMap(({ segments }) => segments).filter(({ first }) => first);
        expect(names.map(({ field }) => field.name)).toEqual(fields.map(({ name }) => name));
        expect(rows.length).toBeLessThan(24);
      }
    }
    expect(cut).toBeGreaterThan(3000);
  });
});
