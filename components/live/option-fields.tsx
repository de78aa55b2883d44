'use client';

import { Plus, X } from 'lucide-react';
import { MAX } from '../../classroom/protocol/shapes.ts';
import { Button, IconButton } from '../design/button.tsx';
import { TextField } from '../design/field.tsx';
import type { QuestionDraft } from './question-draft.ts';

const LETTERS = 'ABCDEFGH';

const LEGEND = {
  one: 'Options, with the right one marked',
  several: 'Options, with all right ones marked',
  order: 'Items in their right order; students get them shuffled',
} as const;

/** The options of a question and which of them are right. */
export function OptionFields({
  draft,
  onChange,
}: {
  readonly draft: QuestionDraft;
  readonly onChange: (draft: QuestionDraft) => void;
}) {
  const { options, correct, form } = draft;
  const order = form === 'order';
  const mark = (index: number, on: boolean) =>
    onChange({
      ...draft,
      correct:
        form === 'one' ? [index] : on ? [...correct, index].sort() : correct.filter((one) => one !== index),
    });
  const drop = (index: number) =>
    onChange({
      ...draft,
      options: options.filter((_, at) => at !== index),
      beliefs: draft.beliefs.filter((_, at) => at !== index),
      correct: correct.filter((one) => one !== index).map((one) => (one > index ? one - 1 : one)),
    });
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 text-sm font-medium">
        {form === 'order' || form === 'several' ? LEGEND[form] : LEGEND.one}
      </legend>
      {options.map((option, index) => {
        const letter = LETTERS[index] ?? '';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place in the list
          <div key={index} className="flex items-center gap-2">
            {order ? (
              <span className="w-5 text-right text-sm text-faint tabular">{index + 1}</span>
            ) : (
              <input
                type={form === 'one' ? 'radio' : 'checkbox'}
                name="right"
                aria-label={`Option ${letter} is right`}
                checked={correct.includes(index)}
                onChange={(event) => mark(index, event.target.checked)}
                className="size-5 shrink-0 accent-(--accent)"
              />
            )}
            <TextField
              label={`Option ${letter}`}
              hideLabel
              placeholder={`Option ${letter}`}
              maxLength={MAX.option}
              value={option}
              onChange={(event) => onChange({ ...draft, options: options.with(index, event.target.value) })}
              className="flex-1"
            />
            <IconButton
              icon={X}
              label={`Remove option ${letter}`}
              size="sm"
              disabled={options.length <= 2}
              onClick={() => drop(index)}
            />
          </div>
        );
      })}
      <div>
        <Button
          size="sm"
          variant="quiet"
          icon={Plus}
          disabled={options.length >= MAX.options}
          onClick={() => onChange({ ...draft, options: [...options, ''] })}
        >
          Add an option
        </Button>
      </div>
    </fieldset>
  );
}
