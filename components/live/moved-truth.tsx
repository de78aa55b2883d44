import { Check, CircleDashed, X } from 'lucide-react';
import type { Answer, Truth } from '../../classroom/protocol/challenge.ts';
import type { HeapView } from '../../heap/index.ts';
import { Badge } from '../design/badge.tsx';
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
  const { moved, stayed } = comparedMoves(truth, answer, heap);
  return (
    <div>
      <h3 className="text-sm font-medium">
        {moved.length === 0
          ? 'Nothing moved to an older generation.'
          : `Moved to an older generation: ${moved.length}`}
      </h3>
      <ul className="mt-1.5 flex max-h-48 flex-col gap-1 overflow-auto text-sm">
        {moved.map(({ serial, name, marked }) => (
          <li key={serial} className="flex items-start gap-2">
            {answer === null ? null : marked ? (
              <Badge tone="newborn" icon={Check}>
                marked
              </Badge>
            ) : (
              <Badge icon={CircleDashed}>missed</Badge>
            )}
            <span className="min-w-0 font-mono wrap-anywhere">{name}</span>
          </li>
        ))}
        {stayed.map(({ serial, name }) => (
          <li key={serial} className="flex items-start gap-2">
            <Badge tone="leaked" icon={X}>
              did not move
            </Badge>
            <span className="min-w-0 font-mono wrap-anywhere">{name}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
