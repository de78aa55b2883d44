'use client';

import { useId } from 'react';
import { DECK, type DeckAnswer, type DeckQuestion } from '../../classroom/protocol/deck.ts';
import { MAX } from '../../classroom/protocol/shapes.ts';
import { TextArea, TextField } from '../design/field.tsx';
import { SelectField } from '../design/select.tsx';
import { useWords } from '../language/words.ts';
import { CodeArea } from './code-area.tsx';
import { withForm } from './new-items.ts';
import { NumberField } from './number-field.tsx';
import { OptionRows, OrderRows } from './option-rows.tsx';
import type { FormName } from './words.ts';

const FORMS: readonly FormName[] = ['one', 'several', 'number', 'order', 'object', 'text'];

export interface QuestionFieldsProps {
  readonly question: DeckQuestion;
  readonly onChange: (question: DeckQuestion) => void;
}

/** Everything about a question but how it is run. */
export function QuestionFields({ question, onChange }: QuestionFieldsProps) {
  const { question: words, forms } = useWords('deck').deck;
  const { prompt, code, picture, answer, explanation } = question;
  const put = (change: Partial<DeckQuestion>) => onChange({ ...question, ...change });
  return (
    <div className="flex flex-col gap-4">
      <TextArea
        label={words.prompt}
        hint={words.promptHint}
        rows={3}
        maxLength={MAX.prompt}
        value={prompt}
        onChange={(event) => put({ prompt: event.target.value })}
      />
      <CodeArea
        label={words.code}
        hint={words.codeHint}
        rows={3}
        value={code}
        onChange={(changed) => put({ code: changed })}
      />
      <CodeArea
        label={words.picture}
        hint={words.pictureHint}
        rows={2}
        value={picture}
        onChange={(changed) => put({ picture: changed })}
      />
      <SelectField
        label={words.form}
        value={answer.form}
        onChange={(value) => {
          const form = FORMS.find((one) => one === value);
          if (form !== undefined) put({ answer: withForm(answer, form) });
        }}
        options={FORMS.map((form) => ({ value: form, label: forms[form].label }))}
      />
      <AnswerFields
        answer={answer}
        pictured={picture.trim() !== ''}
        onChange={(changed) => put({ answer: changed })}
      />
      <TextArea
        label={words.explanation}
        hint={words.explanationHint}
        rows={3}
        maxLength={MAX.explanation}
        value={explanation}
        onChange={(event) => put({ explanation: event.target.value })}
      />
    </div>
  );
}

function AnswerFields({
  answer,
  pictured,
  onChange,
}: {
  readonly answer: DeckAnswer;
  readonly pictured: boolean;
  readonly onChange: (answer: DeckAnswer) => void;
}) {
  const words = useWords('deck').deck.question;
  const group = useId();
  switch (answer.form) {
    case 'one':
    case 'several':
      return <OptionRows answer={answer} group={group} onChange={onChange} />;
    case 'order':
      return <OrderRows answer={answer} onChange={onChange} />;
    case 'number':
      return (
        <div className="grid items-start gap-4 sm:grid-cols-3">
          <NumberField
            label={words.rightNumber}
            value={answer.value}
            optional
            gap
            onChange={(value) => onChange({ ...answer, value })}
          />
          <NumberField
            label={words.tolerance}
            value={answer.tolerance}
            min={0}
            onChange={(tolerance) => onChange({ ...answer, tolerance: tolerance ?? 0 })}
          />
          <TextField
            label={words.unit}
            placeholder={words.unitExample}
            maxLength={DECK.unit}
            value={answer.unit}
            onChange={(event) => onChange({ ...answer, unit: event.target.value })}
          />
        </div>
      );
    case 'object':
      return (
        <TextField
          label={words.object}
          hint={pictured ? words.objectInPicture : words.objectInClass}
          mono
          spellCheck={false}
          autoComplete="off"
          maxLength={DECK.expression}
          value={answer.expression}
          onChange={(event) => onChange({ ...answer, expression: event.target.value })}
        />
      );
    case 'text':
      return (
        <TextArea
          label={words.model}
          rows={3}
          maxLength={MAX.explanation}
          value={answer.model}
          onChange={(event) => onChange({ ...answer, model: event.target.value })}
        />
      );
  }
}
