'use client';

import { useState } from 'react';
import { BANK, bankQuestion } from '../../classroom/bank/index.ts';
import { ask as askedOf } from '../../classroom/deck/ask.ts';
import type { Ack } from '../../classroom/protocol/messages.ts';
import { MAX } from '../../classroom/protocol/shapes.ts';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { SelectField, TextArea, TextField } from '../design/field.tsx';
import { Notice } from '../design/notice.tsx';
import type { CommandBody } from './connection.ts';
import { OptionFields } from './option-fields.tsx';
import {
  draftOf,
  EMPTY_QUESTION,
  type FormName,
  PLAIN_RULES,
  type QuestionDraft,
  questionOf,
} from './question-draft.ts';
import { RulesFields } from './rules-fields.tsx';

const OWN = 'own';

const FORMS: readonly { readonly value: Exclude<FormName, 'object'>; readonly label: string }[] = [
  { value: 'one', label: 'One of several options' },
  { value: 'several', label: 'All options that are right' },
  { value: 'number', label: 'A number' },
  { value: 'order', label: 'Put in order' },
  { value: 'text', label: 'Own words, not graded' },
];

export interface QuestionDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly send: (body: CommandBody) => Promise<Ack>;
}

function shuffled(length: number): number[] {
  const rest = Array.from({ length }, (_, index) => index);
  return Array.from({ length }, () => rest.splice(Math.floor(Math.random() * rest.length), 1)[0] ?? 0);
}

/** The teacher writes a question, or takes a ready one and changes it. */
export function QuestionDialog({ open, onOpenChange, send }: QuestionDialogProps) {
  const [from, setFrom] = useState(OWN);
  const [draft, setDraft] = useState<QuestionDraft>(EMPTY_QUESTION);
  const [rules, setRules] = useState(PLAIN_RULES);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  const take = (choice: string) => {
    setFrom(choice);
    const item = BANK.flatMap(({ items }) => items).find(({ id }) => id === choice);
    const ready =
      item === undefined ? null : askedOf(bankQuestion(item), { shuffle: shuffled, locate: () => '' });
    setDraft(
      ready?.ok === true && ready.challenge.kind === 'question' && ready.solution !== undefined
        ? draftOf(ready.challenge, ready.solution)
        : EMPTY_QUESTION,
    );
    setProblem(undefined);
  };
  const ask = async () => {
    const made = questionOf(draft, shuffled);
    if (!made.ok) {
      setProblem(made.problem);
      return;
    }
    setBusy(true);
    const { challenge, solution } = made;
    const ack = await send({ kind: 'challenge.open', challenge, solution, rules });
    setBusy(false);
    if (!ack.ok) {
      setProblem(ack.refusal.message);
      return;
    }
    take(OWN);
    onOpenChange(false);
  };

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="lg"
      title="Ask the class a question"
      description="Students see the text and the options. What is right, and why, they see when you reveal it."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button variant="primary" busy={busy} onClick={ask}>
            Ask now
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <SelectField
          label="Begin with"
          hint="The ready questions are each about a belief that is common and wrong."
          value={from}
          onChange={take}
          options={[
            { value: OWN, label: 'A question of my own' },
            ...BANK.flatMap(({ title, items }) =>
              items
                .filter(({ form }) => form !== 'object')
                .map(({ id, belief }) => ({ value: id, label: `${title}: “${belief}”` })),
            ),
          ]}
        />
        <TextArea
          label="Question"
          hint="What stands between two lines of ``` is shown as a block of code, what stands in `backticks` as a piece of it."
          rows={4}
          mono
          maxLength={MAX.prompt}
          value={draft.prompt}
          onChange={(event) => setDraft({ ...draft, prompt: event.target.value })}
        />
        <SelectField
          label="Form of the answer"
          value={draft.form}
          onChange={(value) => {
            const form = FORMS.find((one) => one.value === value)?.value ?? 'one';
            setDraft({ ...draft, form, correct: form === 'one' ? draft.correct.slice(0, 1) : draft.correct });
          }}
          options={FORMS}
        />
        <Solution draft={draft} onChange={setDraft} />
        <TextArea
          label="Explanation"
          hint="Shown after the reveal."
          rows={2}
          maxLength={MAX.explanation}
          value={draft.explanation}
          onChange={(event) => setDraft({ ...draft, explanation: event.target.value })}
        />
        <RulesFields rules={rules} onChange={setRules} />
        {problem === undefined ? null : <Notice tone="error">{problem}</Notice>}
      </div>
    </Dialog>
  );
}

function Solution({
  draft,
  onChange,
}: {
  readonly draft: QuestionDraft;
  readonly onChange: (draft: QuestionDraft) => void;
}) {
  switch (draft.form) {
    case 'one':
    case 'several':
    case 'order':
      return <OptionFields draft={draft} onChange={onChange} />;
    case 'number':
      return (
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField
            label="Right number"
            inputMode="decimal"
            mono
            value={draft.value}
            onChange={(event) => onChange({ ...draft, value: event.target.value })}
          />
          <TextField
            label="Tolerance"
            inputMode="decimal"
            mono
            value={draft.tolerance}
            onChange={(event) => onChange({ ...draft, tolerance: event.target.value })}
          />
          <TextField
            label="Unit"
            placeholder="bytes"
            maxLength={20}
            value={draft.unit}
            onChange={(event) => onChange({ ...draft, unit: event.target.value })}
          />
        </div>
      );
    case 'text':
      return (
        <TextArea
          label="What a good answer says"
          rows={2}
          maxLength={MAX.explanation}
          value={draft.model}
          onChange={(event) => onChange({ ...draft, model: event.target.value })}
        />
      );
    case 'object':
      return null;
  }
}
