import { expect, it } from 'vitest';
import type { Entry } from '../../classroom/protocol/entry.ts';
import { redactEntry, wireEntry } from '../../classroom/redact.ts';

const place = { seq: 5, at: 0, command: 'command-1', heap: 'shared', digest: '0' };
const opened: Entry = {
  ...place,
  actor: 't',
  kind: 'challenge.open',
  number: 1,
  challenge: { kind: 'question', prompt: 'p', answer: { form: 'one', options: ['a', 'b'] } },
  rules: { seconds: null, confidence: false, speed: false },
  solution: { key: { form: 'one', correct: 1 }, explanation: 'secret reason' },
};
const answered: Entry = {
  ...place,
  actor: 'ana',
  kind: 'challenge.answer',
  number: 1,
  answer: { kind: 'one', choice: 1 },
};
const revealed: Entry = {
  ...place,
  actor: 't',
  kind: 'challenge.reveal',
  number: 1,
  source: null,
  outcome: {
    truth: {
      kind: 'question',
      solution: { key: { form: 'one', correct: 1 }, explanation: 'secret reason' },
    },
    marks: [
      { member: 'ana', points: 1000, correct: true, answer: { kind: 'one', choice: 1 }, reasons: ['r'] },
      { member: 'ben', points: 0, correct: false, answer: { kind: 'one', choice: 0 }, reasons: ['r'] },
    ],
  },
};
const ben = { role: 'student', id: 'ben' } as const;

it('[SE1] no solution and no other answer leaves before the reveal', () => {
  for (const viewer of [ben, { role: 'viewer' } as const]) {
    expect(JSON.stringify(redactEntry(opened, viewer, true))).not.toMatch(/secret|correct|solution/);
    expect(redactEntry(answered, viewer, true)).not.toHaveProperty('answer');
  }
  expect(redactEntry(opened, { role: 'teacher' }, true)).toEqual(opened);
  expect(redactEntry(answered, { role: 'student', id: 'ana' }, true)).toEqual(answered);
});

it('[SE2] after the reveal a student gets the truth and their own marks in full', () => {
  const seen = redactEntry(revealed, ben, true);
  if (seen.kind !== 'challenge.reveal' || revealed.kind !== 'challenge.reveal')
    throw new Error('another kind');
  expect(seen.outcome?.truth).toEqual(revealed.outcome?.truth);
  expect(seen.outcome?.marks).toEqual([
    { member: 'ana', points: 1000, correct: true },
    { member: 'ben', points: 0, correct: false, answer: { kind: 'one', choice: 0 }, reasons: ['r'] },
  ]);
});

it('[SE2] the stored outcome of a statement is for review, not for the live wire', () => {
  const run: Entry = {
    ...place,
    actor: 'ana',
    kind: 'run',
    source: '1',
    outcome: { output: '1\n', raised: null, fuel: 3 },
  };
  expect(redactEntry(run, ben, true)).toEqual(run);
  expect(wireEntry(run, ben, true)).not.toHaveProperty('outcome');
});

it('[SE3] extra time is between a student and the teacher; teams are for all', () => {
  const arranged: Entry = {
    ...place,
    actor: 't',
    kind: 'arrange',
    member: 'ana',
    arrangement: { extraTime: 1.5, team: 'Blue' },
  };
  for (const viewer of [ben, { role: 'viewer' } as const]) {
    expect(redactEntry(arranged, viewer, true)).toMatchObject({ arrangement: { team: 'Blue' } });
    expect(JSON.stringify(redactEntry(arranged, viewer, true))).not.toMatch(/extraTime/);
  }
  expect(redactEntry(arranged, { role: 'student', id: 'ana' }, true)).toEqual(arranged);
});

it('[SE1] the answer of the first vote is as secret as the second', () => {
  const seen = redactEntry(
    {
      ...revealed,
      outcome: {
        truth: { kind: 'task', goals: [] },
        marks: [{ member: 'ana', points: 0, correct: true, first: { kind: 'one', choice: 0 } }],
      },
    },
    ben,
    true,
  );
  expect(JSON.stringify(seen)).not.toMatch(/choice/);
});

it('[SE4] without a leaderboard everybody sees their own marks and points, and how the class did', () => {
  if (revealed.kind !== 'challenge.reveal' || revealed.outcome === undefined) throw new Error('another kind');
  const summary = { answered: 2, right: 1, rightFirst: null, chosen: [1, 1], chosenFirst: null };
  const entry: Entry = { ...revealed, outcome: { ...revealed.outcome, summary } };
  const seen = redactEntry(entry, ben, false);
  expect(seen).toMatchObject({ outcome: { marks: [{ member: 'ben', points: 0 }], summary } });
  expect(JSON.stringify(seen)).not.toMatch(/"ana"|1000/);
  expect(redactEntry(entry, { role: 'viewer' }, false)).toMatchObject({ outcome: { marks: [], summary } });
  expect(redactEntry(entry, { role: 'teacher' }, false)).toEqual(entry);

  const scores = [{ member: 'ana', points: 1000, correct: 1, answered: 1, statements: 0 }];
  const opened: Entry = { ...place, actor: 't', kind: 'settings', settings: { leaderboard: true }, scores };
  expect(redactEntry(opened, ben, true)).toEqual(opened);
  expect(redactEntry(opened, ben, false)).not.toHaveProperty('scores');
});

it('[TK3] whose solution is shown is told to its author and the teacher, and to all where it is named', () => {
  const shown: Entry = {
    ...place,
    actor: 't',
    kind: 'challenge.show',
    number: 1,
    shown: { member: 'ana', named: false, inputs: ['del ring'] },
  };
  for (const viewer of [ben, { role: 'viewer' } as const]) {
    expect(redactEntry(shown, viewer, true)).toEqual({
      ...shown,
      shown: { member: null, named: false, inputs: ['del ring'] },
    });
  }
  expect(redactEntry(shown, { role: 'student', id: 'ana' }, true)).toEqual(shown);
  expect(redactEntry(shown, { role: 'teacher' }, true)).toEqual(shown);
  const named: Entry = { ...shown, shown: { member: 'ana', named: true, inputs: ['del ring'] } };
  expect(redactEntry(named, ben, true)).toEqual(named);
});
