/** Items as they begin, and what stays of an answer when its form is changed. */

import type { Goal } from '../../classroom/protocol/challenge.ts';
import type { DeckAnswer, DeckOption, DeckQuestion, DeckTask } from '../../classroom/protocol/deck.ts';
import type { FormName } from './words.ts';

const PLAIN_RUN = { seconds: null, confidence: false } as const;
const BLANK: DeckOption = { text: '', right: false, belief: '' };

export const NEW_QUESTION: DeckQuestion = {
  kind: 'question',
  prompt: '',
  code: '',
  picture: '',
  answer: { form: 'one', options: [{ ...BLANK, right: true }, BLANK] },
  explanation: '',
  rules: PLAIN_RUN,
};

export const NEW_TASK: DeckTask = {
  kind: 'task',
  prompt: '',
  setup: '',
  goals: [{ goal: 'leak', objects: 1 }],
  statements: null,
  rules: PLAIN_RUN,
};

export function blankOption(): DeckOption {
  return BLANK;
}

/** Texts of options and items go along; so does which of them are right. */
export function withForm(answer: DeckAnswer, form: FormName): DeckAnswer {
  if (form === answer.form) return answer;
  const texts =
    'options' in answer
      ? answer.options
      : 'items' in answer
        ? answer.items.map((text) => ({ ...BLANK, text }))
        : [];
  const filled =
    texts.length >= 2 ? texts : [...texts, ...Array.from({ length: 2 - texts.length }, () => BLANK)];
  switch (form) {
    case 'one': {
      const right = Math.max(
        0,
        filled.findIndex((option) => option.right),
      );
      return { form, options: filled.map((option, at) => ({ ...option, right: at === right })) };
    }
    case 'several':
      return { form, options: filled };
    case 'order':
      return { form, items: filled.map(({ text }) => text) };
    case 'number': {
      const right =
        'options' in answer ? answer.options.find((option) => option.right)?.text.replaceAll('`', '') : '';
      const value = right === undefined || right.trim() === '' ? Number.NaN : Number(right);
      return { form, value: Number.isFinite(value) ? value : null, tolerance: 0, unit: '' };
    }
    case 'object':
      return { form, expression: '' };
    case 'text':
      return { form, model: '' };
  }
}

export function newGoal(goal: Goal['goal']): Goal {
  switch (goal) {
    case 'leak':
      return { goal, objects: 1 };
    case 'free':
      return { goal, name: 'a' };
    case 'bytes':
      return { goal, most: 1000 };
    case 'shrink':
      return { goal, percent: 25 };
    case 'arena':
      return { goal };
    case 'generation':
      return { goal, name: 'a', generation: 2 };
    case 'true':
      return { goal, expression: 'True' };
  }
}
