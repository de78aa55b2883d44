'use client';

import { CircleHelp, Recycle, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Entry } from '../../classroom/protocol/entry.ts';
import type { ClassState } from '../../classroom/protocol/state.ts';
import { classes } from '../design/classes.ts';
import { Python } from '../design/code.tsx';
import { nameOf } from '../live/members.ts';
import { headline, type Moment, momentOf } from './lesson.ts';

const ICONS = { round: Recycle, question: CircleHelp, error: TriangleAlert } as const;
const WORDS: Readonly<Record<Moment, string>> = {
  round: 'round',
  question: 'question',
  error: 'raised an exception',
};

export interface EntryListProps {
  readonly entries: readonly Entry[];
  readonly state: ClassState;
  readonly at: number;
  readonly onJump: (seq: number) => void;
}

/** The lesson as a list: who did what; pressed, it goes there. */
export function EntryList({ entries, state, at, onJump }: EntryListProps) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-seq="${at}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <ol ref={list} aria-label="Entries" className="flex flex-col p-2">
      {entries.map((entry) => {
        const moment = momentOf(entry, state);
        const Icon = moment === null ? null : ICONS[moment];
        const now = entry.seq === at;
        return (
          <li key={entry.seq} className="[content-visibility:auto] [contain-intrinsic-size:auto_2.75rem]">
            <button
              type="button"
              data-seq={entry.seq}
              aria-current={now ? 'step' : undefined}
              onClick={() => onJump(entry.seq)}
              className={classes(
                'flex w-full cursor-pointer items-start gap-2.5 rounded-md px-2 py-1.5 text-left text-sm -outline-offset-2',
                now ? 'bg-accent-soft' : 'hover:bg-sunken',
              )}
            >
              <span className="w-7 shrink-0 pt-px text-right text-xs leading-5 text-faint tabular">
                {entry.seq}
              </span>
              <span className="min-w-0 flex-1">
                {entry.kind === 'run' ? (
                  <>
                    <span className="block truncate text-xs text-faint">{nameOf(state, entry.actor)}</span>
                    <Python source={entry.source} className="line-clamp-3" />
                  </>
                ) : (
                  <span className="text-muted">{headline(entry, state)}</span>
                )}
              </span>
              {Icon === null || moment === null ? null : (
                <>
                  <Icon
                    aria-hidden
                    className={classes(
                      'mt-0.5 size-4 shrink-0',
                      moment === 'error'
                        ? 'text-danger'
                        : moment === 'round'
                          ? 'text-accent'
                          : 'text-mine-ink',
                    )}
                  />
                  <span className="sr-only">({WORDS[moment]})</span>
                </>
              )}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
