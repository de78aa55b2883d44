'use client';

import { Check, CircleDashed, Flame, type LucideIcon, MessageSquareText, X } from 'lucide-react';
import { Badge } from '../design/badge.tsx';
import { classes } from '../design/classes.ts';
import { useWords } from '../language/words.ts';
import type { VerdictKind, VerdictView } from './verdict.ts';

const LOOKS: Readonly<
  Record<VerdictKind, { readonly icon: LucideIcon; readonly box: string; readonly mark: string }>
> = {
  right: { icon: Check, box: 'border-newborn bg-newborn-soft', mark: 'bg-newborn text-surface' },
  partly: { icon: Check, box: 'border-mine/60 bg-mine-soft', mark: 'bg-mine text-surface' },
  wrong: { icon: X, box: 'border-line-strong bg-sunken', mark: 'bg-edge text-surface' },
  ungraded: {
    icon: MessageSquareText,
    box: 'border-line-strong bg-sunken',
    mark: 'bg-accent text-on-accent',
  },
  unanswered: { icon: CircleDashed, box: 'border-line-strong bg-sunken', mark: 'bg-edge text-surface' },
};

/** The first thing that a student sees after the reveal: right or not, the points, and where that leads. */
export function Verdict({ verdict }: { readonly verdict: VerdictView }) {
  const { liveReveal } = useWords('liveReveal');
  const { kind, points, total, rank, streak } = verdict;
  const { icon: Icon, box, mark } = LOOKS[kind];
  const graded = kind !== 'ungraded' && kind !== 'unanswered';
  return (
    <div
      role="status"
      className={classes('mb-4 flex animate-born items-center gap-3.5 rounded-xl border px-4 py-3', box)}
    >
      <span
        className={classes('inline-flex size-11 shrink-0 items-center justify-center rounded-full', mark)}
      >
        <Icon aria-hidden className="size-6" strokeWidth={2.5} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-lg font-semibold tracking-tight">
          {liveReveal.verdict[kind]}
          {streak === 0 ? null : (
            <Badge tone="mine" icon={Flame}>
              {liveReveal.inARow(streak)}
            </Badge>
          )}
        </p>
        <p className="text-sm text-muted tabular">{liveReveal.standing(total, rank)}</p>
      </div>
      {graded ? (
        <p className="shrink-0 text-right leading-none">
          <span className="text-2xl font-semibold tracking-tight tabular">
            {points > 0 ? '+' : ''}
            <span data-testid="my-points">{points < 0 ? `−${-points}` : points}</span>
          </span>
          <span className="mt-1 block text-xs text-muted">{liveReveal.points(points)}</span>
        </p>
      ) : null}
    </div>
  );
}
