'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { LessonLog } from './lesson.ts';
import { LessonReplay, type ReplayView } from './lesson-replay.ts';

function makeWorker(): Worker {
  return new Worker(new URL('./run-through.worker.ts', import.meta.url), { type: 'module' });
}

const never = () => () => {};

/** The lesson as long as the page is open. Null for the moment before it is. */
export function useReplay(
  log: LessonLog,
): { readonly replay: LessonReplay; readonly view: ReplayView } | null {
  const [replay, setReplay] = useState<LessonReplay | null>(null);
  useEffect(() => {
    const made = new LessonReplay(log, makeWorker);
    setReplay(made);
    return () => made.close();
  }, [log]);
  const view = useSyncExternalStore(replay?.subscribe ?? never, () => replay?.view() ?? null);
  return replay === null || view === null ? null : { replay, view };
}
