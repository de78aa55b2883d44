'use client';

import { Dices } from 'lucide-react';
import { useMemo, useState } from 'react';
import { NO_RULES } from '../../classroom/decideChallenge.ts';
import type { Ack } from '../../classroom/protocol/messages.ts';
import type { ClassState } from '../../classroom/protocol/state.ts';
import type { Machine } from '../../heap/index.ts';
import { Badge } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { Notice } from '../design/notice.tsx';
import { Spinner } from '../design/spinner.tsx';
import { useRefusal } from '../language/refusal.ts';
import { useWords } from '../language/words.ts';
import { KindFields } from '../predict/kind-fields.tsx';
import { SolvedQuestion } from '../predict/solved-question.tsx';
import { usePrediction } from '../predict/use-prediction.ts';
import { askedBefore } from './asked-before.ts';
import type { CommandBody } from './connection.ts';
import { RulesFields } from './rules-fields.tsx';

export interface PredictionDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly state: ClassState;
  readonly machine: Machine | null;
  readonly digest: string;
  readonly send: (body: CommandBody) => Promise<Ack>;
}

/** The teacher looks at a question made from the heap, with its answer, takes another, or asks it. */
export function PredictionDialog(props: PredictionDialogProps) {
  const { liveAsk, predict } = useWords('liveAsk', 'predict');
  const says = useRefusal();
  const { open, onOpenChange, state, machine, digest, send } = props;
  const asked = useMemo(() => askedBefore(state.challenges), [state.challenges]);
  const { wish, setWish, choice, moment, again } = usePrediction(machine, digest, asked, open);
  const [rules, setRules] = useState(NO_RULES);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const chosen = choice?.kind === 'made' ? choice.chosen : null;

  const ask = async () => {
    if (chosen === null || moment === null) return;
    const { prediction } = chosen;
    setBusy(true);
    const ack = await send({ kind: 'challenge.predict', prediction, digest: moment, rules });
    setBusy(false);
    setProblem(ack.ok ? undefined : says(ack.refusal));
    if (ack.ok) onOpenChange(false);
  };
  const another = () => {
    setProblem(undefined);
    again();
  };

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="lg"
      title={liveAsk.predict.title}
      description={liveAsk.predict.about}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{liveAsk.cancel}</Button>
          <Button icon={Dices} disabled={choice === null} onClick={another}>
            {liveAsk.predict.another}
          </Button>
          <Button variant="primary" busy={busy} disabled={chosen === null} onClick={ask}>
            {liveAsk.askNow}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <KindFields
          {...wish}
          onChange={(next) => {
            setProblem(undefined);
            setWish(next);
          }}
        />
        <section
          aria-label={liveAsk.predict.withAnswer}
          aria-busy={choice === null}
          className="min-h-40 rounded-xl border border-line p-4"
        >
          {choice === null ? (
            <p role="status" className="flex items-center gap-3 text-sm text-muted">
              <Spinner /> {liveAsk.predict.asking}
            </p>
          ) : choice.kind === 'nothing' ? (
            <Notice tone="info">{choice.says}</Notice>
          ) : (
            <div className="flex flex-col gap-3">
              <p>
                <Badge tone="accent">{predict.kinds[choice.chosen.prediction.about]}</Badge>
              </p>
              <SolvedQuestion
                prompt={choice.chosen.prompt}
                form={choice.chosen.answer}
                answerKey={choice.chosen.solution.key}
                explanation={choice.chosen.solution.explanation}
              />
            </div>
          )}
        </section>
        <RulesFields rules={rules} onChange={setRules} />
        {problem === undefined ? null : <Notice tone="error">{problem}</Notice>}
      </div>
    </Dialog>
  );
}
