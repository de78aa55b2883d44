'use client';

import { useState } from 'react';
import { NO_RULES } from '../../classroom/decideChallenge.ts';
import type { Ack } from '../../classroom/protocol/messages.ts';
import { Button } from '../design/button.tsx';
import { Segmented } from '../design/choices.tsx';
import { Dialog } from '../design/dialog.tsx';
import { Notice } from '../design/notice.tsx';
import { useRefusal } from '../language/refusal.ts';
import { useWords } from '../language/words.ts';
import type { CommandBody } from './connection.ts';
import { RulesFields } from './rules-fields.tsx';

export interface RoundDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly send: (body: CommandBody) => Promise<Ack>;
}

type Generation = '0' | '1' | '2';

/** A round that is run like a question: with a clock, and asking how sure everybody is. */
export function RoundDialog({ open, onOpenChange, send }: RoundDialogProps) {
  const { liveAsk, liveBar } = useWords('liveAsk', 'liveBar');
  const says = useRefusal();
  const [generation, setGeneration] = useState<Generation>('2');
  const [rules, setRules] = useState(NO_RULES);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  const ask = async () => {
    setBusy(true);
    const challenge = { kind: 'round', generation: GENERATION[generation] } as const;
    const ack = await send({ kind: 'challenge.open', challenge, rules });
    setBusy(false);
    setProblem(ack.ok ? undefined : says(ack.refusal));
    if (ack.ok) onOpenChange(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={liveAsk.round.title}
      description={liveAsk.round.about}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{liveAsk.cancel}</Button>
          <Button variant="primary" busy={busy} onClick={ask}>
            {liveAsk.askNow}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-col gap-2">
          <Segmented
            label={liveAsk.round.generation}
            value={generation}
            onChange={setGeneration}
            options={(['0', '1', '2'] as const).map((value) => ({ value, label: `gc.collect(${value})` }))}
          />
          <p className="text-sm text-muted">{liveBar.generations[GENERATION[generation]]}</p>
        </div>
        <RulesFields rules={rules} onChange={setRules} />
        {problem === undefined ? null : <Notice tone="error">{problem}</Notice>}
      </div>
    </Dialog>
  );
}

const GENERATION = { '0': 0, '1': 1, '2': 2 } as const;
