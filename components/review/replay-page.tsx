'use client';

import dynamic from 'next/dynamic';
import { useWords } from '../language/words.ts';
import { ClassSkeleton } from '../live/class-skeleton.tsx';
import { FIRST_PART } from './first-part.ts';
import { WithLog } from './with-log.tsx';

const Replay = dynamic(() => import('./replay.tsx').then((module) => module.Replay), {
  ssr: false,
  loading: Fetching,
});

function Fetching() {
  return <ClassSkeleton words={useWords().review.fetching} />;
}

export function ReplayPage({ session }: { readonly session: string }) {
  return (
    <WithLog session={session} upTo={FIRST_PART}>
      {(log) => <Replay log={log} />}
    </WithLog>
  );
}
