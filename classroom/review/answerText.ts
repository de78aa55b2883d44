/** Answers and keys as plain text, for spreadsheets and for counting equal answers: in full, where pages abbreviate. */
import { goalWords } from '../goalPhrases.ts';
import type { Answer, ChallengeBody, Form, Truth } from '../protocol/challenge.ts';
import { ANSWER_PHRASES, type AnswerPhrases } from './answerPhrases.ts';
import type { Called } from './objectNames.ts';

const ENGLISH = ANSWER_PHRASES.en;

/** Options are written with `code` marks; a spreadsheet has no use for them. */
function plain(text: string | undefined): string {
  return (text ?? '').replaceAll('`', '');
}

export function optionsOf(form: Form): readonly string[] {
  switch (form.form) {
    case 'one':
    case 'several':
      return form.options.map(plain);
    case 'order':
      return form.items.map(plain);
    default:
      return [];
  }
}

function listed(options: readonly string[], indexes: readonly number[], between: string): string {
  return indexes.map((index) => options[index] ?? '').join(between);
}

function objects(serials: readonly number[], called: Called, { nothing }: AnswerPhrases): string {
  return serials.length === 0 ? nothing : serials.map(called).join(' | ');
}

const ascending = (a: number, b: number): number => a - b;

/** Two answers that mean the same have the same text, in whatever order their marks were set. */
export function answerText(
  body: ChallengeBody,
  answer: Answer,
  called: Called,
  phrases: AnswerPhrases = ENGLISH,
): string {
  const options = body.kind === 'question' ? optionsOf(body.answer) : [];
  switch (answer.kind) {
    case 'round': {
      const moved =
        body.kind === 'round' && body.generation < 2
          ? phrases.moved(objects([...answer.moved].sort(ascending), called, phrases))
          : '';
      return (
        phrases.round(answer.returned, objects([...answer.freed].sort(ascending), called, phrases)) + moved
      );
    }
    case 'one':
      return options[answer.choice] ?? '';
    case 'several':
      return answer.choices.length === 0
        ? phrases.none
        : listed(options, [...answer.choices].sort(ascending), '; ');
    case 'order':
      return listed(options, answer.order, ' → ');
    case 'number':
      return String(answer.value);
    case 'object':
      return called(answer.serial);
    case 'text':
      return answer.text;
    case 'task':
      return answer.inputs.join('\n');
  }
}

/** What was right. */
export function truthText(
  body: ChallengeBody,
  truth: Truth,
  called: Called,
  phrases: AnswerPhrases = ENGLISH,
): string {
  if (truth.kind === 'round') {
    const moved =
      body.kind === 'round' && body.generation < 2
        ? phrases.moved(objects(truth.moved, called, phrases))
        : '';
    return phrases.round(truth.returned, objects(truth.freed, called, phrases)) + moved;
  }
  if (truth.kind === 'task') {
    return body.kind === 'task'
      ? body.goals.map((goal) => goalWords(goal, phrases.goals)).join('; ')
      : truth.goals.join('; ');
  }
  const { key } = truth.solution;
  const options = body.kind === 'question' ? optionsOf(body.answer) : [];
  switch (key.form) {
    case 'one':
      return options[key.correct] ?? '';
    case 'several':
      return listed(options, key.correct, '; ');
    case 'order':
      return listed(options, key.correct, ' → ');
    case 'number':
      return key.tolerance > 0 ? `${key.value} ± ${key.tolerance}` : String(key.value);
    case 'object':
      return objects(key.correct, called, phrases);
    case 'text':
      return key.model;
  }
}

/** What was asked, in one line. */
export function challengeText(body: ChallengeBody, phrases: AnswerPhrases = ENGLISH): string {
  return body.kind === 'round' ? phrases.asks(body.generation) : body.prompt;
}

/** The beliefs behind the wrong parts of an answer; none where the author named none. */
export function beliefsOf(answer: Answer, truth: Truth): readonly string[] {
  if (truth.kind !== 'question') return [];
  const { key, beliefs = [] } = truth.solution;
  const chosen = answer.kind === 'one' ? [answer.choice] : answer.kind === 'several' ? answer.choices : [];
  const right = key.form === 'one' ? [key.correct] : key.form === 'several' ? key.correct : [];
  return chosen
    .filter((choice) => !right.includes(choice))
    .map((choice) => beliefs[choice] ?? '')
    .filter((belief) => belief !== '');
}
