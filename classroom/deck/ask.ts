/** From an item of a deck to the challenge that is put to the class, and back from a question that was put. */
import { questionFault } from '../decideChallenge.ts';
import type { ChallengeBody, Form, Key, Rules, Solution } from '../protocol/challenge.ts';
import type { DeckItem, DeckQuestion } from '../protocol/deck.ts';
import { itemFaults } from './faults.ts';
import { type DeckPhrases, ENGLISH_DECK } from './phrases.ts';
import { promptText } from './text.ts';

type Question = Extract<ChallengeBody, { kind: 'question' }>;

export interface Hands {
  /** An order of so many indexes, for items that students put in order. */
  readonly shuffle: (length: number) => readonly number[];
  /** The object that an expression names, in the question's picture or in the heap of the class; or why there is none. */
  readonly locate: (expression: string) => number | string;
}

export type Asked =
  | {
      readonly ok: true;
      readonly challenge: Exclude<ChallengeBody, { kind: 'round' }>;
      readonly solution?: Solution;
      readonly rules: Rules;
    }
  | { readonly ok: false; readonly says: string };

export function ask(item: DeckItem, hands: Hands, phrases: DeckPhrases = ENGLISH_DECK): Asked {
  const fault = itemFaults(item, phrases)[0];
  if (fault !== undefined) return { ok: false, says: fault.says };
  const rules: Rules = { ...item.rules, speed: false };
  if (item.kind === 'task') {
    const { kind, prompt, setup, goals, statements } = item;
    return { ok: true, challenge: { kind, prompt: prompt.trim(), setup, goals, statements }, rules };
  }
  const parts = partsOf(item, hands, phrases);
  if (typeof parts === 'string') return { ok: false, says: parts };
  const { form, key, beliefs } = parts;
  const solution: Solution = {
    key,
    explanation: item.explanation.trim(),
    ...(beliefs.some((belief) => belief !== '') ? { beliefs } : {}),
  };
  const wrong = questionFault(form, solution);
  if (wrong !== null) return { ok: false, says: wrong };
  const picture = item.picture.trim() === '' ? {} : { picture: item.picture };
  const challenge: Question = { kind: 'question', prompt: promptText(item), ...picture, answer: form };
  return { ok: true, challenge, solution, rules };
}

interface Parts {
  readonly form: Form;
  readonly key: Key;
  readonly beliefs: string[];
}

function partsOf({ answer }: DeckQuestion, { shuffle, locate }: Hands, phrases: DeckPhrases): Parts | string {
  switch (answer.form) {
    case 'one':
    case 'several': {
      const options = answer.options.map(({ text }) => text.trim());
      const right = answer.options.flatMap((option, at) => (option.right ? [at] : []));
      const beliefs = answer.options.map((option) => (option.right ? '' : option.belief.trim()));
      const { form } = answer;
      const key: Key = form === 'one' ? { form, correct: right[0] ?? 0 } : { form, correct: right };
      return { form: { form, options }, key, beliefs };
    }
    case 'order': {
      const items = answer.items.map((item) => item.trim());
      const shown = shuffle(items.length);
      return {
        form: { form: 'order', items: shown.map((item) => items[item] ?? '') },
        key: { form: 'order', correct: items.map((_, item) => shown.indexOf(item)) },
        beliefs: [],
      };
    }
    case 'number': {
      const { value, tolerance, unit } = answer;
      if (value === null) return phrases.noNumber;
      return {
        form: { form: 'number', unit: unit.trim() },
        key: { form: 'number', value, tolerance },
        beliefs: [],
      };
    }
    case 'object': {
      const found = locate(answer.expression);
      if (typeof found === 'string') return found;
      return { form: { form: 'object' }, key: { form: 'object', correct: [found] }, beliefs: [] };
    }
    case 'text':
      return { form: { form: 'text' }, key: { form: 'text', model: answer.model.trim() }, beliefs: [] };
  }
}
