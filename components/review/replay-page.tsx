'use client';

import { FIRST } from './first-part.ts';
import { Replay } from './replay.tsx';
import { WithLog } from './with-log.tsx';

/** Log, code and words come at the same time: the markup asks for the first two, before anything here runs. */
export function ReplayPage({ session }: { readonly session: string }) {
  return (
    <WithLog session={session} part={FIRST} waiting={<Replay log={null} />}>
      {(log) => <Replay log={log} />}
    </WithLog>
  );
}
