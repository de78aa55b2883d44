'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { PageSkeleton } from '../design/page-skeleton.tsx';
import { useWords } from '../language/words.ts';
import { Refused } from '../live/message.tsx';
import type { Answered } from '../live/request.ts';
import type { LogPart } from './first-part.ts';
import { askLog, type LessonLog } from './lesson.ts';

const WHOLE: LogPart = {};

/** Fetches a lesson's log and draws what is made of it, or why there is none to see. */
export function WithLog({
  session,
  part = WHOLE,
  waiting,
  children,
}: {
  readonly session: string;
  /** Not all of it. */
  readonly part?: LogPart;
  /** Instead of a page's outline while it comes. */
  readonly waiting?: ReactNode;
  /** `again` fetches it anew. */
  readonly children: (log: LessonLog, again: () => void) => ReactNode;
}) {
  const words = useWords('review').review;
  const [log, setLog] = useState<Answered<LessonLog> | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt asks again
  useEffect(() => {
    let wanted = true;
    void askLog(session, part).then((answer) => {
      if (wanted) setLog(answer);
    });
    return () => {
      wanted = false;
    };
  }, [session, part, attempt]);
  if (log === null) return waiting ?? <PageSkeleton words={words.fetching} />;
  if (!log.ok) return <Refused refusal={log.refusal} onRetry={() => setAttempt(attempt + 1)} />;
  return children(log.value, () => setAttempt(attempt + 1));
}
