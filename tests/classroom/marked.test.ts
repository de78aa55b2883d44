/** [SE6]: how often each object of a round was marked, from answers that are given in a lesson. */
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../classroom/protocol/challenge.ts';
import { redactEntry, redactState } from '../../classroom/redact.ts';
import { markedOf } from '../../classroom/review/marked.ts';
import { reviewQuestion } from '../../classroom/review/question.ts';
import { startLesson, TEACHER } from './lesson.ts';

/**
 * `count` lists that hold themselves and are lost, which `gc.collect` frees, beside `kept`, which it does not; in
 * generation 0 until it has run.
 */
function startRound(generation: 0 | 2, count: number, students: readonly string[]) {
  const { join, must, run, session } = startLesson();
  const members = students.map(join);
  run(TEACHER, 'import gc; _ = gc.collect(); gc.disable()');
  run(TEACHER, 'kept = []; other = []; row = [[], [], [], [], [], [], [], [], []]');
  const before = new Set(session.machine.inspect().objects.map(({ serial }) => serial));
  for (let made = 0; made < count; made++) run(TEACHER, 'x = []; x.append(x)');
  run(TEACHER, 'del x');
  const lost = session.machine
    .inspect()
    .objects.filter(({ serial, type, reachable }) => !before.has(serial) && type === 'list' && !reachable)
    .map(({ serial }) => serial)
    .sort((a, b) => a - b);
  const serialOf = (name: string) => {
    const space = session.machine.inspect().namespaces.find(({ module }) => module === 'teacher');
    const target = space?.names.find((one) => one.name === name)?.target;
    if (target === undefined) throw new Error(`no ${name}`);
    return target;
  };
  must(TEACHER, { kind: 'challenge.open', challenge: { kind: 'round', generation } });
  const predict = (at: number, freed: number[], moved: number[] = []) => {
    const answer: Answer = { kind: 'round', returned: 0, freed, moved };
    must(members[at] ?? '', { kind: 'challenge.answer', challenge: 1, answer });
  };
  const reveal = () => {
    const entry = must(TEACHER, { kind: 'challenge.reveal' });
    if (entry.kind !== 'challenge.reveal') throw new Error(entry.kind);
    const [challenge] = session.state.challenges;
    if (challenge === undefined) throw new Error('no challenge');
    return { entry, challenge, marked: challenge.summary?.marked };
  };
  return { lost, serialOf, members, must, predict, reveal, session };
}

/** A student of the class that each answer comes from. */
const CLASS = ['Ana', 'Ben', 'Cem', 'Dia'];

