/** Where ready questions and tasks come from, and how they are found. */
import { BANK, bankQuestion } from '../../classroom/bank/index.ts';
import { bankItemInWords } from '../../classroom/bank/words.ts';
import { headline } from '../../classroom/deck/text.ts';
import type { DeckItem } from '../../classroom/protocol/deck.ts';
import type { Words } from '../language/words.ts';
import { readyTasks } from '../live/ready-tasks.ts';
import { codeLine } from './words.ts';

export interface Ready {
  readonly id: string;
  readonly item: DeckItem;
  /** Under what it stands: a chapter of the bank, a deck. */
  readonly group: string;
  readonly title: string;
  /** The title is a line of code. */
  readonly isCode: boolean;
  /** The belief that it is about, where it is known. */
  readonly belief: string | null;
}

const PLAIN_RUN = { seconds: null, confidence: false } as const;

/** In the language of whoever asks: what is asked goes to the class in these words. */
export function bankQuestions({ bankTexts }: Pick<Words, 'bankTexts'>): Ready[] {
  return BANK.flatMap(({ title, items }, chapter) =>
    items.map((english) => {
      const item = bankItemInWords(english, bankTexts.of[english.id]);
      const question = bankQuestion(item, bankTexts.asksOutput);
      const asks = item.code === '' || item.asks !== undefined ? headline(question.prompt, 90) : '';
      return {
        id: item.id,
        item: question,
        group: bankTexts.chapters[chapter] ?? title,
        title: asks === '' ? codeLine(question) : asks,
        isCode: asks === '',
        belief: item.belief,
      };
    }),
  );
}

export function bankTasks(words: Pick<Words, 'readyTasks'>): Ready[] {
  return readyTasks(words).map(({ id, title, task }) => ({
    id,
    item: { ...task, rules: PLAIN_RUN },
    group: words.readyTasks.group,
    title,
    isCode: false,
    belief: null,
  }));
}

/** The items of a deck as they can be chosen. */
export function readyOf(deck: string, items: readonly DeckItem[], noText: string): Ready[] {
  return items.map((item, at) => ({
    id: `${at}`,
    item,
    group: deck,
    title: headline(item.prompt, 90) || noText,
    isCode: false,
    belief: null,
  }));
}

/** Those whose text has all of these words, in any order and case. */
export function searched(ready: readonly Ready[], words: string): readonly Ready[] {
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return ready;
  return ready.filter((one) => {
    const text = textOf(one).toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

function textOf({ group, title, belief, item }: Ready): string {
  const parts = [group, title, belief ?? '', item.prompt];
  if (item.kind === 'task') parts.push(item.setup);
  else {
    const { answer } = item;
    parts.push(item.code, item.explanation);
    if ('options' in answer) for (const option of answer.options) parts.push(option.text, option.belief);
    if ('items' in answer) parts.push(...answer.items);
  }
  return parts.join('\n');
}
