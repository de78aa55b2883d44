'use client';

import { Check, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from '../design/classes.ts';
import { useWords } from '../language/words.ts';

export interface AnswerBarProps {
  readonly text: string;
  /** As code. */
  readonly mono?: boolean;
  /** Null where nothing is graded. */
  readonly right: boolean | null;
  /** What is wrong has a sign as well, not only what is right. */
  readonly crossed?: boolean;
  /** How many gave it, and in the first vote; null where that is not told, or there was one vote. */
  readonly count: number | null;
  readonly before: number | null;
  /** How many answered. */
  readonly of: number;
  /** All answers have so few characters that their bars stand beside them; null where they stand below. */
  readonly short?: number | null;
  readonly badges?: ReactNode;
  /** Below it. */
  readonly children?: ReactNode;
}

/** An answer, and how often it came. */
export function AnswerBar({
  text,
  mono = false,
  right,
  crossed = false,
  count,
  before,
  of,
  short = null,
  badges = null,
  children,
}: AnswerBarProps) {
  const { given: words } = useWords('liveReveal').liveReveal;
  const width = (n: number) => ({ width: `${of === 0 ? 0 : (100 * n) / of}%` });
  const bars =
    count === null ? null : (
      <span aria-hidden className="flex min-w-0 flex-1 flex-col gap-0.5 self-center rounded-full bg-sunken">
        {before === null ? null : (
          <span
            className="h-1 rounded-full bg-edge/50 print:border print:border-line"
            style={width(before)}
          />
        )}
        <span
          className={classes('h-2 rounded-full', right === true ? 'bg-newborn' : 'bg-edge')}
          style={width(count)}
        />
      </span>
    );
  return (
    <li>
      <div className="flex items-baseline gap-2 text-sm">
        {right === true ? (
          <Check aria-label={words.right} className="size-4 shrink-0 self-center text-newborn-ink" />
        ) : crossed ? (
          <X aria-label={words.wrong} className="size-4 shrink-0 self-center text-muted" />
        ) : right !== null ? (
          <span className="w-4 shrink-0" />
        ) : null}
        <span
          className={classes(
            'tabular',
            mono && 'font-mono',
            short === null ? 'line-clamp-6 min-w-0 flex-1 whitespace-pre-wrap wrap-anywhere' : 'shrink-0',
            right === true && 'font-medium',
          )}
          {...(short === null ? {} : { style: { width: `${short}ch` } })}
        >
          {text}
        </span>
        {short === null ? null : bars}
        {short === null ? badges : null}
        {count === null ? null : (
          <span
            className={classes(
              'shrink-0 text-right tabular',
              short !== null && (before === null ? 'min-w-6' : 'min-w-16'),
            )}
          >
            {before === null ? null : <span className="text-muted">{before} → </span>}
            <span data-testid="count" className="font-semibold">
              {count}
            </span>
          </span>
        )}
      </div>
      {short === null && bars !== null ? <div className="mt-1 flex">{bars}</div> : null}
      {/* Not beside the bar: all bars have the same length to fill. */}
      {short === null || badges === null ? null : (
        <div className="mt-0.5 mb-1 flex gap-1.5 pl-6">{badges}</div>
      )}
      {children}
    </li>
  );
}
