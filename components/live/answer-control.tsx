'use client';

import type { Form } from '../../classroom/protocol/challenge.ts';
import type { HeapView } from '../../heap/index.ts';
import { ChoiceCards } from '../design/choices.tsx';
import { Checkbox, TextArea, TextField } from '../design/field.tsx';
import type { AnswerDraft } from './answer-draft.ts';
import { OrderList } from './order-list.tsx';
import { Inline } from './question-text.tsx';
import { candidates } from './round.ts';

/** Where an answer is made, by the form of the question. */
export function AnswerControl({
  form,
  draft,
  heap,
  onChange,
}: {
  readonly form: Form;
  readonly draft: AnswerDraft;
  readonly heap: HeapView;
  readonly onChange: (draft: AnswerDraft) => void;
}) {
  switch (form.form) {
    case 'one':
      return (
        <ChoiceCards
          label="Your answer"
          value={draft.chosen.length === 0 ? null : String(draft.chosen[0])}
          onChange={(value) => onChange({ ...draft, chosen: [Number(value)] })}
          options={form.options.map((option, index) => ({
            value: String(index),
            label: <Inline text={option} />,
          }))}
        />
      );
    case 'several':
      return (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-2 text-sm font-medium">Your answer: all that are right</legend>
          {form.options.map((option, index) => (
            <Checkbox
              key={option}
              label={<Inline text={option} />}
              checked={draft.chosen.includes(index)}
              onChange={(on) =>
                onChange({
                  ...draft,
                  chosen: on
                    ? [...draft.chosen, index].sort((a, b) => a - b)
                    : draft.chosen.filter((one) => one !== index),
                })
              }
            />
          ))}
        </fieldset>
      );
    case 'number':
      return (
        <TextField
          label={form.unit === '' ? 'Your answer' : `Your answer, in ${form.unit}`}
          inputMode="decimal"
          mono
          autoComplete="off"
          value={draft.text}
          onChange={(event) => onChange({ ...draft, text: event.target.value })}
          {...(draft.text.trim() !== '' && Number.isNaN(Number(draft.text))
            ? { error: 'A number, please.' }
            : {})}
        />
      );
    case 'order':
      return (
        <OrderList
          items={form.items}
          order={draft.chosen}
          onChange={(chosen) => onChange({ ...draft, chosen })}
        />
      );
    case 'object':
      return (
        <div className="max-h-72 overflow-auto">
          <ChoiceCards
            label="Your answer: the object that is meant"
            value={draft.chosen.length === 0 ? null : String(draft.chosen[0])}
            onChange={(value) => onChange({ ...draft, chosen: [Number(value)] })}
            options={candidates(heap).map(({ serial, type, repr, owner }) => ({
              value: String(serial),
              label: (
                <>
                  {type} <span className="font-mono">{repr}</span>
                </>
              ),
              ...(owner === null ? {} : { hint: `made by ${owner}` }),
            }))}
          />
        </div>
      );
    case 'text':
      return (
        <TextArea
          label="Your answer, in your own words"
          rows={3}
          value={draft.text}
          onChange={(event) => onChange({ ...draft, text: event.target.value })}
        />
      );
  }
}
