/** An answer that is being made: one shape for all forms of questions, and the answer it comes to. */
import type { Language } from '../../classroom/languages.ts';
import type { Answer, Confidence, Form } from '../../classroom/protocol/challenge.ts';
import { readNumber, typedNumber } from '../language/typed-number.ts';

export interface AnswerDraft {
  readonly form: Form['form'];
  /** Indexes of options, the order of items, or the serial of an object. */
  readonly chosen: readonly number[];
  /** What was typed. */
  readonly text: string;
  readonly confidence: Confidence;
}

/** Begins with what was sent before, if anything was. */
export function beginDraft({ form, ...rest }: Form, given: Answer | null, language: Language): AnswerDraft {
  const empty: AnswerDraft = {
    form,
    chosen: 'items' in rest ? rest.items.map((_, index) => index) : [],
    text: '',
    confidence: given !== null && 'confidence' in given ? (given.confidence ?? 1) : 1,
  };
  switch (given?.kind) {
    case 'one':
      return { ...empty, chosen: [given.choice] };
    case 'several':
      return { ...empty, chosen: given.choices };
    case 'order':
      return { ...empty, chosen: given.order };
    case 'object':
      return { ...empty, chosen: [given.serial] };
    case 'number':
      return { ...empty, text: typedNumber(given.value, language) };
    case 'text':
      return { ...empty, text: given.text };
    default:
      return empty;
  }
}

/** The answer, or null where there is none yet. */
export function asAnswer(
  { form, chosen, text, confidence }: AnswerDraft,
  asksHowSure: boolean,
  language: Language,
): Answer | null {
  const sure = asksHowSure ? { confidence } : {};
  const [first] = chosen;
  switch (form) {
    case 'one':
      return first === undefined ? null : { kind: 'one', choice: first, ...sure };
    case 'several':
      return first === undefined ? null : { kind: 'several', choices: [...chosen], ...sure };
    case 'order':
      return { kind: 'order', order: [...chosen], ...sure };
    case 'object':
      return first === undefined ? null : { kind: 'object', serial: first, ...sure };
    case 'number': {
      const read = readNumber(text, language);
      return read.kind === 'number' ? { kind: 'number', value: read.value, ...sure } : null;
    }
    case 'text':
      return text.trim() === '' ? null : { kind: 'text', text: text.trim() };
  }
}
