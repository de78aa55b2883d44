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
    expect(JSON.stringify(redactEntry(opened, viewer))).not.toMatch(/secret|correct|solution/);
    expect(redactEntry(answered, viewer)).not.toHaveProperty('answer');
  }
  expect(redactEntry(opened, { role: 'teacher' })).toEqual(opened);
  expect(redactEntry(answered, { role: 'student', id: 'ana' })).toEqual(answered);
});

it('[SE2] after the reveal a student gets the truth and their own marks in full', () => {
  const seen = redactEntry(revealed, ben);
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
  expect(redactEntry(run, ben)).toEqual(run);
  expect(wireEntry(run, ben)).not.toHaveProperty('outcome');
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
    expect(redactEntry(arranged, viewer)).toMatchObject({ arrangement: { team: 'Blue' } });
    expect(JSON.stringify(redactEntry(arranged, viewer))).not.toMatch(/extraTime/);
  }
  expect(redactEntry(arranged, { role: 'student', id: 'ana' })).toEqual(arranged);
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
  );
  expect(JSON.stringify(seen)).not.toMatch(/choice/);
});
