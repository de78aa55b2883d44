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
  const [prompt, setPrompt] = useState('');
  const [explanation, setExplanation] = useState('');
  const [rules, setRules] = useState(NO_RULES);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  const ask = async () => {
    const correct = living(picking.objects, heap).slice(0, MAX.marked);
    if (prompt.trim() === '') return setProblem('A question needs its text.');
    if (correct.length === 0) return setProblem('Choose at least one object that is right.');
    setBusy(true);
    const ack = await send({
      kind: 'challenge.open',
      challenge: { kind: 'question', prompt: prompt.trim(), answer: { form: 'object' } },
      solution: { key: { form: 'object', correct }, explanation: explanation.trim() },
      rules,
    });
    setBusy(false);
    if (!ack.ok) return setProblem(ack.refusal.message);
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
      title="Ask the class to point at an object"
      description="Students choose one object in the graph, the table, the tree or a list. Which are right, and why, they see when you reveal it."
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
        <TextArea
          label="Question"
          hint="What stands in `backticks` is shown as a piece of code."
          placeholder="Which object keeps the list of `a` alive?"
          rows={3}
          maxLength={MAX.prompt}
          value={prompt}
          onChange={(event) => setPrompt(event.target.value)}
        />
        <ObjectFields picking={picking} heap={heap} />
        <TextArea
          label="Explanation"
          hint="Shown after the reveal."
          rows={2}
          maxLength={MAX.explanation}
          value={explanation}
          onChange={(event) => setExplanation(event.target.value)}
        />
        <RulesFields rules={rules} onChange={setRules} />
        {problem === undefined ? null : <Notice tone="error">{problem}</Notice>}
      </div>
    </Dialog>
  );
}
