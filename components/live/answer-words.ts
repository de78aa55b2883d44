/** Answers and keys as words, for lists, reports and screen readers. */
import type { Answer, ChallengeBody, Form, Key } from '../../classroom/protocol/challenge.ts';
import type { Called } from '../../classroom/review/objectNames.ts';
import type { Words } from '../language/words.ts';

function plain(text: string | undefined): string {
  return (text ?? '').replaceAll('`', '');
}

function optionsOf(form: Form): readonly string[] {
  return form.form === 'one' || form.form === 'several'
    ? form.options
    : form.form === 'order'
      ? form.items
      : [];
}

/** `called`: what the object is that somebody pointed at. */
export function answerWords(
  body: ChallengeBody,
  answer: Answer | undefined,
  { liveAnswer: { said } }: Pick<Words, 'liveAnswer'>,
  called: Called = said.object,
): string {
  if (answer === undefined) return '';
  const options = body.kind === 'question' ? optionsOf(body.answer) : [];
  switch (answer.kind) {
    case 'round':
      return said.round(answer.returned, answer.freed.length);
    case 'one':
      return plain(options[answer.choice]);
    case 'several':
      return answer.choices.map((choice) => plain(options[choice])).join('; ');
    case 'order':
      return answer.order.map((item) => plain(options[item])).join(' → ');
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

/** The right answer; null where options show it themselves. */
export function keyWords(form: Form, key: Key): string | null {
  switch (key.form) {
    case 'number': {
      const unit = form.form === 'number' && form.unit !== '' ? ` ${form.unit}` : '';
      return `${key.value}${key.tolerance > 0 ? ` ± ${key.tolerance}` : ''}${unit}`;
    }
    case 'order': {
      const items = optionsOf(form);
      return key.correct.map((item) => plain(items[item])).join(' → ');
    }
    case 'text':
      return key.model === '' ? null : key.model;
    default:
      return null;
  }
}
