'use client';

import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { Ack } from '../../classroom/protocol/messages.ts';
import { MAX } from '../../classroom/protocol/shapes.ts';
import { Button, IconButton } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { SelectField, TextArea, TextField } from '../design/field.tsx';
import { Notice } from '../design/notice.tsx';
import type { CommandBody } from './connection.ts';
import { type DraftQuestion, READY_QUESTIONS } from './ready-questions.ts';

const MOST_OPTIONS = 6;
const LETTERS = 'ABCDEF';
const OWN = 'own';
const EMPTY: DraftQuestion = { prompt: '', options: ['', ''], correct: 0, explanation: '' };

export interface QuestionDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly send: (body: CommandBody) => Promise<Ack>;
}

/** The teacher writes a question, or takes a ready one and changes it. */
export function QuestionDialog({ open, onOpenChange, send }: QuestionDialogProps) {
  const [from, setFrom] = useState(OWN);
  const [draft, setDraft] = useState<DraftQuestion>(EMPTY);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  const take = (choice: string) => {
    setFrom(choice);
    setDraft(READY_QUESTIONS[Number(choice)] ?? EMPTY);
    setProblem(undefined);
  };
  const ask = async () => {
    const options = draft.options.map((option) => option.trim());
    if (draft.prompt.trim() === '' || options.includes('')) {
      setProblem('A question needs its text and every option filled in.');
      return;
    }
    setBusy(true);
    const ack = await send({
      kind: 'challenge.open',
      challenge: { kind: 'question', prompt: draft.prompt.trim(), answer: { form: 'one', options } },
      solution: { key: { form: 'one', correct: draft.correct }, explanation: draft.explanation.trim() },
    });
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
      description="Students see the text and the options. Which one is right, and why, they see when you reveal it."
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
          value={from}
          onChange={take}
          options={[
            { value: OWN, label: 'A question of my own' },
            ...READY_QUESTIONS.map((question, index) => ({
              value: String(index),
              label: `Ready: ${oneLine(question.prompt)}`,
            })),
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
        <Options draft={draft} onChange={setDraft} />
        <TextArea
          label="Explanation"
          hint="Shown after the reveal."
          rows={2}
          maxLength={MAX.explanation}
          value={draft.explanation}
          onChange={(event) => setDraft({ ...draft, explanation: event.target.value })}
        />
        {problem === undefined ? null : <Notice tone="error">{problem}</Notice>}
      </div>
    </Dialog>
  );
}

function Options({
  draft,
  onChange,
}: {
  readonly draft: DraftQuestion;
  readonly onChange: (draft: DraftQuestion) => void;
}) {
  const { options, correct } = draft;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 text-sm font-medium">Options, with the right one marked</legend>
      {options.map((option, index) => {
        const letter = LETTERS[index] ?? '';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place in the list
          <div key={index} className="flex items-center gap-2">
            <input
              type="radio"
              name="right"
              aria-label={`Option ${letter} is right`}
              checked={correct === index}
              onChange={() => onChange({ ...draft, correct: index })}
              className="size-5 shrink-0 accent-(--accent)"
            />
            <TextField
              label={`Option ${letter}`}
              hideLabel
              placeholder={`Option ${letter}`}
              maxLength={MAX.option}
              value={option}
              onChange={(event) =>
                onChange({
                  ...draft,
                  options: options.map((old, at) => (at === index ? event.target.value : old)),
                })
              }
              className="flex-1"
            />
            <IconButton
              icon={X}
              label={`Remove option ${letter}`}
              size="sm"
              disabled={options.length <= 2}
              onClick={() =>
                onChange({
                  ...draft,
                  options: options.filter((_, at) => at !== index),
                  correct: correct > index ? correct - 1 : correct === index ? 0 : correct,
                })
              }
            />
          </div>
        );
      })}
      <div>
        <Button
          size="sm"
          variant="quiet"
          icon={Plus}
          disabled={options.length >= MOST_OPTIONS}
          onClick={() => onChange({ ...draft, options: [...options, ''] })}
        >
          Add an option
        </Button>
      </div>
    </fieldset>
  );
}

function oneLine(prompt: string): string {
  const line = prompt.replaceAll('`', '').replace(/\s+/g, ' ').trim();
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
}
