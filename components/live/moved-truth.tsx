'use client';

import type { Answer, Truth } from '../../classroom/protocol/challenge.ts';
import type { HeapView } from '../../heap/index.ts';
import { useWords } from '../language/words.ts';
import { ComparedMarks } from './compared-marks.tsx';
import { comparedMoves } from './round.ts';

/** Which objects moved to an older generation, and which of them I had said would. */
export function MovedTruth({
  truth,
  answer,
  heap,
}: {
  readonly truth: Extract<Truth, { kind: 'round' }>;
  readonly answer: Answer | null;
  readonly heap: HeapView | null;
}) {
  const words = useWords('liveReveal');
  const { liveReveal } = words;
  const { moved, stayed } = comparedMoves(truth, answer, heap, words);
  return (
    <div>
      <h3 className="text-sm font-medium">
        {moved.length === 0 ? liveReveal.movedNothing : liveReveal.moved(moved.length)}
      </h3>
      <ComparedMarks
        right={moved}
        wrong={stayed}
        answered={answer !== null}
        wrongWord={liveReveal.didNotMove}
      />
    </div>
  );
}
