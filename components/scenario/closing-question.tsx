'use client';

import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { closingQuestion } from '../../classroom/scenarios/question.ts';
import type { Scenario } from '../../classroom/scenarios/scenario.ts';
import { Button } from '../design/button.tsx';
import { classes } from '../design/classes.ts';
import { Dialog } from '../design/dialog.tsx';
import { Notice } from '../design/notice.tsx';
import { useWords } from '../language/words.ts';
import { Inline, QuestionText } from '../live/question-text.tsx';
import { useTold } from './use-told.ts';

/** The question that closes a scenario, for one alone: an answer is told at once. */
export function ClosingQuestion({
  scenario,
  open,
  onOpenChange,
}: {
  readonly scenario: Scenario;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}) {
  const words = useWords('scenario', 'design');
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={words.scenario.question.title}
      footer={<Button onClick={() => onOpenChange(false)}>{words.design.close}</Button>}
    >
      <Question scenario={scenario} />
    </Dialog>
  );
}

function Question({ scenario }: { readonly scenario: Scenario }) {
  const { scenario: spoken, scenarioTexts } = useWords('scenario', 'scenarioTexts');
  const words = spoken.question;
  const told = useTold();
  const [chosen, setChosen] = useState<number | null>(null);
  const asked = closingQuestion(told(scenario), scenarioTexts.asksOutput);
  if (!asked.ok || asked.challenge.kind !== 'question' || asked.solution === undefined) return null;
  const { challenge, solution } = asked;
  if (challenge.answer.form !== 'one' || solution.key.form !== 'one') return null;
  const { correct } = solution.key;
  const right = chosen === correct;
  const belief = chosen === null ? '' : (solution.beliefs?.[chosen] ?? '');
  return (
    <div className="flex flex-col gap-4">
      <QuestionText text={challenge.prompt} />
      <ol className="flex flex-col gap-2">
        {challenge.answer.options.map((option, index) => (
          <li key={option}>
            <button
              type="button"
              aria-pressed={chosen === index}
              onClick={() => setChosen(index)}
              className={classes(
                'flex min-h-11 w-full cursor-pointer items-center gap-3 rounded-lg border px-4 py-2 text-left',
                chosen === index ? 'border-accent bg-accent-soft' : 'border-line-strong hover:border-edge',
              )}
            >
              <span className="min-w-0 flex-1">
                <Inline text={option} />
              </span>
              {chosen !== index ? null : right ? (
                <Check aria-hidden className="size-5 text-newborn-ink" />
              ) : (
                <X aria-hidden className="size-5 text-danger" />
              )}
            </button>
          </li>
        ))}
      </ol>
      {chosen === null ? null : right ? (
        <Notice tone="good" title={words.right}>
          <Inline text={solution.explanation} />
        </Notice>
      ) : (
        <Notice title={words.wrong}>
          {belief === '' ? null : <Inline text={`${words.belief(belief)} `} />}
          {words.another}
        </Notice>
      )}
    </div>
  );
}
