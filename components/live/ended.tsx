'use client';

import { History, Trophy } from 'lucide-react';
import type { ClassState } from '../../classroom/protocol/state.ts';
import { showsLeaderboard } from '../../classroom/settings.ts';
import { ButtonLink } from '../design/button.tsx';
import { Page, TopBar } from '../design/top-bar.tsx';
import { Sentence } from '../language/sentence.tsx';
import { useWords } from '../language/words.ts';
import { scoreLines } from './members.ts';
import { NextLesson } from './next-lesson.tsx';
import { Podium, ScoreTable } from './scores.tsx';
import { TeamScores } from './team-scores.tsx';

export interface EndedProps {
  readonly classroom: string;
  readonly code: string;
  readonly session: string;
  readonly state: ClassState;
  readonly me: string | null;
  /** To the class as it is now. */
  readonly onEntered: () => void;
}

/** The lesson is over: who came to what, and the way to look at it again. */
export function Ended({ classroom, code, session, state, me, onEntered }: EndedProps) {
  const { livePeople } = useWords('livePeople');
  const lines = scoreLines(state);
  const member = state.members.find(({ id }) => id === me);
  const teacher = member?.role === 'teacher';
  // Who was away at the end has not been told what came last.
  const whole = state.endedAt !== null;
  const mine = whole ? lines.find((line) => line.id === me) : undefined;
  const open = whole && (teacher || showsLeaderboard(state.settings));
  return (
    <>
      <TopBar title={classroom} />
      <Page>
        {member === undefined ? null : (
          <NextLesson code={code} session={session} nickname={member.nickname} onEntered={onEntered} />
        )}
        <h2 className="text-center text-3xl font-semibold tracking-tight">{livePeople.ended}</h2>
        {whole ? null : <p className="mt-2 text-center text-muted">{livePeople.endedAway}</p>}
        {mine === undefined ? null : (
          <p className="mt-2 text-center text-balance text-muted">
            <Sentence
              of={livePeople.cameTo(
                <strong className="font-semibold text-ink tabular">{livePeople.points(mine.points)}</strong>,
                open ? { rank: mine.rank, of: lines.length } : null,
              )}
            />
          </p>
        )}
        {open ? (
          <>
            <div className="mt-10 border-b border-line">
              <Podium lines={lines} />
            </div>
            <div className="mt-8 overflow-hidden rounded-xl border border-line bg-surface">
              <TeamScores state={state} teacher={teacher} />
              <ScoreTable lines={lines} me={me} />
            </div>
          </>
        ) : null}
        <div className="mt-8 flex flex-wrap justify-center gap-3">
          <ButtonLink href={`/sessions/${session}`} variant="primary" icon={Trophy}>
            {livePeople.review}
          </ButtonLink>
          <ButtonLink href={`/sessions/${session}/replay`} icon={History}>
            {livePeople.replay}
          </ButtonLink>
        </div>
      </Page>
    </>
  );
}
