'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { LessonLog } from './lesson.ts';
import { LessonReplay, type ReplayView } from './lesson-replay.ts';

function makeWorker(): Worker {
  return new Worker(new URL('./run-through.worker.ts', import.meta.url), { type: 'module' });
}

const never = () => () => {};

/** The beginning is drawn before the rest is asked for and run through, which takes from the same processors. */
const REST_AFTER = 100;

/** The lesson as long as the page is open. Null until its log is here. */
export function useReplay(
  log: LessonLog | null,
): { readonly replay: LessonReplay; readonly view: ReplayView } | null {
  const [replay, setReplay] = useState<LessonReplay | null>(null);
  useEffect(() => {
    if (log === null) return;
    const made = new LessonReplay(log);
    setReplay(made);
    const rest = setTimeout(() => made.goOn(makeWorker), REST_AFTER);
    return () => {
      clearTimeout(rest);
      made.close();
    };
  }, [log]);
  const view = useSyncExternalStore(replay?.subscribe ?? never, () => replay?.view() ?? null);
  return replay === null || view === null ? null : { replay, view };
}
