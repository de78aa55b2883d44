import { Check } from 'lucide-react';
import type { Form, Key } from '../../classroom/protocol/challenge.ts';
import { classes } from '../design/classes.ts';
import { useWords } from '../language/words.ts';
import { keyWords } from '../live/answer-words.ts';
import { Inline, QuestionText } from '../live/question-text.tsx';

const BOX = 'flex items-center gap-2.5 rounded-lg border px-3 py-2 text-sm';

/** A question with its right answer marked, and why it is right: before it is asked, or after it was answered. */
export function SolvedQuestion({
  prompt,
  form,
  answerKey,
  explanation,
}: {
  /** Left out where it stands above already. */
  readonly prompt?: string;
  readonly form: Form;
  readonly answerKey: Key;
  readonly explanation: string;
}) {
  return (
    <div className="flex flex-col gap-3">
      {prompt === undefined ? null : <QuestionText text={prompt} />}
      <RightAnswer form={form} answerKey={answerKey} />
      <QuestionText text={explanation} className="text-sm text-muted" />
    </div>
  );
}

function RightAnswer({ form, answerKey }: { readonly form: Form; readonly answerKey: Key }) {
  const { predict } = useWords('predict');
  const right =
    answerKey.form === 'one' ? [answerKey.correct] : answerKey.form === 'several' ? answerKey.correct : [];
  if (form.form !== 'one' && form.form !== 'several') {
    return (
      <p className={classes(BOX, 'border-newborn bg-newborn-soft')}>
        <Check aria-hidden className="size-4 shrink-0 text-newborn-ink" />
        <span className="font-medium tabular">{keyWords(form, answerKey)}</span>
      </p>
    );
  }
  return (
    <ol className="flex flex-col gap-1.5">
      {form.options.map((option, index) => (
        <li
          key={option}
          className={classes(BOX, right.includes(index) ? 'border-newborn bg-newborn-soft' : 'border-line')}
        >
          {right.includes(index) ? (
            <Check aria-hidden className="size-4 shrink-0 text-newborn-ink" />
          ) : (
            <span className="w-4 shrink-0" />
          )}
          <span className="min-w-0 flex-1">
            <Inline text={option} />
            {right.includes(index) ? <span className="sr-only"> {predict.right}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
