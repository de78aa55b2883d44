import { expect, test } from 'vitest';
import { ANSWER_PHRASES } from '../../classroom/review/answerPhrases.ts';
import { answerText, truthText } from '../../classroom/review/answerText.ts';
import { calledIn } from '../../classroom/review/objectNames.ts';

const truth = {
  kind: 'round',
  returned: 2,
  freed: [4, 5],
  freedNames: ['[[…]]', '[[…]]'],
  moved: [7],
} as const;
const round = { kind: 'round', generation: 0 } as const;
const told = {
  ...truth,
  freed: [...truth.freed],
  freedNames: [...truth.freedNames],
  moved: [...truth.moved],
};
const answer = { kind: 'round' as const, returned: 1, freed: [7, 99], moved: [] };

test('an object is called what it was; two that look alike have their numbers', () => {
  const called = calledIn({
    truth: told,
    objects: [
      { serial: 4, type: 'list', repr: '[[…]]', name: null },
      { serial: 5, type: 'list', repr: '[[…]]', name: null },
      { serial: 7, type: 'dict', repr: '{}', name: 'ana.d' },
    ],
  });
  expect(truthText(round, told, called)).toBe(
    'returns 2; freed: list [[…]] #4 | list [[…]] #5; moved: ana.d: dict {}',
  );
  expect(answerText(round, answer, called)).toBe(
    'returns 1; freed: ana.d: dict {} | object #99; moved: nothing',
  );
});

test('of an older lesson as much as it kept: what was freed by its repr, all else by its number', () => {
  expect(truthText(round, told, calledIn({ truth: told }))).toBe(
    'returns 2; freed: [[…]] #4 | [[…]] #5; moved: object #7',
  );
  const { de } = ANSWER_PHRASES;
  expect(answerText(round, answer, calledIn({ truth: told }, de), de)).toBe(
    'gibt 1 zurück; freigegeben: Objekt #7 | Objekt #99; aufgerückt: nichts',
  );
});
