/** Questions that a teacher can put at once; true of CPython 3.11 on 64 bits. */
import { EMPTY_QUESTION, type QuestionDraft } from './question-draft.ts';

const QUESTIONS: readonly Pick<QuestionDraft, 'prompt' | 'options' | 'correct' | 'explanation'>[] = [
  {
    prompt: '```\na = []\nb = a\n```\nWhat does `sys.getrefcount(a)` return?',
    options: ['1', '2', '3', '4'],
    correct: [2],
    explanation:
      'Two names, `a` and `b`, refer to the list, and the argument of the call itself is the third reference.',
  },
  {
    prompt: '```\na = [1, 2, 3]\nb = a\ndel a\n```\nWhat happens to the list?',
    options: [
      'It is freed at once',
      'It stays, because `b` still refers to it',
      'It stays until the collector runs',
      '`b` becomes `None`',
    ],
    correct: [1],
    explanation: '`del` takes away a name, not an object. The count falls from 2 to 1, and only 0 frees.',
  },
  {
    prompt: 'Two lists hold each other, and no name refers to either. What frees them?',
    options: [
      'Their counts fall to zero, so they are freed at once',
      'The next collection of the generation they are in, or of an older one',
      'Nothing, until the program ends',
    ],
    correct: [1],
    explanation:
      'Each count stays at 1 because of the other list. The cyclic collector subtracts references from inside and finds that nothing is left.',
  },
  {
    prompt: 'Which of these does the cyclic collector track?',
    options: ['`10 ** 20`', "`'a text'`", '`[]`', '`2.5`'],
    correct: [2],
    explanation:
      'Only objects that can hold references are tracked. Numbers and texts cannot be part of a cycle.',
  },
  {
    prompt: '```\nr = weakref.ref(x)\n```\nWhat does this do to the reference count of `x`?',
    options: ['It goes up by one', 'Nothing', 'It goes down by one'],
    correct: [1],
    explanation: 'A weak reference does not count: it can see its object, but not keep it alive.',
  },
  {
    prompt: 'With the usual thresholds, when is generation 0 collected by itself?',
    options: [
      'After every 700 statements',
      'As soon as more than 700 tracked objects were allocated than freed since the last time',
      'When memory runs low',
      'Every few milliseconds',
    ],
    correct: [1],
    explanation:
      '`gc.get_threshold()` is `(700, 10, 10)`: the first number counts allocations minus deallocations.',
  },
];

export const READY_QUESTIONS: readonly QuestionDraft[] = QUESTIONS.map((question) => ({
  ...EMPTY_QUESTION,
  ...question,
}));
