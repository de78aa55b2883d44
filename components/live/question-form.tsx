'use client';

import { useState } from 'react';
import type { Ack } from '../../classroom/protocol/messages.ts';
import type { ChallengeState } from '../../classroom/protocol/state.ts';
import { Button } from '../design/button.tsx';
import { ChoiceCards } from '../design/choices.tsx';
import { Notice } from '../design/notice.tsx';
import type { CommandBody } from './connection.ts';
import { Inline } from './question-text.tsx';
import { answerOf } from './round.ts';

export interface QuestionFormProps {
  readonly challenge: ChallengeState;
  readonly me: string;
  readonly send: (body: CommandBody) => Promise<Ack>;
}

/** A student's answer. Mount it with the challenge's number as key. */
export function QuestionForm({ challenge, me, send }: QuestionFormProps) {
  const { challenge: body } = challenge;
  const given = answerOf(challenge, me);
  const sent = given?.kind === 'question' ? given.choice : null;
  const [choice, setChoice] = useState(sent);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  if (body.kind !== 'question') return null;

  const submit = async () => {
    if (choice === null) return;
    setBusy(true);
    const ack = await send({
      kind: 'challenge.answer',
      challenge: challenge.number,
      answer: { kind: 'question', choice },
    });
    setBusy(false);
    setProblem(ack.ok ? undefined : ack.refusal.message);
  };
  const inStep = choice !== null && choice === sent;
  return (
    <div className="flex flex-col gap-4">
      <ChoiceCards
        label="Your answer"
        value={choice === null ? null : String(choice)}
        onChange={(value) => setChoice(Number(value))}
        options={body.options.map((option, index) => ({
          value: String(index),
          label: <Inline text={option} />,
        }))}
      />
      {problem === undefined ? null : <Notice tone="error">{problem}</Notice>}
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary" busy={busy} disabled={choice === null || inStep} onClick={submit}>
          {inStep ? 'Sent' : 'Send answer'}
        </Button>
        <p role="status" className="text-sm text-muted">
          {inStep ? 'It is in. You can change it until the teacher reveals.' : ''}
        </p>
      </div>
    </div>
  );
}
