'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { LessonLog } from './lesson.ts';
import type { LessonReplay } from './lesson-replay.ts';
import { OpenLesson, type ReplayView } from './opening.ts';

function makeWorker(): Worker {
  return new Worker(new URL('./run-through.worker.ts', import.meta.url), { type: 'module' });
}

async function makeReplay(log: LessonLog, view: ReplayView): Promise<LessonReplay> {
  const { LessonReplay } = await import('./lesson-replay.ts');
  const replay = new LessonReplay(log, view);
  replay.goOn(makeWorker);
  return replay;
}

const never = () => () => {};
const nothing = () => null;

/** The beginning is drawn before code, machine and the rest are asked for, which take from the same processors. */
const RUN_AFTER = 100;

/** The lesson as long as the page is open. Null until there is something to see of it. */
export function useReplay(
  log: LessonLog | null,
): { readonly lesson: OpenLesson; readonly view: ReplayView } | null {
  const [lesson, setLesson] = useState<OpenLesson | null>(null);
  useEffect(() => {
    if (log === null) return;
    const made = new OpenLesson(log, makeReplay);
    setLesson(made);
    const start = setTimeout(made.run, made.view() === null ? 0 : RUN_AFTER);
    return () => {
      clearTimeout(start);
      made.close();
    };
  }, [log]);
  const view = useSyncExternalStore(lesson?.subscribe ?? never, () => lesson?.view() ?? null, nothing);
  return lesson === null || view === null ? null : { lesson, view };
}
