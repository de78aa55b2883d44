/** What keeps an item of a deck from being asked: a missing right answer, two equal options, no text. */
import { parseInput } from '../../heap/index.ts';
import type { DeckItem, DeckOption, DeckQuestion } from '../protocol/deck.ts';
import { MAX } from '../protocol/shapes.ts';
import { type DeckPhrases, ENGLISH_DECK } from './phrases.ts';
import { promptText } from './text.ts';

/** The part of an item that a fault is about, as the editor names its fields. */
export const FIELDS = ['prompt', 'code', 'picture', 'options', 'answer', 'setup', 'goals'] as const;
export type Field = (typeof FIELDS)[number];

export interface Fault {
  readonly field: Field;
  readonly says: string;
}

export function itemFaults(item: DeckItem, phrases: DeckPhrases = ENGLISH_DECK): Fault[] {
  const faults: Fault[] = [];
  if (item.prompt.trim() === '') faults.push({ field: 'prompt', says: phrases.noText });
  if (item.kind === 'task') {
    faults.push(...pythonFaults('setup', item.setup, phrases));
    return faults;
  }
  if (promptText(item).length > MAX.prompt) {
    faults.push({
      field: 'prompt',
      says: phrases.tooLong(MAX.prompt),
    });
  }
  // Code that is not valid Python may be what a question is about; a picture has to run.
  faults.push(...pythonFaults('picture', item.picture, phrases), ...answerFaults(item, phrases));
  return faults;
}

function pythonFaults(field: Field, source: string, phrases: DeckPhrases): Fault[] {
  if (source.trim() === '') return [];
  const parsed = parseInput(source);
  return parsed.ok ? [] : [{ field, says: phrases.notPython(parsed.line, parsed.message) }];
}

function answerFaults({ answer, picture }: DeckQuestion, phrases: DeckPhrases): Fault[] {
  switch (answer.form) {
    case 'one': {
      const right = answer.options.filter((option) => option.right).length;
      return [
        ...textFaults(answer.options, phrases),
        ...(right === 0 ? [{ field: 'options', says: phrases.noRight } as const] : []),
        ...(right > 1
          ? [
              {
                field: 'options',
                says: phrases.severalRight,
              } as const,
            ]
          : []),
      ];
    }
    case 'several':
      return [
        ...textFaults(answer.options, phrases),
        ...(answer.options.some((option) => option.right)
          ? []
          : [{ field: 'options', says: phrases.noneRight } as const]),
      ];
    case 'order':
      return textFaults(
        answer.items.map((text) => ({ text })),
        phrases,
      );
    case 'number':
      return answer.value === null ? [{ field: 'answer', says: phrases.noNumber }] : [];
    case 'object': {
      if (answer.expression.trim() === '')
        return [
          {
            field: 'answer',
            says: picture.trim() === '' ? phrases.noObject : phrases.noObjectInPicture,
          },
        ];
      const parsed = parseInput(`(${answer.expression}\n)`);
      return parsed.ok ? [] : [{ field: 'answer', says: phrases.noExpression(parsed.message) }];
    }
    case 'text':
      return [];
  }
}

function textFaults(options: readonly Pick<DeckOption, 'text'>[], phrases: DeckPhrases): Fault[] {
  if (options.length < 2) return [{ field: 'options', says: phrases.tooFew }];
  const texts = options.map(({ text }) => text.trim());
  const empty = texts.indexOf('');
  if (empty >= 0) return [{ field: 'options', says: phrases.emptyOption(empty + 1) }];
  const twice = texts.findIndex((text, at) => texts.indexOf(text) < at);
  if (twice < 0) return [];
  const first = texts.indexOf(texts[twice] ?? '');
  return [{ field: 'options', says: phrases.sameOptions(first + 1, twice + 1) }];
}
