/** What keeps an item of a deck from being asked: a missing right answer, two equal options, no text. */
import { parseInput } from '../../heap/index.ts';
import type { DeckItem, DeckOption, DeckQuestion } from '../protocol/deck.ts';
import { MAX } from '../protocol/shapes.ts';
import { promptText } from './text.ts';

/** The part of an item that a fault is about, as the editor names its fields. */
export const FIELDS = ['prompt', 'code', 'picture', 'options', 'answer', 'setup', 'goals'] as const;
export type Field = (typeof FIELDS)[number];

export interface Fault {
  readonly field: Field;
  readonly says: string;
}

export function itemFaults(item: DeckItem): Fault[] {
  const faults: Fault[] = [];
  if (item.prompt.trim() === '') faults.push({ field: 'prompt', says: 'The text is missing.' });
  if (item.kind === 'task') {
    faults.push(...pythonFaults('setup', item.setup));
    return faults;
  }
  if (promptText(item).length > MAX.prompt) {
    faults.push({
      field: 'prompt',
      says: `Text and code are longer than ${MAX.prompt} characters together.`,
    });
  }
  // Code that is not valid Python may be what a question is about; a picture has to run.
  faults.push(...pythonFaults('picture', item.picture), ...answerFaults(item));
  return faults;
}

function pythonFaults(field: Field, source: string): Fault[] {
  if (source.trim() === '') return [];
  const parsed = parseInput(source);
  return parsed.ok ? [] : [{ field, says: `Line ${parsed.line} is not valid Python: ${parsed.message}` }];
}

function answerFaults({ answer, picture }: DeckQuestion): Fault[] {
  switch (answer.form) {
    case 'one': {
      const right = answer.options.filter((option) => option.right).length;
      return [
        ...textFaults(answer.options),
        ...(right === 0 ? [{ field: 'options', says: 'Mark the option that is right.' } as const] : []),
        ...(right > 1
          ? [
              {
                field: 'options',
                says: 'Only one option can be right. Choose “All options that are right” where there are more.',
              } as const,
            ]
          : []),
      ];
    }
    case 'several':
      return [
        ...textFaults(answer.options),
        ...(answer.options.some((option) => option.right)
          ? []
          : [{ field: 'options', says: 'Mark at least one option as right.' } as const]),
      ];
    case 'order':
      return textFaults(answer.items.map((text) => ({ text })));
    case 'number':
      return answer.value === null ? [{ field: 'answer', says: 'The right number is missing.' }] : [];
    case 'object': {
      if (answer.expression.trim() === '')
        return [
          {
            field: 'answer',
            says: `Name the object that is meant${picture.trim() === '' ? ', for instance `ana.a`' : ', with a name of the picture'}.`,
          },
        ];
      const parsed = parseInput(`(${answer.expression}\n)`);
      return parsed.ok
        ? []
        : [{ field: 'answer', says: `This is no expression of Python: ${parsed.message}` }];
    }
    case 'text':
      return [];
  }
}

function textFaults(options: readonly Pick<DeckOption, 'text'>[]): Fault[] {
  if (options.length < 2) return [{ field: 'options', says: 'At least two options are needed.' }];
  const texts = options.map(({ text }) => text.trim());
  const empty = texts.indexOf('');
  if (empty >= 0)
    return [{ field: 'options', says: `Option ${empty + 1} is empty. Fill it in or remove it.` }];
  const twice = texts.findIndex((text, at) => texts.indexOf(text) < at);
  if (twice < 0) return [];
  const first = texts.indexOf(texts[twice] ?? '');
  return [
    { field: 'options', says: `Options ${first + 1} and ${twice + 1} are the same. Change or remove one.` },
  ];
}
