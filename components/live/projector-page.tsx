'use client';

import { useEffect, useState } from 'react';
import { soon } from '../design/later.tsx';
import { Spinner } from '../design/spinner.tsx';
import { Mark } from '../design/top-bar.tsx';
import { useRefusal } from '../language/refusal.ts';
import { Sentence } from '../language/sentence.tsx';
import { useWords } from '../language/words.ts';
import { spacedCode } from './classCode.ts';
import { type AboutRoom, type Answered, askRoom, newest } from './request.ts';

const Projector = soon(
  ['class', 'deck', 'door', 'heap', 'reveal', 'wall'],
  () => import('./projector.tsx').then((module) => module.Projector),
  () => null,
);

const LOOK_AGAIN = 5_000;

/** The wall: dark, large, without controls. It waits for a lesson as well as showing one. */
export function ProjectorPage({ code }: { readonly code: string }) {
  const { liveDoor } = useWords('liveDoor');
  const says = useRefusal();
  const [room, setRoom] = useState<Answered<AboutRoom> | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  // An ended lesson stays on the wall until the next one starts.
  useEffect(() => {
    const look = async () => {
      const answer = await askRoom(code);
      setRoom((before) => newest(before, answer));
      if (answer.ok && answer.value.session !== null) setShown(answer.value.session);
    };
    void look();
    const timer = setInterval(look, LOOK_AGAIN);
    return () => clearInterval(timer);
  }, [code]);

  const about = room?.ok ? room.value : null;
  return (
    <div data-projector className="dark min-h-dvh bg-canvas text-base text-ink">
      {shown !== null && about !== null ? (
        <Projector key={shown} room={about} />
      ) : (
        <main
          id="main"
          className="flex min-h-dvh flex-col items-center justify-center gap-6 p-10 text-center"
        >
          <Mark className="size-16" />
          {room === null ? (
            <p role="status" className="flex items-center gap-3 text-xl text-muted">
              <Spinner /> {liveDoor.lookingForClass}
            </p>
          ) : about === null ? (
            <div role="alert">
              <h1 className="text-2xl">{room.ok ? '' : says(room.refusal)}</h1>
            </div>
          ) : (
            <>
              <h1 className="text-4xl font-semibold tracking-tight">{about.classroom}</h1>
              <p role="status" className="text-xl text-muted">
                <Sentence
                  of={liveDoor.notStarted(
                    <span className="font-mono text-ink">{spacedCode(about.code)}</span>,
                  )}
                />
              </p>
            </>
          )}
        </main>
      )}
    </div>
  );
}
