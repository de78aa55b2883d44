'use client';

import type { Answer, Truth } from '../../classroom/protocol/challenge.ts';
import type { Called } from '../../classroom/review/objectNames.ts';
import { useWords } from '../language/words.ts';
import { ComparedMarks } from './compared-marks.tsx';
import { comparedMoves } from './round.ts';

/** Which objects moved to an older generation, and which of them I had said would. */
export function MovedTruth({
  truth,
  answer,
  called,
}: {
  readonly truth: Extract<Truth, { kind: 'round' }>;
  readonly answer: Answer | null;
  readonly called: Called;
}) {
  const { liveReveal } = useWords('liveReveal');
  const { moved, stayed } = comparedMoves(truth, answer, called);
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
