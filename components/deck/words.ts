/** Words about decks that more than one place says. */

import type { Goal } from '../../classroom/protocol/challenge.ts';
import type { DeckAnswer, DeckItem } from '../../classroom/protocol/deck.ts';

export type FormName = DeckAnswer['form'];

/** As one chooses how a question is answered. */
export const FORM_LABELS: Readonly<Record<FormName, string>> = {
  one: 'One of several options',
  several: 'All options that are right',
  number: 'A number',
  order: 'Put in order',
  object: 'Point at an object',
  text: 'Own words, not graded',
};

/** As one sees in a list what a question asks for. */
const FORM_BADGES: Readonly<Record<FormName, string>> = {
  one: 'One option',
  several: 'Several',
  number: 'Number',
  order: 'Order',
  object: 'Object',
  text: 'Own words',
};

export function badgeOf(item: DeckItem): string {
  return item.kind === 'task' ? 'Task' : FORM_BADGES[item.answer.form];
}

/** The line of code that a question is about: many ask the same of different code. */
export function codeLine(item: DeckItem): string {
  const code = item.kind === 'task' ? item.setup : item.code;
  return code.trimEnd().split('\n').at(-1)?.trim() ?? '';
}

export const GOAL_LABELS: Readonly<Record<Goal['goal'], string>> = {
  leak: 'Leak exactly so many objects',
  free: 'Free all that a name leads to',
  bytes: 'Use so many bytes at most',
  shrink: 'Use so many per cent fewer bytes',
  arena: 'Give an arena back',
  generation: 'Bring an object to a generation',
  true: 'Make an expression true',
};

export const FIELD_HINT =
  'What stands in `backticks` is shown as code, and what stands between two lines of ``` as a block of it.';
