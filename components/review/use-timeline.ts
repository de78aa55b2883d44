'use client';

import { useCallback, useState } from 'react';
import type { Entry } from '../../classroom/protocol/entry.ts';
import type { ClassState } from '../../classroom/protocol/state.ts';
import { Timeline } from '../../classroom/timeline.ts';
import type { CollectionFilm, HeapView, Machine } from '../../heap/index.ts';

export interface Moment {
  readonly seq: number;
  readonly state: ClassState;
  readonly heap: HeapView;
  /** The machine that it was read from; it stands at this moment until the next move. */
  readonly machine: Machine;
  readonly digest: string;
}

export interface TimelineView {
  /** Null where this engine cannot follow the log at all. */
  readonly moment: Moment | null;
  /** Why the log cannot be followed further, or null. */
  readonly fault: string | null;
  readonly length: number;
  readonly moveTo: (seq: number) => void;
  /** A collection that ran in entry seq; null where none did or the log cannot be followed to it. */
  readonly film: (seq: number, collection: number) => CollectionFilm | null;
}

/** A log in the browser, at one moment of it. */
export function useTimeline(entries: readonly Entry[]): TimelineView {
  const [timeline] = useState(() => {
    try {
      return new Timeline(entries);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  });
  const [at, setAt] = useState(() => look(timeline, 1));
  const moveTo = useCallback(
    (seq: number) => {
      const next = look(timeline, seq);
      // Where the log cannot be followed, the last good moment stays on the screen.
      setAt((old) => (next.moment === null ? { moment: old.moment, fault: next.fault } : next));
    },
    [timeline],
  );
  const film = useCallback(
    (seq: number, collection: number) => {
      try {
        return typeof timeline === 'string' ? null : timeline.film(seq, collection);
      } catch {
        return null;
      }
    },
    [timeline],
  );
  return { ...at, length: entries.length, moveTo, film };
}

function look(timeline: Timeline | string, seq: number): Pick<TimelineView, 'moment' | 'fault'> {
  if (typeof timeline === 'string') return { moment: null, fault: timeline };
  try {
    timeline.moveTo(seq);
    const { state, machine } = timeline.session;
    const moment = { seq: state.seq, state, heap: machine.inspect(), machine, digest: machine.digest() };
    return { moment, fault: null };
  } catch (error) {
    return { moment: null, fault: error instanceof Error ? error.message : String(error) };
  }
}
