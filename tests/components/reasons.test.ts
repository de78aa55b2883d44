/** Why an answer got its points, said to its reader: data is told in their language, what was stored before as it was. */
import { expect, it } from 'vitest';
import { reasonShape } from '../../classroom/protocol/reason.ts';
import { de } from '../../components/language/de/index.ts';
import { en } from '../../components/language/en/index.ts';
import { es } from '../../components/language/es/index.ts';

const say = (raw: unknown) => {
  const reason = reasonShape.parse(raw);
  return [en, de, es].map(({ reasons }) => reasons.say(reason));
};

it('a path is told in the language of the reader, Python in it as it is', () => {
  const path = [
    { kind: 'last', name: 'last_value', module: 'ana' },
    { kind: 'python', text: '__traceback__' },
    { kind: 'python', text: '' },
  ];
  expect(say({ kind: 'stayed', object: { type: 'list', repr: '[7]' }, path })).toEqual([
    'The list [7] stayed: the last exception of ana (sys.last_value) → __traceback__ → … leads to it.',
    'Das Objekt [7] (list) blieb: die letzte Ausnahme von ana (sys.last_value) → __traceback__ → … führt zu ihm.',
    'El objeto [7] (list) se quedó: la última excepción de ana (sys.last_value) → __traceback__ → … lleva hasta él.',
  ]);
});

it('a goal of a task is told with how it stands', () => {
  expect(say({ kind: 'goal', standing: { goal: 'leak', objects: 2, leaked: 1 } })).toEqual([
    'Leak exactly 2 objects: 1 leaked.',
    'Lass genau 2 Objekte verloren gehen: 1 verloren.',
    'Pierde exactamente 2 objetos: 1 perdido.',
  ]);
});

it('what was stored as a sentence, or with a path as a text, can still be read', () => {
  const before = 'Leak exactly 2 objects: 1 leaked.';
  expect(say(before)).toEqual([before, before, before]);
  const [stayed] = say({ kind: 'stayed', object: null, path: 'the last echo of ana (_) → [0]' });
  expect(stayed).toBe('An object stayed: the last echo of ana (_) → [0] leads to it.');
});
