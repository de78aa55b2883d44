'use client';

import { useMemo, useState } from 'react';
import { grade } from '../../classroom/marking.ts';
import type { AskedBefore, Chosen } from '../../classroom/predict/index.ts';
import { useLanguage } from '../language/words.ts';
import { type AnswerDraft, asAnswer, beginDraft } from '../live/answer-draft.ts';
import { type MakingPrediction, usePrediction } from '../predict/use-prediction.ts';
import type { BenchState } from './bench.ts';

export interface Answered {
  readonly chosen: Chosen;
  readonly right: boolean;
  /** The answer as it was given. */
  readonly draft: AnswerDraft;
}

export interface Practice {
  readonly on: boolean;
  readonly toggle: () => void;
  readonly making: MakingPrediction;
  /** The question that stands, with what was typed so far. */
  readonly draft: AnswerDraft | null;
  readonly change: (draft: AnswerDraft) => void;
  /** Null before it is answered. */
  readonly answered: Answered | null;
  readonly check: () => void;
  readonly next: () => void;
  readonly tally: { readonly right: number; readonly asked: number };
}

/** While a question waits for its answer, no mark of a leak gives it away. */
export function hidesLeaks({ on, answered, draft }: Practice): boolean {
  return on && answered === null && draft !== null;
}

const NOTHING_ASKED: readonly AskedBefore[] = [];

/** Predictions alone: questions about the heap on the bench, answered at once, with a running tally. */
export function usePractice(state: BenchState): Practice {
  const language = useLanguage();
  const [on, setOn] = useState(false);
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [tally, setTally] = useState({ right: 0, asked: 0 });
  const [typed, setTyped] = useState<{ readonly chosen: Chosen; readonly draft: AnswerDraft } | null>(null);
  const { machine, statements } = state;
  const moment = useMemo(
    () => (on ? `${statements.length} ${machine.digest()}` : ''),
    [on, machine, statements],
  );
  const making = usePrediction(machine, moment, NOTHING_ASKED, on && answered === null);
  const chosen = making.choice?.kind === 'made' ? making.choice.chosen : null;
  const draft =
    chosen === null
      ? null
      : typed?.chosen === chosen
        ? typed.draft
        : beginDraft(chosen.answer, null, language);

  return {
    on,
    toggle: () => setOn((before) => !before),
    making,
    draft,
    change: (next) => {
      if (chosen !== null) setTyped({ chosen, draft: next });
    },
    answered,
    check: () => {
      const answer = draft === null ? null : asAnswer(draft, false, language);
      if (chosen === null || draft === null || answer === null) return;
      const { share } = grade(answer, { kind: 'question', solution: chosen.solution }, 2, null);
      const right = share === 1;
      setAnswered({ chosen, right, draft });
      setTally((before) => ({ right: before.right + Number(right), asked: before.asked + 1 }));
    },
    next: () => {
      setAnswered(null);
      making.again();
    },
    tally,
  };
}