describe('[SE6] with the reveal of a round everybody is told how many marked each object', () => {
  it('what goes first, also where nobody marked it, then what was marked in vain', () => {
    const { lost, serialOf, predict, reveal, members } = startRound(2, 3, CLASS);
    const [one = 0, two = 0, three = 0] = lost;
    const [kept, other] = [serialOf('kept'), serialOf('other')];
    predict(0, [two, kept]);
    predict(1, [two, one, kept, other]);
    predict(2, [other, kept]);
    predict(3, []);
    const { entry, marked } = reveal();
    expect(marked).toEqual({
      freed: {
        rows: [
          { serial: two, count: 2, before: null, right: true },
          { serial: one, count: 1, before: null, right: true },
          { serial: three, count: 0, before: null, right: true },
          { serial: kept, count: 3, before: null, right: false },
          { serial: other, count: 2, before: null, right: false },
        ],
        right: { values: 0, count: 0 },
        rest: { values: 0, count: 0 },
        none: 1,
      },
      moved: null,
    });
    for (const member of members)
      expect(JSON.stringify(entry.kind === 'challenge.reveal' && entry.outcome?.summary)).not.toContain(
        member,
      );
  });

  it('a young generation asks what moves as well, and a second vote is told beside the first', () => {
    const { lost, serialOf, predict, reveal, must } = startRound(0, 1, ['Ana', 'Ben']);
    const [leaked = 0] = lost;
    const [kept, other] = [serialOf('kept'), serialOf('other')];
    predict(0, [leaked], [kept]);
    predict(1, [kept], []);
    must(TEACHER, { kind: 'challenge.again' });
    predict(1, [leaked], [kept, leaked]);
    const { marked, challenge } = reveal();
    expect(marked?.freed.rows).toEqual([
      { serial: leaked, count: 2, before: 1, right: true },
      { serial: kept, count: 0, before: 1, right: false },
    ]);
    const moved = marked?.moved?.rows ?? [];
    // What is still young moves, and only that: the two lists are.
    expect(moved.filter(({ serial }) => [kept, other, leaked].includes(serial))).toEqual([
      { serial: kept, count: 2, before: 1, right: true },
      { serial: other, count: 0, before: 0, right: true },
      { serial: leaked, count: 1, before: 0, right: false },
    ]);
    const { summary, ...older } = challenge;
    expect(reviewQuestion(challenge)?.marked).toEqual(marked);
    // A log from before the class was told so is summed up from its answers.
    expect(summary).toBeDefined();
    expect(reviewQuestion(older)?.marked).toEqual(marked);
  });

  it('a long tail is counted', () => {
    const { lost, serialOf, predict, reveal, session } = startRound(2, 43, ['Ana', 'Ben']);
    const stays = session.machine
      .inspect()
      .objects.filter(
        ({ serial, tracked, internal, builtin }) =>
          tracked && !internal && !builtin && !lost.includes(serial),
      )
      .map(({ serial }) => serial)
      .sort((a, b) => a - b);
    const [kept, other] = [serialOf('kept'), serialOf('other')];
    const vain = [kept, other, ...stays.filter((serial) => serial !== kept && serial !== other)].slice(0, 10);
    predict(0, [...lost, ...vain]);
    predict(1, lost.slice(41));
    const { marked, entry } = reveal();
    expect(marked?.freed.rows.slice(0, 3).map(({ serial, count }) => [serial, count])).toEqual([
      [lost[41], 2],
      [lost[42], 2],
      [lost[0], 1],
    ]);
    expect(marked?.freed.rows.filter(({ right }) => right === true)).toHaveLength(40);
    expect(marked?.freed.right).toEqual({ values: 3, count: 3 });
    expect(marked?.freed.rows.filter(({ right }) => right === false)).toHaveLength(8);
    expect(marked?.freed.rest).toEqual({ values: 2, count: 2 });
    // What is only counted is told by name to whom it was: the one who marked it.
    const toldTo = (id: string) => {
      const seen = redactEntry(entry, { role: 'student', id }, true);
      const told = seen.kind === 'challenge.reveal' ? (seen.outcome?.objects ?? []) : [];
      return told.filter(({ serial }) => vain.includes(serial)).length;
    };
    expect([toldTo('ana'), toldTo('ben')]).toEqual([10, 8]);
  });

  it('an object that others marked is told by name to those who did not', () => {
    const { serialOf, predict, reveal, session } = startRound(2, 1, ['Ana', 'Ben']);
    predict(0, [serialOf('kept')]);
    predict(1, []);
    const { entry } = reveal();
    for (const viewer of [{ role: 'student', id: 'ben' } as const, { role: 'viewer' } as const]) {
      const seen = redactEntry(entry, viewer, true);
      const names = seen.kind === 'challenge.reveal' ? (seen.outcome?.objects ?? []) : [];
      expect(names.map(({ name }) => name)).toContain('teacher.kept');
      const [challenge] = redactState(session.state, viewer, true).challenges;
      expect(challenge?.objects?.map(({ name }) => name)).toContain('teacher.kept');
      expect(challenge?.marks?.find(({ member }) => member === 'ana')).not.toHaveProperty('answer');
    }
  });

  it('before it nobody is told what is right, and nothing where nobody has answered', () => {
    const round = { kind: 'round', generation: 2 } as const;
    const answer: Answer = { kind: 'round', returned: 1, freed: [7], moved: [] };
    expect(markedOf(round, [], null, false)).toBeNull();
    expect(markedOf(round, [{ answer }], null, false)?.freed.rows).toEqual([
      { serial: 7, count: 1, before: null, right: null },
    ]);
  });
});
