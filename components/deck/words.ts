/** What a list shows of an item of a deck. */
import type { DeckAnswer, DeckItem } from '../../classroom/protocol/deck.ts';
import type { Words } from '../language/words.ts';

export type FormName = DeckAnswer['form'];

/** What a question asks for. */
export function badgeOf(item: DeckItem, words: Words['deck']): string {
  return item.kind === 'task' ? words.task : words.forms[item.answer.form].badge;
}

/** The line of code that a question is about: many ask the same of different code. */
export function codeLine(item: DeckItem): string {
  const code = item.kind === 'task' ? item.setup : item.code;
  return code.trimEnd().split('\n').at(-1)?.trim() ?? '';
}
