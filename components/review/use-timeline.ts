'use client';

import { useCallback, useRef, useState } from 'react';
import type { Entry } from '../../classroom/protocol/entry.ts';
import type { ClassState } from '../../classroom/protocol/state.ts';
import { Timeline } from '../../classroom/timeline.ts';
import type { CollectionFilm, HeapView, Machine } from '../../heap/index.ts';

export interface Moment {
  readonly seq: number;
  readonly state: ClassState;
  readonly heap: HeapView;
  /** One entry earlier; null at the beginning. */
  readonly before: HeapView | null;
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
  const [at, setAt] = useState(() => look(timeline, 1, null));
  const shown = useRef(at.moment);
  const moveTo = useCallback(
    (seq: number) => {
      const next = look(timeline, seq, shown.current);
      if (next.moment !== null) shown.current = next.moment;
      // Where the log cannot be followed, the last good moment stays on the screen.
      setAt({ moment: shown.current, fault: next.fault });
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

function look(
  timeline: Timeline | string,
  seq: number,
  old: Moment | null,
): Pick<TimelineView, 'moment' | 'fault'> {
  if (typeof timeline === 'string') return { moment: null, fault: timeline };
  try {
    if (old?.seq === seq) return { moment: old, fault: null };
    let before = old?.seq === seq - 1 ? old.heap : null;
    if (before === null && seq > 1) {
      timeline.moveTo(seq - 1);
      before = timeline.session.machine.inspect();
    }
    timeline.moveTo(seq);
    const { state, machine } = timeline.session;
    const moment = {
      seq: state.seq,
      state,
      heap: machine.inspect(),
      before,
      machine,
      digest: machine.digest(),
    };
    return { moment, fault: null };
  } catch (error) {
    return { moment: null, fault: error instanceof Error ? error.message : String(error) };
  }
}
