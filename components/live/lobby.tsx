'use client';

import type { ClassState } from '../../classroom/protocol/state.ts';
import { Badge } from '../design/badge.tsx';
import { Sentence } from '../language/sentence.tsx';
import { useWords } from '../language/words.ts';
import { students } from './members.ts';

/** Names that are shown; the others are counted. */
const NAMED = 40;

/** Before a challenge begins: who is here. */
export function Lobby({
  state,
  connected,
  teacher = false,
}: {
  readonly state: ClassState;
  readonly connected: readonly string[];
  readonly teacher?: boolean;
}) {
  const { livePeople } = useWords('livePeople');
  const all = students(state);
  const here = all.filter(({ id }) => connected.includes(id));
  return (
    <div className="flex flex-col gap-3">
      <p role="status" className="text-lg">
        <Sentence
          of={livePeople.hereOf(<strong className="font-semibold tabular">{here.length}</strong>, all.length)}
        />{' '}
        <span className="text-muted">{teacher ? livePeople.startWhenReady : livePeople.startsByTeacher}</span>
      </p>
      <ul aria-label={livePeople.here} className="flex flex-wrap gap-1.5">
        {here.slice(0, NAMED).map(({ id, nickname }) => (
          <li key={id} className="animate-born">
            <Badge tone="accent" className="text-sm! projector:text-lg!">
              {nickname}
            </Badge>
          </li>
        ))}
        {here.length > NAMED ? (
          <li>
            <Badge>{livePeople.andMore(here.length - NAMED)}</Badge>
          </li>
        ) : null}
      </ul>
    </div>
  );
}

/** The count of three, by the server's clock. */
export function Starting({ seconds }: { readonly seconds: number }) {
  const { livePeople } = useWords('livePeople');
  return (
    <p role="timer" className="py-6 text-center text-lg text-muted projector:py-24">
      <Sentence
        of={livePeople.startingIn(
          <strong key={seconds} className="mt-1 block animate-tick text-6xl font-semibold text-ink tabular">
            {seconds}
          </strong>,
        )}
      />
    </p>
  );
}
