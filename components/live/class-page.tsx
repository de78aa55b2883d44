'use client';

import { DoorClosed } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { refuse } from '../../classroom/protocol/refusal.ts';
import { Button, ButtonLink } from '../design/button.tsx';
import { later } from '../design/later.tsx';
import { PageSkeleton } from '../design/page-skeleton.tsx';
import { useWords } from '../language/words.ts';
import { JoinForm } from './join-form.tsx';
import { Message, Refused } from './message.tsx';
import { type AboutRoom, type Answered, askRoom, newest } from './request.ts';

// The heap's engine and the graph come with it: newcomers fill in their name meanwhile.
const LiveClass = later(
  ['class', 'door', 'heap'],
  () => import('./live-class.tsx').then((module) => module.LiveClass),
  Coming,
);

const LOOK_AGAIN = 5_000;

function Coming() {
  return <PageSkeleton words={useWords('liveDoor').liveDoor.coming} />;
}

/** Whoever comes to /c/CODE: newcomers give a name, members are in, others read what is the matter. */
export function ClassPage({ code }: { readonly code: string }) {
  const { liveDoor } = useWords('liveDoor');
  const [room, setRoom] = useState<Answered<AboutRoom> | null>(null);
  const look = useCallback(async () => {
    const answer = await askRoom(code);
    setRoom((before) => newest(before, answer));
  }, [code]);
  useEffect(() => void look(), [look]);
  const waiting = room?.ok === true && room.value.session === null;
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(look, LOOK_AGAIN);
    return () => clearInterval(timer);
  }, [waiting, look]);

  if (room === null) return <Coming />;
  if (!room.ok) return <Refused refusal={room.refusal} onRetry={look} />;
  const { session, me, owner, classroom, past } = room.value;
  if (session === null) {
    return (
      <Message
        icon={DoorClosed}
        title={liveDoor.noLesson(classroom)}
        actions={
          <>
            {owner ? (
              <ButtonLink href="/teach" variant="primary">
                {liveDoor.startOne}
              </ButtonLink>
            ) : (
              <Button onClick={look}>{liveDoor.lookAgain}</Button>
            )}
            {past === null ? null : (
              <ButtonLink href={`/sessions/${past.session}`}>{liveDoor.lastLesson}</ButtonLink>
            )}
          </>
        }
      >
        {owner ? liveDoor.ownerWaits : liveDoor.studentWaits}
      </Message>
    );
  }
  if (me === null) return <JoinForm room={room.value} onJoined={look} />;
  if (me.removed) return <Refused refusal={refuse('removed')} />;
  return <LiveClass key={session} room={room.value} session={session} onOther={look} />;
}
