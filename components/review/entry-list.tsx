'use client';

import { CircleHelp, Recycle, TriangleAlert } from 'lucide-react';
import { memo, useEffect, useRef, useState } from 'react';
import type { Entry } from '../../classroom/protocol/entry.ts';
import type { ClassState } from '../../classroom/protocol/state.ts';
import { classes } from '../design/classes.ts';
import { Python } from '../design/code.tsx';
import { useWords } from '../language/words.ts';
import { nameOf } from '../live/members.ts';
import type { ScenarioTitles } from '../scenario/use-titles.ts';
import { headline, type Moment, momentOf } from './lesson.ts';

const ICONS: Partial<Readonly<Record<Moment, typeof Recycle>>> = {
  round: Recycle,
  question: CircleHelp,
  error: TriangleAlert,
};

/** Pixels; all rows are equally high, so that of twenty thousand only those in sight are drawn. */
const ROW = 44;
const BEYOND = 12;

export interface EntryListProps {
  readonly entries: readonly Entry[];
  readonly state: ClassState;
  readonly titles: ScenarioTitles;
  readonly at: number;
  readonly onJump: (seq: number) => void;
}

/** The lesson as a list: who did what; pressed, it goes there. */
export function EntryList({ entries, state, titles, at, onJump }: EntryListProps) {
  const words = useWords('replay').replay;
  const frame = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ top: 0, height: 800 });
  const current = entries.findLastIndex(({ seq }) => seq <= at);

  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const read = () => setSight({ top: element.scrollTop, height: element.clientHeight });
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    element.addEventListener('scroll', read, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', read);
    };
  }, []);
  useEffect(() => {
    const element = frame.current;
    if (element === null || current < 0) return;
    const top = current * ROW;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW > element.scrollTop + element.clientHeight) {
      element.scrollTop = top + ROW - element.clientHeight;
    }
  }, [current]);

  const first = Math.max(0, Math.floor(sight.top / ROW) - BEYOND);
  const last = Math.min(entries.length, Math.ceil((sight.top + sight.height) / ROW) + BEYOND);
  return (
    <div ref={frame} className="h-full overflow-auto">
      <ol aria-label={words.tabs.entries} className="relative mx-2" style={{ height: entries.length * ROW }}>
        {entries.slice(first, last).map((entry, index) => (
          <li
            key={entry.seq}
            aria-setsize={entries.length}
            aria-posinset={first + index + 1}
            className="absolute inset-x-0"
            style={{ top: (first + index) * ROW, height: ROW }}
          >
            <Row entry={entry} state={state} titles={titles} now={entry.seq === at} onJump={onJump} />
          </li>
        ))}
      </ol>
    </div>
  );
}

const Row = memo(function Row({
  entry,
  state,
  titles,
  now,
  onJump,
}: {
  readonly entry: Entry;
  readonly state: ClassState;
  readonly titles: ScenarioTitles;
  readonly now: boolean;
  readonly onJump: (seq: number) => void;
}) {
  const spoken = useWords('replay', 'livePeople');
  const words = spoken.replay;
  const moment = momentOf(entry, state);
  const Icon = moment === null ? undefined : ICONS[moment];
  const lines = entry.kind === 'run' ? entry.source.trimEnd().split('\n') : [];
  return (
    <button
      type="button"
      data-seq={entry.seq}
      aria-current={now ? 'step' : undefined}
      onClick={() => onJump(entry.seq)}
      className={classes(
        'flex size-full cursor-pointer items-center gap-2.5 rounded-md px-2 text-left text-sm -outline-offset-2',
        now ? 'bg-accent-soft' : 'hover:bg-sunken',
      )}
    >
      <span className="min-w-7 shrink-0 text-right text-xs text-faint tabular">{entry.seq}</span>
      <span className="min-w-0 flex-1">
        {entry.kind === 'run' ? (
          <>
            <span className="block truncate text-xs leading-4 text-faint">
              {nameOf(state, entry.actor, spoken)}
            </span>
            <Python
              source={`${lines[0] ?? ''}${lines.length > 1 ? ' …' : ''}`}
              className="line-clamp-1 leading-5 break-all"
            />
          </>
        ) : (
          <span className="line-clamp-2 text-muted">{headline(entry, state, words, titles)}</span>
        )}
      </span>
      {Icon === undefined || moment === null ? null : (
        <>
          <Icon
            aria-hidden
            className={classes(
              'size-4 shrink-0',
              moment === 'error' ? 'text-danger' : moment === 'round' ? 'text-accent' : 'text-mine-ink',
            )}
          />
          <span className="sr-only">({words.signs[moment]})</span>
        </>
      )}
    </button>
  );
});
