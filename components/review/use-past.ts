'use client';

import { useEffect, useMemo, useState } from 'react';
import type { Entry } from '../../classroom/protocol/entry.ts';
import { classPast } from '../time/class-past.ts';
import { type HistoryPoint, type Past, tellHistory } from '../time/past.ts';

/** The whole lesson in figures, gathered in the background; as far as this engine can follow the log. */
export function useReplayPast(entries: readonly Entry[]): {
  readonly history: readonly HistoryPoint[];
  readonly openPast: () => Promise<Past | string>;
} {
  const [history, setHistory] = useState<readonly HistoryPoint[]>([]);
  useEffect(() => {
    const controller = new AbortController();
    // A log of another engine ends the chart where the heaps part; the page says so already.
    tellHistory(classPast(entries), setHistory, controller.signal).catch(() => undefined);
    return () => controller.abort();
  }, [entries]);
  return useMemo(() => ({ history, openPast: async () => classPast(entries) }), [history, entries]);
}
