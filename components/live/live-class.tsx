'use client';

import { useEffect } from 'react';
import { PageSkeleton } from '../design/page-skeleton.tsx';
import { useWords } from '../language/words.ts';
import { ClassRoom } from './class-room.tsx';
import { LiveRoot } from './live-root.tsx';
import { Refused } from './message.tsx';
import { Ended } from './parts.tsx';
import type { AboutRoom } from './request.ts';
import { useLiveClassroom } from './use-live.ts';

export interface LiveClassProps {
  readonly room: AboutRoom;
  readonly session: string;
  /** The class has another lesson by now, and this page's member is in it. */
  readonly onOther: () => void;
}

/** A member's page of a running lesson. */
export function LiveClass({ room, session, onOther }: LiveClassProps) {
  const { liveDoor } = useWords('liveDoor');
  const { live, view } = useLiveClassroom(room.code, 'member');
  const { connection, state, heap, me } = view;
  // Joined in another tab, or started there by the teacher.
  const other = me !== null && me.id !== room.me?.id;
  useEffect(() => {
    if (other) onOther();
  }, [other, onOther]);
  if (connection.kind === 'refused') {
    return (
      <LiveRoot view={view}>
        <Refused refusal={connection.refusal} />
      </LiveRoot>
    );
  }
  if (state === null || heap === null || me === null) {
    return (
      <LiveRoot view={view}>
        <PageSkeleton title={room.classroom} words={liveDoor.coming} />
      </LiveRoot>
    );
  }
  if (connection.kind === 'ended') {
    return (
      <LiveRoot view={view}>
        <Ended
          classroom={room.classroom}
          code={room.code}
          session={session}
          state={state}
          me={me.id}
          onEntered={onOther}
        />
      </LiveRoot>
    );
  }
  return (
    <LiveRoot view={view}>
      <ClassRoom room={room} live={live} view={view} state={state} heap={heap} me={me} />
    </LiveRoot>
  );
}
