'use client';

import { Check, Crosshair, Dices, Play, X } from 'lucide-react';
import { Badge } from '../design/badge.tsx';
import { Button, IconButton } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { Panel } from '../design/panel.tsx';
import { Spinner } from '../design/spinner.tsx';
import { useLanguage, useWords } from '../language/words.ts';
import { AnswerControl } from '../live/answer-control.tsx';
import { asAnswer } from '../live/answer-draft.ts';
import { answerWords } from '../live/answer-words.ts';
import { QuestionText } from '../live/question-text.tsx';
import { KindFields } from '../predict/kind-fields.tsx';
import { SolvedQuestion } from '../predict/solved-question.tsx';
import { type BenchState, MODULE } from './bench.ts';
import type { Answered, Practice } from './use-practice.ts';

export interface PracticePaneProps {
  readonly practice: Practice;
  readonly state: BenchState;
  readonly onRun: (source: string) => void;
}

/** Predict, and be told at once: a question about the heap as it stands, its answer, the next one. */
export function PracticePane({ practice, state, onRun }: PracticePaneProps) {
  const words = useWords('sandbox').sandbox.practice;
  const { making, tally, answered } = practice;
  return (
    <Panel
      title={
        <span className="inline-flex items-center gap-2">
          <Crosshair aria-hidden className="size-4 text-accent" />
          {words.title}
        </span>
      }
      actions={
        <span className="flex items-center gap-2">
          {tally.asked === 0 ? null : (
            <Badge>
              <span data-testid="tally">{words.tally(tally.right, tally.asked)}</span>
            </Badge>
          )}
          <IconButton icon={X} size="sm" label={words.leave} onClick={practice.toggle} />
        </span>
      }
    >
      <div className="flex flex-col gap-4">
        <KindFields {...making.wish} onChange={making.setWish} />
        {answered === null ? (
          <Asking practice={practice} state={state} />
        ) : (
          <Told answered={answered} practice={practice} onRun={onRun} />
        )}
      </div>
    </Panel>
  );
}

function Asking({ practice, state }: Pick<PracticePaneProps, 'practice' | 'state'>) {
  const language = useLanguage();
  const words = useWords('sandbox').sandbox.practice;
  const { making, draft } = practice;
  const { choice } = making;
  if (choice === null) {
    return (
      <p role="status" className="flex items-center gap-3 text-sm text-muted">
        <Spinner /> {words.asking}
      </p>
    );
  }
  if (choice.kind === 'nothing') return <Notice tone="info">{choice.says}</Notice>;
  if (draft === null) return null;
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        practice.check();
      }}
    >
      <QuestionText text={choice.chosen.prompt} />
      <AnswerControl form={choice.chosen.answer} draft={draft} heap={state.view} onChange={practice.change} />
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          variant="primary"
          icon={Check}
          disabled={asAnswer(draft, false, language) === null}
        >
          {words.check}
        </Button>
        <Button icon={Dices} variant="quiet" onClick={making.again}>
          {words.another}
        </Button>
      </div>
    </form>
  );
}

function Told({
  answered: { chosen, right, draft },
  practice,
  onRun,
}: {
  readonly answered: Answered;
  readonly practice: Practice;
  readonly onRun: (source: string) => void;
}) {
  const language = useLanguage();
  const all = useWords('sandbox', 'liveAnswer');
  const words = all.sandbox.practice;
  const { prompt, answer: form, solution, lines } = chosen;
  const given = asAnswer(draft, false, language);
  const runnable = lines.every(({ module }) => module === MODULE);
  return (
    <div className="flex flex-col gap-4">
      <QuestionText text={prompt} />
      <div role="status">
        <Notice tone={right ? 'good' : 'warning'} title={right ? words.right : words.wrong}>
          {words.answer(answerWords({ kind: 'question', prompt, answer: form }, given ?? undefined, all))}
        </Notice>
      </div>
      <SolvedQuestion form={form} answerKey={solution.key} explanation={solution.explanation} />
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" icon={Dices} onClick={practice.next}>
          {words.next}
        </Button>
        {runnable ? (
          <Button
            icon={Play}
            variant="quiet"
            onClick={() => onRun(lines.map(({ source }) => source).join('\n'))}
          >
            {words.runHere}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
