'use client';

import { useState } from 'react';
import { NO_RULES } from '../../classroom/decideChallenge.ts';
import { ask } from '../../classroom/deck/ask.ts';
import { locate, OWN_MODULE, runInputs } from '../../classroom/deck/run.ts';
import type { DeckItem } from '../../classroom/protocol/deck.ts';
import type { Ack } from '../../classroom/protocol/messages.ts';
import type { Machine } from '../../heap/index.ts';
import { CheckPanel } from '../deck/check-panel.tsx';
import { NEW_QUESTION, NEW_TASK } from '../deck/new-items.ts';
import { Picker } from '../deck/picker.tsx';
import { QuestionFields } from '../deck/question-fields.tsx';
import { SaveToDeck } from '../deck/save-to-deck.tsx';
import { TaskFields } from '../deck/task-fields.tsx';
import { Button } from '../design/button.tsx';
import { Segmented } from '../design/choices.tsx';
import { Dialog } from '../design/dialog.tsx';
import { Notice } from '../design/notice.tsx';
import { useRefusal } from '../language/refusal.ts';
import { useWords } from '../language/words.ts';
import type { CommandBody } from './connection.ts';
import { RulesFields } from './rules-fields.tsx';

const NEW: Readonly<Record<DeckItem['kind'], DeckItem>> = { question: NEW_QUESTION, task: NEW_TASK };

export interface AskDialogProps {
  readonly kind: DeckItem['kind'];
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** The class's heap, for questions that mean one of its objects. */
  readonly machine: Machine | null;
  /** The teacher's module. */
  readonly module: string;
  readonly send: (body: CommandBody) => Promise<Ack>;
}

function shuffled(length: number): number[] {
  const rest = Array.from({ length }, (_, index) => index);
  return Array.from({ length }, () => rest.splice(Math.floor(Math.random() * rest.length), 1)[0] ?? 0);
}

/** The teacher writes a question or a task, or takes one from the bank or a deck and changes it; it may be kept. */
export function AskDialog({ kind, open, onOpenChange, machine, module, send }: AskDialogProps) {
  const [item, setItem] = useState<DeckItem>(NEW[kind]);
  const [taken, setTaken] = useState(0);
  const [view, setView] = useState<'write' | 'take'>(kind === 'question' ? 'write' : 'take');
  const [rules, setRules] = useState(NO_RULES);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const { liveAsk, deck } = useWords('liveAsk', 'deck');
  const says = useRefusal();
  const words = liveAsk[kind];

  const take = (chosen: DeckItem) => {
    setItem(chosen);
    setTaken(taken + 1);
    setRules({ ...NO_RULES, ...chosen.rules });
    setProblem(undefined);
    setView('write');
  };
  const find = (expression: string): number | string => {
    const picture = item.kind === 'question' ? item.picture : '';
    if (picture.trim() !== '') return locate(runInputs(picture).machine, OWN_MODULE, expression, deck.says);
    return machine === null ? liveAsk.heapNotHere : locate(machine, module, expression, deck.says);
  };
  const put = async () => {
    const asked = ask(item, { shuffle: shuffled, locate: find }, deck.says);
    if (!asked.ok) {
      setProblem(asked.says);
      return;
    }
    const { challenge, solution } = asked;
    setBusy(true);
    const body = { kind: 'challenge.open', challenge, rules } as const;
    const ack = await send(solution === undefined ? body : { ...body, solution });
    setBusy(false);
    if (!ack.ok) {
      setProblem(says(ack.refusal));
      return;
    }
    take(NEW[kind]);
    onOpenChange(false);
  };

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="lg"
      title={words.title}
      description={words.about}
      footer={
        view === 'take' ? (
          <Button onClick={() => onOpenChange(false)}>{liveAsk.cancel}</Button>
        ) : (
          <>
            {problem === undefined ? null : (
              <Notice tone="error" className="w-full">
                {problem}
              </Notice>
            )}
            <div className="mr-auto">
              <SaveToDeck
                item={{ ...item, rules: { seconds: rules.seconds, confidence: rules.confidence } }}
              />
            </div>
            <Button onClick={() => onOpenChange(false)}>{liveAsk.cancel}</Button>
            <Button variant="primary" busy={busy} onClick={put}>
              {words.now}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <Segmented
          label={liveAsk.whereFrom}
          value={view}
          onChange={setView}
          options={[
            { value: 'write', label: words.write },
            { value: 'take', label: words.take },
          ]}
        />
        {view === 'take' ? (
          <Picker kind={kind} action={liveAsk.use} onPick={take} />
        ) : (
          <div key={taken} className="flex flex-col gap-4">
            {item.kind === 'question' ? (
              <QuestionFields question={item} onChange={setItem} />
            ) : (
              <TaskFields task={item} onChange={setItem} />
            )}
            <CheckPanel item={item} quiet />
            <RulesFields rules={rules} onChange={setRules} />
          </div>
        )}
      </div>
    </Dialog>
  );
}
