'use client';

import { useState } from 'react';
import type { Answer, Confidence, Form } from '../../classroom/protocol/challenge.ts';
import type { Ack } from '../../classroom/protocol/messages.ts';
import type { ChallengeState } from '../../classroom/protocol/state.ts';
import type { HeapView } from '../../heap/index.ts';
import { Button } from '../design/button.tsx';
import { ChoiceCards, Segmented } from '../design/choices.tsx';
import { Checkbox, TextArea, TextField } from '../design/field.tsx';
import { Notice } from '../design/notice.tsx';
import { type AnswerDraft, asAnswer, beginDraft } from './answer-draft.ts';
import type { CommandBody } from './connection.ts';
import { OrderList } from './order-list.tsx';
import { Inline } from './question-text.tsx';
import { answerOf, candidates } from './round.ts';

export interface AnswerFormProps {
  readonly challenge: ChallengeState;
  readonly form: Form;
  readonly me: string;
  readonly heap: HeapView;
  /** No answers are taken at the moment. */
  readonly closed: boolean;
  readonly send: (body: CommandBody) => Promise<Ack>;
}

const SURE: readonly { value: `${Confidence}`; label: string }[] = [
  { value: '1', label: 'Guessing' },
  { value: '2', label: 'Fairly sure' },
  { value: '3', label: 'Certain' },
];

/** A student's answer to a question of any form. Mount it with the challenge's number and vote as key. */
export function AnswerForm({ challenge, form, me, heap, closed, send }: AnswerFormProps) {
  const given = answerOf(challenge, me);
  const [draft, setDraft] = useState(() => beginDraft(form, given));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const answer = asAnswer(draft, challenge.rules.confidence);

  const submit = async () => {
    if (answer === null) return;
    setBusy(true);
    const ack = await send({ kind: 'challenge.answer', challenge: challenge.number, answer });
    setBusy(false);
    setProblem(ack.ok ? undefined : ack.refusal.message);
  };
  const inStep = answer !== null && same(answer, given);
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Control form={form} draft={draft} heap={heap} onChange={setDraft} />
      {challenge.rules.confidence && form.form !== 'text' ? (
        <div className="flex flex-wrap items-center gap-3 text-sm">
          <span className="font-medium">How sure are you?</span>
          <Segmented
            label="How sure are you?"
            value={`${draft.confidence}`}
            onChange={(value) =>
              setDraft({ ...draft, confidence: value === '3' ? 3 : value === '2' ? 2 : 1 })
            }
            options={SURE}
          />
        </div>
      ) : null}
      {problem === undefined ? null : <Notice tone="error">{problem}</Notice>}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" busy={busy} disabled={closed || answer === null || inStep}>
          {inStep ? 'Sent' : 'Send answer'}
        </Button>
        <p role="status" className="text-sm text-muted">
          {inStep ? 'It is in. You can change it until the teacher closes the question.' : ''}
        </p>
      </div>
    </form>
  );
}

function same(one: Answer, other: Answer | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function Control({
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
