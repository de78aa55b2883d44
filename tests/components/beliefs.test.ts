import { expect, test } from 'vitest';
import { beliefOfClass, ownBeliefs } from '../../components/live/beliefs.ts';
import { startLesson, TEACHER } from '../classroom/lesson.ts';

/** Three students, of whom two hold one belief and one is right; B is right, and nobody takes D. */
function asked(beliefs: string[]) {
  const lesson = startLesson();
  const members = ['Ana', 'Ben', 'Zoe'].map((name) => lesson.join(name));
  lesson.must(TEACHER, {
    kind: 'challenge.open',
    challenge: {
      kind: 'question',
      prompt: 'What does del do?',
      answer: { form: 'one', options: ['Frees', 'Unbinds', 'Clears', 'Waits'] },
    },
    rules: { seconds: null, confidence: false, speed: false },
    solution: { key: { form: 'one', correct: 1 }, explanation: '', beliefs },
  });
  for (const [at, choice] of [2, 1, 2].entries())
    lesson.must(members[at] ?? '', {
      kind: 'challenge.answer',
      challenge: 1,
      answer: { kind: 'one', choice },
    });
  const now = () => {
    const challenge = lesson.session.state.challenges[0];
    if (challenge === undefined) throw new Error('nothing was asked');
    return challenge;
  };
  return { before: now(), reveal: () => lesson.must(TEACHER, { kind: 'challenge.reveal' }), now, members };
}

test('the belief behind the wrong option that most chose is told after the reveal, and each their own', () => {
  const { before, reveal, now, members } = asked(['del frees.', 'never asked', 'del empties.', 'del waits.']);
  const [ana = '', ben = ''] = members;
  expect(beliefOfClass(before)).toBeNull();
  expect(ownBeliefs(before, ana)).toEqual([]);
  reveal();
  expect(beliefOfClass(now())).toEqual({ belief: 'del empties.', count: 2 });
  expect(ownBeliefs(now(), ana)).toEqual(['del empties.']);
  expect(ownBeliefs(now(), ben)).toEqual([]);
  expect(ownBeliefs(now(), null)).toEqual([]);
});

test('where no belief is named for that option none is told', () => {
  const { reveal, now } = asked(['del frees.', '', '', '']);
  reveal();
  expect(beliefOfClass(now())).toBeNull();
});
