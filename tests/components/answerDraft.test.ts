import { expect, test } from 'vitest';
import { asAnswer, beginDraft } from '../../components/live/answer-draft.ts';

const FORM = { form: 'number', unit: 'bytes' } as const;

test('a number is an answer as the language of the page writes it, and none where it could be two', () => {
  const draft = (text: string) => ({ ...beginDraft(FORM, null, 'de'), text });
  expect(asAnswer(draft('1,5'), false, 'de')).toEqual({ kind: 'number', value: 1.5 });
  expect(asAnswer(draft('1,5'), false, 'en')).toBeNull();
  expect(asAnswer(draft('1.024'), false, 'de')).toBeNull();
  expect(asAnswer(draft('1024'), true, 'de')).toEqual({ kind: 'number', value: 1024, confidence: 1 });
});

test('what was sent stands in the field again, and is the same answer', () => {
  const given = { kind: 'number', value: 1.024 } as const;
  for (const language of ['en', 'de', 'es'] as const)
    expect(asAnswer(beginDraft(FORM, given, language), false, language)).toEqual(given);
});
