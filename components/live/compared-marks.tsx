'use client';

import { Check, CircleDashed, X } from 'lucide-react';
import type { Serial } from '../../heap/index.ts';
import { Badge } from '../design/badge.tsx';
import { useWords } from '../language/words.ts';

interface Line {
  readonly serial: Serial;
  readonly name: string;
}

/** Objects that were right to mark, each with whether it was, and those that were marked in vain. */
export function ComparedMarks({
  right,
  wrong,
  answered,
  wrongWord,
}: {
  readonly right: readonly (Line & { readonly marked: boolean })[];
  readonly wrong: readonly Line[];
  /** False where there is no answer to compare. */
  readonly answered: boolean;
  readonly wrongWord: string;
}) {
  const { liveReveal } = useWords('liveReveal');
  return (
    <ul className="mt-1.5 flex max-h-48 flex-col gap-1 overflow-auto text-sm">
      {right.map(({ serial, name, marked }) => (
        <li key={serial} className="flex items-start gap-2">
          {!answered ? null : marked ? (
            <Badge tone="newborn" icon={Check}>
              {liveReveal.marked}
            </Badge>
          ) : (
            <Badge icon={CircleDashed}>{liveReveal.missed}</Badge>
          )}
          <span className="min-w-0 font-mono wrap-anywhere">{name}</span>
        </li>
      ))}
      {wrong.map(({ serial, name }) => (
        <li key={serial} className="flex items-start gap-2">
          <Badge tone="leaked" icon={X}>
            {wrongWord}
          </Badge>
          <span className="min-w-0 font-mono wrap-anywhere">{name}</span>
        </li>
      ))}
    </ul>
  );
}
