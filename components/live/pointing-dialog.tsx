'use client';

import { useState } from 'react';
import { NO_RULES } from '../../classroom/decideChallenge.ts';
import type { Ack } from '../../classroom/protocol/messages.ts';
import { MAX } from '../../classroom/protocol/shapes.ts';
import type { HeapView } from '../../heap/index.ts';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { TextArea } from '../design/field.tsx';
import { Notice } from '../design/notice.tsx';
import { useRefusal } from '../language/refusal.ts';
import { useWords } from '../language/words.ts';
import type { CommandBody } from './connection.ts';
import { ObjectFields } from './object-fields.tsx';
import { RulesFields } from './rules-fields.tsx';
import { living, type Picking } from './use-picking.ts';

export interface PointingDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly heap: HeapView;
  readonly picking: Picking;
  readonly send: (body: CommandBody) => Promise<Ack>;
}

/** The teacher asks the class to point at an object of the heap, and points at the right ones first. */
export function PointingDialog({ open, onOpenChange, heap, picking, send }: PointingDialogProps) {
  const { liveAsk } = useWords('liveAsk');
  const says = useRefusal();
  const words = liveAsk.point;
  const [prompt, setPrompt] = useState('');
  const [explanation, setExplanation] = useState('');
  const [rules, setRules] = useState(NO_RULES);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  const ask = async () => {
    const correct = living(picking.objects, heap).slice(0, MAX.marked);
    if (prompt.trim() === '') return setProblem(words.noText);
    if (correct.length === 0) return setProblem(words.noObject);
    setBusy(true);
    const ack = await send({
      kind: 'challenge.open',
      challenge: { kind: 'question', prompt: prompt.trim(), answer: { form: 'object' } },
      solution: { key: { form: 'object', correct }, explanation: explanation.trim() },
      rules,
    });
    setBusy(false);
    if (!ack.ok) return setProblem(says(ack.refusal));
    setPrompt('');
    setExplanation('');
    setProblem(undefined);
    picking.clear();
    onOpenChange(false);
  };

  return (
    <Dialog
      open={open && !picking.on}
      onOpenChange={onOpenChange}
      size="lg"
      title={words.title}
      description={words.about}
      footer={
        <>
          {problem === undefined ? null : (
            <Notice tone="error" className="w-full">
              {problem}
            </Notice>
          )}
          <Button onClick={() => onOpenChange(false)}>{liveAsk.cancel}</Button>
          <Button variant="primary" busy={busy} onClick={ask}>
            {liveAsk.askNow}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TextArea
          label={words.question}
          hint={words.questionHint}
          placeholder={words.example}
          rows={3}
          maxLength={MAX.prompt}
          value={prompt}
          onChange={(event) => setPrompt(event.target.value)}
        />
        <ObjectFields picking={picking} heap={heap} />
        <TextArea
          label={words.explanation}
          hint={words.explanationHint}
          rows={2}
          maxLength={MAX.explanation}
          value={explanation}
          onChange={(event) => setExplanation(event.target.value)}
        />
        <RulesFields rules={rules} onChange={setRules} />
      </div>
    </Dialog>
  );
}
