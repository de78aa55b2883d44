'use client';

import { useState } from 'react';
import type { Answer, Form } from '../../classroom/protocol/challenge.ts';
import type { Ack } from '../../classroom/protocol/messages.ts';
import type { ChallengeState } from '../../classroom/protocol/state.ts';
import type { HeapView } from '../../heap/index.ts';
import { Button } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { useRefusal } from '../language/refusal.ts';
import { useLanguage, useWords } from '../language/words.ts';
import { AnswerControl } from './answer-control.tsx';
import { asAnswer, beginDraft } from './answer-draft.ts';
import type { CommandBody } from './connection.ts';
import { HowSure } from './how-sure.tsx';
import { answerOf } from './round.ts';
import { SEND_ROW } from './send-row.ts';
import type { Pointing } from './use-pointing.ts';

export interface AnswerFormProps {
  readonly challenge: ChallengeState;
  readonly form: Form;
  readonly me: string;
  readonly heap: HeapView;
  /** What I point at, in a list or in a picture. */
  readonly pointing: Pointing | null;
  /** No answers are taken at the moment. */
  readonly closed: boolean;
  readonly send: (body: CommandBody) => Promise<Ack>;
}

/** A student's answer to a question of any form. Mount it with the challenge's number and vote as key. */
export function AnswerForm({ challenge, form, me, heap, pointing, closed, send }: AnswerFormProps) {
  const { liveAnswer } = useWords('liveAnswer');
  const says = useRefusal();
  const language = useLanguage();
  const given = answerOf(challenge, me);
  const [typed, setDraft] = useState(() => beginDraft(form, given, language));
  const draft =
    form.form === 'object' && pointing !== null
      ? { ...typed, chosen: pointing.picked === null ? [] : [pointing.picked] }
      : typed;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const answer = asAnswer(draft, challenge.rules.confidence, language);

  const submit = async () => {
    if (answer === null) return;
    setBusy(true);
    const ack = await send({ kind: 'challenge.answer', challenge: challenge.number, answer });
    setBusy(false);
    setProblem(ack.ok ? undefined : says(ack.refusal));
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
      <AnswerControl form={form} draft={draft} heap={heap} onChange={setDraft} onPick={pointing?.pick} />
      {challenge.rules.confidence && form.form !== 'text' ? (
        <HowSure value={draft.confidence} onChange={(confidence) => setDraft({ ...draft, confidence })} />
      ) : null}
      {problem === undefined ? null : <Notice tone="error">{problem}</Notice>}
      <div className={SEND_ROW}>
        <Button type="submit" variant="primary" busy={busy} disabled={closed || answer === null || inStep}>
          {inStep ? liveAnswer.sent : liveAnswer.send}
        </Button>
        <p role="status" className="text-sm text-muted">
          {inStep ? liveAnswer.isIn : ''}
        </p>
      </div>
    </form>
  );
}

function same(one: Answer, other: Answer | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
