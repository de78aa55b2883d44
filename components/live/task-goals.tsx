'use client';

import { Check, CircleDashed } from 'lucide-react';
import { goalWords, standingWords } from '../../classroom/goalPhrases.ts';
import type { Task, Verdict } from '../../classroom/tasks.ts';
import { useWords } from '../language/words.ts';

/** How the goals stand on one fork. */
export function Goals({ verdicts }: { readonly verdicts: readonly Verdict[] }) {
  const { liveAnswer, deck } = useWords('liveAnswer', 'deck');
  const words = liveAnswer.task;
  const said = verdicts.map(({ met, standing }) => ({ met, says: standingWords(standing, deck.goals) }));
  return (
    <ul aria-label={words.goals} className="flex flex-col gap-1.5 text-sm">
      {said.map(({ met, says }) => (
        <li key={says} className="flex items-start gap-2">
          {met ? (
            <Check aria-label={words.met} className="mt-0.5 size-4 shrink-0 text-newborn-ink" />
          ) : (
            <CircleDashed aria-label={words.notMet} className="mt-0.5 size-4 shrink-0 text-faint" />
          )}
          <span className="min-w-0 wrap-anywhere">{says}</span>
        </li>
      ))}
    </ul>
  );
}

/** What is to be reached, for those who only watch. */
export function TaskGoals({ task }: { readonly task: Task }) {
  const { goals: phrases } = useWords('deck').deck;
  return (
    <ul className="list-disc pl-5 text-sm">
      {task.goals
        .map((goal) => goalWords(goal, phrases))
        .map((words) => (
          <li key={words}>{words}</li>
        ))}
    </ul>
  );
}
