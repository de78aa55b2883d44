'use client';

import { Check, CircleDashed, X } from 'lucide-react';
import type { Answer, Truth } from '../../classroom/protocol/challenge.ts';
import type { HeapView } from '../../heap/index.ts';
import { Badge } from '../design/badge.tsx';
import { useWords } from '../language/words.ts';
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
  const words = useWords();
  const { liveReveal } = words;
  const { moved, stayed } = comparedMoves(truth, answer, heap, words);
  return (
    <div>
      <h3 className="text-sm font-medium">
        {moved.length === 0 ? liveReveal.movedNothing : liveReveal.moved(moved.length)}
      </h3>
      <ul className="mt-1.5 flex max-h-48 flex-col gap-1 overflow-auto text-sm">
        {moved.map(({ serial, name, marked }) => (
          <li key={serial} className="flex items-start gap-2">
            {answer === null ? null : marked ? (
              <Badge tone="newborn" icon={Check}>
                {liveReveal.marked}
              </Badge>
            ) : (
              <Badge icon={CircleDashed}>{liveReveal.missed}</Badge>
            )}
            <span className="min-w-0 font-mono wrap-anywhere">{name}</span>
          </li>
        ))}
        {stayed.map(({ serial, name }) => (
          <li key={serial} className="flex items-start gap-2">
            <Badge tone="leaked" icon={X}>
              {liveReveal.didNotMove}
            </Badge>
            <span className="min-w-0 font-mono wrap-anywhere">{name}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
