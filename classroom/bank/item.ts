/** A question of the shipped bank with what proves it, and the deck's question that it comes to. */
import type { DeckAnswer, DeckQuestion } from '../protocol/deck.ts';
import type { BeliefId } from './beliefs.ts';

interface Common {
  readonly id: string;
  /** The common beliefs that it is about. */
  readonly about: readonly BeliefId[];
  /** The belief as this question puts it. */
  readonly belief: string;
  /** Python, input by input as at the prompt; what the last input prints is asked for, unless `asks` says otherwise. */
  readonly code: string;
  readonly asks?: string;
  readonly why: string;
}

/** One right answer. */
export interface ChoiceItem extends Common {
  readonly form?: 'one';
  readonly right: string;
  /** Tempting answers, each with the belief behind it. */
  readonly wrong: readonly (readonly [answer: string, belief: string])[];
}

export interface NumberItem extends Common {
  readonly form: 'number';
  readonly value: number;
  readonly unit: string;
}

export interface SeveralItem extends Common {
  readonly form: 'several';
  readonly asks: string;
  /** Options of code with the belief behind each wrong one; null: right. */
  readonly options: readonly (readonly [code: string, belief: string | null])[];
  /** Python behind `code` that prints True where OPTION, replaced by the option, is right. */
  readonly probe: string;
}

export interface OrderItem extends Common {
  readonly form: 'order';
  readonly asks: string;
  /** In their right order. */
  readonly items: readonly string[];
  /** Python that prints a number for OPTION, growing in the right order; without it the last input prints the items. */
  readonly probe?: string;
}

export interface ObjectItem extends Common {
  readonly form: 'object';
  readonly asks: string;
  readonly picture: string;
  /** Expression for the object. */
  readonly object: string;
  /** Python behind the picture whose last input prints a list with that expression, chosen among others. */
  readonly proof: string;
}

export interface TextItem extends Common {
  readonly form: 'text';
  readonly asks: string;
  readonly model: string;
}

export type BankItem = ChoiceItem | NumberItem | SeveralItem | OrderItem | ObjectItem | TextItem;

/** What a question asks that says nothing else. */
export const ASKS_OUTPUT = 'What does the last line print?';

/** Options in an order that says nothing: numbers by value, words by their characters. */
function compare(one: string, other: string): number {
  const [a, b] = [Number(one), Number(other)];
  if (!Number.isNaN(a) && !Number.isNaN(b)) return a - b;
  return one < other ? -1 : one > other ? 1 : 0;
}

export function bankQuestion(item: BankItem, asksOutput = ASKS_OUTPUT): DeckQuestion {
  return {
    kind: 'question',
    prompt: item.asks ?? asksOutput,
    code: item.code,
    picture: item.form === 'object' ? item.picture : '',
    answer: answerOf(item),
    explanation: item.why,
    rules: { seconds: null, confidence: false },
  };
}

function answerOf(item: BankItem): DeckAnswer {
  switch (item.form) {
    case 'number':
      return { form: 'number', value: item.value, tolerance: 0, unit: item.unit };
    case 'several':
      return {
        form: 'several',
        options: item.options.map(([code, belief]) => ({
          text: `\`${code}\``,
          right: belief === null,
          belief: belief ?? '',
        })),
      };
    case 'order':
      return { form: 'order', items: [...item.items] };
    case 'object':
      return { form: 'object', expression: item.object };
    case 'text':
      return { form: 'text', model: item.model };
    default: {
      const beliefs = new Map(item.wrong);
      // Printed values are code, sentences are not.
      const shown = (option: string) => (item.asks === undefined ? `\`${option}\`` : option);
      const options = [item.right, ...beliefs.keys()].sort(compare);
      return {
        form: 'one',
        options: options.map((option) => ({
          text: shown(option),
          right: option === item.right,
          belief: beliefs.get(option) ?? '',
        })),
      };
    }
  }
}
