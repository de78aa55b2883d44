'use client';

import type { Form } from '../../classroom/protocol/challenge.ts';
import type { HeapView, Serial } from '../../heap/index.ts';
import { ChoiceCards } from '../design/choices.tsx';
import { TextArea, TextField } from '../design/field.tsx';
import { Checkbox } from '../design/toggles.tsx';
import { numberFault, readNumber } from '../language/typed-number.ts';
import { useLanguage, useWords } from '../language/words.ts';
import type { AnswerDraft } from './answer-draft.ts';
import { ObjectChoice } from './object-choice.tsx';
import { OptionLetter } from './option-letter.tsx';
import { OrderList } from './order-list.tsx';
import { Inline } from './question-text.tsx';

/** Where an answer is made, by the form of the question. */
export function AnswerControl({
  form,
  draft,
  heap,
  onChange,
  onPick,
}: {
  readonly form: Form;
  readonly draft: AnswerDraft;
  readonly heap: HeapView;
  readonly onChange: (draft: AnswerDraft) => void;
  /** Told besides, where an object is chosen. */
  readonly onPick?: ((serial: Serial) => void) | undefined;
}) {
  const { liveAnswer, design } = useWords('liveAnswer', 'design');
  const language = useLanguage();
  switch (form.form) {
    case 'one':
      return (
        <ChoiceCards
          label={liveAnswer.your}
          value={draft.chosen.length === 0 ? null : String(draft.chosen[0])}
          onChange={(value) => onChange({ ...draft, chosen: [Number(value)] })}
          options={form.options.map((option, index) => ({
            value: String(index),
            label: <Option index={index} text={option} />,
          }))}
        />
      );
    case 'several':
      return (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-2 text-sm font-medium">{liveAnswer.yourSeveral}</legend>
          {form.options.map((option, index) => (
            <Checkbox
              key={option}
              label={<Option index={index} text={option} />}
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
          label={form.unit === '' ? liveAnswer.your : liveAnswer.yourIn(form.unit)}
          inputMode="decimal"
          mono
          autoComplete="off"
          value={draft.text}
          onChange={(event) => onChange({ ...draft, text: event.target.value })}
          hint={design.number.hint}
          error={numberFault(readNumber(draft.text, language), { design })}
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
        <div className="flex flex-col gap-2">
          {onPick === undefined ? null : <p className="text-sm text-muted">{liveAnswer.chooseWhere}</p>}
          <ObjectChoice
            label={liveAnswer.yourObject}
            heap={heap}
            chosen={draft.chosen}
            several={false}
            onToggle={(serial) => {
              onPick?.(serial);
              onChange({ ...draft, chosen: [serial] });
            }}
          />
        </div>
      );
    case 'text':
      return (
        <TextArea
          label={liveAnswer.yourWords}
          rows={3}
          value={draft.text}
          onChange={(event) => onChange({ ...draft, text: event.target.value })}
        />
      );
  }
}

function Option({ index, text }: { readonly index: number; readonly text: string }) {
  return (
    <span className="flex items-center gap-2.5">
      <OptionLetter index={index} />
      <span className="min-w-0">
        <Inline text={text} />
      </span>
    </span>
  );
}
