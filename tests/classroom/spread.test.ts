/** [SE5]: how answers without options are spread over a class, from answers that are given in a lesson. */
import { describe, expect, it } from 'vitest';
import type { Answer, Form, Key } from '../../classroom/protocol/challenge.ts';
import { spreadRows } from '../../classroom/review/question.ts';
import { startLesson, TEACHER } from './lesson.ts';

function asked(
  form: Form,
  key: (serialOf: (name: string) => number) => Key,
  given: (serialOf: (name: string) => number) => readonly Answer[],
  again: readonly Answer[] = [],
) {
  const { join, must, run, session } = startLesson();
  run(TEACHER, 'x = [[]]; y = [[]]');
  const serialOf = (name: string) => {
    const space = session.machine.inspect().namespaces.find(({ module }) => module === 'teacher');
    const target = space?.names.find((one) => one.name === name)?.target;
    if (target === undefined) throw new Error(`no ${name}`);
    return target;
  };
  must(TEACHER, {
    kind: 'challenge.open',
    challenge: { kind: 'question', prompt: '?', answer: form },
    solution: { key: key(serialOf), explanation: '' },
  });
  const answers = given(serialOf);
  const members = answers.map((_, at) => join(`S${at}`));
  const give = (all: readonly Answer[]) => {
    for (const [at, answer] of all.entries())
      must(members[at] ?? '', { kind: 'challenge.answer', challenge: 1, answer });
  };
  give(answers);
  if (again.length > 0) {
    must(TEACHER, { kind: 'challenge.again' });
    give(again);
  }
  const entry = must(TEACHER, { kind: 'challenge.reveal' });
  if (entry.kind !== 'challenge.reveal') throw new Error(entry.kind);
  const [challenge] = session.state.challenges;
  const spread = challenge?.summary?.spread;
  if (challenge === undefined || spread == null) throw new Error('no spread');
  return { challenge, spread, members, told: JSON.stringify(entry.outcome?.summary) };
}

const numbers = (...values: number[]): Answer[] => values.map((value) => ({ kind: 'number', value }));

describe('[SE5] with the reveal everybody is told how answers without options are spread', () => {
  it('numbers: the right one first, then those within the tolerance, then the most frequent', () => {
    const { spread, members, told } = asked(
      { form: 'number', unit: 'bytes' },
      () => ({ form: 'number', value: 88, tolerance: 2 }),
      () => numbers(56, 90, 56, 87, 87, 120, 89, 86, 0),
    );
    expect(spread).toEqual({
      rows: [
        { kind: 'number', value: 88, count: 0, before: null, right: 'exactly' },
        { kind: 'number', value: 87, count: 2, before: null, right: 'nearly' },
        { kind: 'number', value: 86, count: 1, before: null, right: 'nearly' },
        { kind: 'number', value: 89, count: 1, before: null, right: 'nearly' },
        { kind: 'number', value: 56, count: 2, before: null, right: 'not' },
        { kind: 'number', value: 0, count: 1, before: null, right: 'not' },
        { kind: 'number', value: 120, count: 1, before: null, right: 'not' },
      ],
      near: { values: 1, count: 1 },
      rest: { values: 0, count: 0 },
    });
    for (const member of members) expect(told).not.toContain(`"${member}"`);
  });

  it('a long tail is counted', () => {
    const { spread } = asked(
      { form: 'number', unit: '' },
      () => ({ form: 'number', value: 100, tolerance: 0 }),
      () => numbers(100, 7, 7, ...Array.from({ length: 12 }, (_, at) => 200 + at)),
    );
    expect(spread.rows.map((row) => row.kind === 'number' && [row.value, row.count])).toEqual([
      [100, 1],
      [7, 2],
      ...[200, 201, 202, 203, 204, 205, 206].map((value) => [value, 1]),
    ]);
    expect(spread.rest).toEqual({ values: 5, count: 5 });
  });

  it('orders: the right one, then the most frequent wrong ones, before and after a second vote', () => {
    const order = (...items: number[]): Answer => ({ kind: 'order', order: items });
    const { challenge, spread } = asked(
      { form: 'order', items: ['`a`', 'b', 'c'] },
      () => ({ form: 'order', correct: [2, 0, 1] }),
      () => [order(0, 1, 2), order(0, 1, 2), order(1, 0, 2), order(2, 0, 1)],
      [order(2, 0, 1)],
    );
    expect(
      spreadRows(challenge, spread).rows.map(({ text, before, count, right }) => [
        text,
        before,
        count,
        right,
      ]),
    ).toEqual([
      ['c → a → b', 1, 2, true],
      ['a → b → c', 2, 1, false],
      ['b → a → c', 1, 1, false],
    ]);
  });

  it('objects are told by a name that leads to them', () => {
    const point = (serial: number): Answer => ({ kind: 'object', serial });
    const { challenge, spread } = asked(
      { form: 'object' },
      (serialOf) => ({ form: 'object', correct: [serialOf('x')] }),
      (serialOf) => [point(serialOf('y')), point(serialOf('y')), point(serialOf('x')), point(999_999)],
    );
    expect(spreadRows(challenge, spread).rows.map(({ text, count }) => [text, count])).toEqual([
      ['teacher.x: list [[]]', 1],
      ['teacher.y: list [[]]', 2],
      ['object #999999', 1],
    ]);
  });

  it('words are told to nobody but the teacher, and options are counted one by one', () => {
    for (const [form, key, answer] of [
      [{ form: 'text' }, { form: 'text', model: '' }, { kind: 'text', text: 'because' }],
      [
        { form: 'one', options: ['a', 'b'] },
        { form: 'one', correct: 0 },
        { kind: 'one', choice: 1 },
      ],
    ] as const) {
      expect(() =>
        asked(
          form.form === 'one' ? { form: 'one', options: [...form.options] } : form,
          () => key,
          () => [answer],
        ),
      ).toThrow('no spread');
    }
  });
});
