'use client';

import { soon } from '../design/later.tsx';
import { PageSkeleton } from '../design/page-skeleton.tsx';
import { useWords } from '../language/words.ts';
import { FIRST } from './first-part.ts';
import { WithLog } from './with-log.tsx';

const Replay = soon(
  ['class', 'heap', 'replay', 'review'],
  () => import('./replay.tsx').then((module) => module.Replay),
  Fetching,
);

function Fetching() {
  return <PageSkeleton words={useWords('review').review.fetching} />;
}

/** Log and code come at the same time; the page has asked for the log before any code was here. */
export function ReplayPage({ session }: { readonly session: string }) {
  return (
    <WithLog session={session} part={FIRST} waiting={<Replay log={null} />}>
      {(log) => <Replay log={log} />}
    </WithLog>
  );
}
