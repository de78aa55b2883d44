/** A question that a teacher is writing: one shape for all forms, and the challenge it comes to. */
import { questionFault } from '../../classroom/decideChallenge.ts';
import type { ChallengeBody, Form, Rules, Solution } from '../../classroom/protocol/challenge.ts';

export type Question = Extract<ChallengeBody, { kind: 'question' }>;
export type FormName = Form['form'];

export interface QuestionDraft {
  readonly form: FormName;
  readonly prompt: string;
  readonly options: readonly string[];
  /** Indexes of the right options; for an order the options stand in their right order. */
  readonly correct: readonly number[];
  /** The belief behind each wrong option. */
  readonly beliefs: readonly string[];
  readonly value: string;
  readonly tolerance: string;
  readonly unit: string;
  readonly model: string;
  readonly explanation: string;
}

export const EMPTY_QUESTION: QuestionDraft = {
  form: 'one',
  prompt: '',
  options: ['', ''],
  correct: [0],
  beliefs: [],
  value: '',
  tolerance: '0',
  unit: '',
  model: '',
  explanation: '',
};

export const PLAIN_RULES: Rules = { seconds: null, confidence: false, speed: false };

/** Opens a ready question for changes. */
export function draftOf(question: Question, solution: Solution): QuestionDraft {
  const { answer: form, prompt } = question;
  const { key, explanation, beliefs = [] } = solution;
  const base = { ...EMPTY_QUESTION, form: form.form, prompt, explanation, beliefs };
  if (key.form === 'one' && form.form === 'one')
    return { ...base, options: form.options, correct: [key.correct] };
  if (key.form === 'several' && form.form === 'several')
    return { ...base, options: form.options, correct: key.correct };
  if (key.form === 'order' && form.form === 'order')
    return { ...base, options: key.correct.map((item) => form.items[item] ?? '') };
  if (key.form === 'number' && form.form === 'number')
    return { ...base, value: String(key.value), tolerance: String(key.tolerance), unit: form.unit };
  return key.form === 'text' ? { ...base, model: key.model } : base;
}

type Made =
  | { readonly ok: true; readonly challenge: Question; readonly solution: Solution }
  | { readonly ok: false; readonly problem: string };

/** `shuffle` gives an order of so many indexes, for items that students have to put in order. */
export function questionOf(draft: QuestionDraft, shuffle: (length: number) => number[]): Made {
  const wrong = (problem: string): Made => ({ ok: false, problem });
  const prompt = draft.prompt.trim();
  if (prompt === '') return wrong('A question needs its text.');
  const options = draft.options.map((option) => option.trim());
  const chosen = draft.form === 'one' || draft.form === 'several' || draft.form === 'order';
  if (chosen && options.includes('')) return wrong('Every option has to be filled in.');
  const parts = partsOf(draft, options, shuffle);
  if (typeof parts === 'string') return wrong(parts);
  const beliefs = draft.beliefs.slice(0, options.length).map((belief) => belief.trim());
  const solution: Solution = {
    key: parts.key,
    explanation: draft.explanation.trim(),
    ...(beliefs.some((belief) => belief !== '') ? { beliefs } : {}),
  };
  const fault = questionFault(parts.answer, solution);
  return fault === null
    ? { ok: true, challenge: { kind: 'question', prompt, answer: parts.answer }, solution }
    : wrong(fault);
}

function partsOf(
  { form, correct, value, tolerance, unit, model }: QuestionDraft,
  options: string[],
  shuffle: (length: number) => number[],
): { readonly answer: Form; readonly key: Solution['key'] } | string {
  switch (form) {
    case 'one': {
      const [first] = correct;
      if (first === undefined) return 'Mark the option that is right.';
      return { answer: { form, options }, key: { form, correct: first } };
    }
    case 'several':
      return { answer: { form, options }, key: { form, correct: [...correct] } };
    case 'order': {
      const shown = shuffle(options.length);
      return {
        answer: { form, items: shown.map((item) => options[item] ?? '') },
        key: { form, correct: options.map((_, item) => shown.indexOf(item)) },
      };
    }
    case 'number': {
      const [right, around] = [Number(value), Number(tolerance)];
      if (value.trim() === '' || !Number.isFinite(right)) return 'The right number is missing.';
      if (!Number.isFinite(around) || around < 0) return 'The tolerance has to be a number, 0 or more.';
      return { answer: { form, unit: unit.trim() }, key: { form, value: right, tolerance: around } };
    }
    case 'text':
      return { answer: { form }, key: { form, model: model.trim() } };
    case 'object':
      return 'Which object is meant has to be chosen in the heap.';
  }
}
