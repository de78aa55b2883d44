'use client';

import { History, MessageSquareText, Radio, UserRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import type { ChallengeState, ClassState } from '../../classroom/protocol/state.ts';
import { calledIn } from '../../classroom/review/objectNames.ts';
import { Button, ButtonLink } from '../design/button.tsx';
import { DataTable } from '../design/data-table.tsx';
import { Empty } from '../design/empty.tsx';
import { Notice } from '../design/notice.tsx';
import { Panel } from '../design/panel.tsx';
import { Page, TopBar } from '../design/top-bar.tsx';
import { Sentence } from '../language/sentence.tsx';
import { useWords } from '../language/words.ts';
import { answerWords } from '../live/answer-words.ts';
import { nameOf, scoreLines } from '../live/members.ts';
import { Reveal } from '../live/reveal.tsx';
import { challengeTitle } from '../live/round.ts';
import { Podium, ScoreTable } from '../live/scores.tsx';
import { duration } from '../teach/classroom.ts';
import { When } from '../teach/when.tsx';
import { Transcript } from '../transcript/transcript.tsx';
import { finalState, type LessonLog, storedLines } from './lesson.ts';
import { LessonActions } from './lesson-actions.tsx';
import { QuestionReviewed } from './question-review.tsx';
import { StudentDialog } from './student-dialog.tsx';
import { WithLog } from './with-log.tsx';

export function ReviewPage({ session }: { readonly session: string }) {
  return <WithLog session={session}>{(log, again) => <Review log={log} onChanged={again} />}</WithLog>;
}

/** A lesson looked back at: scores, what was asked and what was true, everything that was typed. */
function Review({ log, onChanged }: { readonly log: LessonLog; readonly onChanged: () => void }) {
  const spoken = useWords('review', 'replay', 'liveAnswer');
  const words = spoken.review.lesson;
  const router = useRouter();
  const [looked, setLooked] = useState<string | null>(null);
  const state = useMemo(() => finalState(log.entries), [log]);
  if (state === null) return <p className="p-8">{words.noBeginning}</p>;
  const { session, me } = log;
  const lines = scoreLines(state);
  const revealed = state.challenges.filter((challenge) => challenge.phase === 'revealed');
  const mine = state.members.find((member) => member.id === me) ?? null;
  const ended = session.endedAt;
  return (
    <>
      <TopBar title={session.classroom} />
      <Page wide>
        <div className="flex flex-wrap items-end justify-between gap-4">
          <div>
            <p className="hidden text-muted print:block">{session.classroom}</p>
            <h2 className="text-2xl font-semibold tracking-tight">
              <Sentence of={words.of(<When at={session.startedAt} />)} />
            </h2>
            <p className="mt-1 text-muted">
              {words.counts(
                ended === null ? words.running : duration(ended - session.startedAt),
                lines.length,
                revealed.length,
                log.entries.length,
              )}
            </p>
          </div>
          <div className="flex flex-wrap items-center gap-2 print:hidden">
            <ButtonLink href={`/sessions/${session.id}/replay`} variant="primary" icon={History}>
              {words.replay}
            </ButtonLink>
            {me === null ? (
              <LessonActions
                session={session.id}
                running={ended === null}
                anonymised={session.anonymised}
                replayable={log.replayable}
                onDeleted={() => router.push('/sessions')}
                onAnonymised={onChanged}
                onPrint={() => print()}
              />
            ) : (
              <ButtonLink href="/me" icon={UserRound}>
                {words.myResults}
              </ButtonLink>
            )}
          </div>
        </div>
        {ended === null ? (
          <Notice className="mt-6" title={words.stillRunning.title}>
            {words.stillRunning.text}
          </Notice>
        ) : null}
        <div className="mt-10 border-b border-line">
          <Podium lines={lines} />
        </div>
        <Panel title={words.scores} flush className="mt-8">
          <ScoreTable lines={lines} me={me} />
        </Panel>
        {me === null && lines.length > 0 ? (
          <nav aria-label={words.students} className="mt-4 flex flex-wrap gap-2 print:hidden">
            {lines.map((line) => (
              <Button key={line.id} size="sm" icon={UserRound} onClick={() => setLooked(line.id)}>
                {line.name}
              </Button>
            ))}
          </nav>
        ) : null}
        {looked === null ? null : (
          <StudentDialog log={log} state={state} member={looked} onClose={() => setLooked(null)} />
        )}
        <h2 className="mt-12 text-xl font-semibold tracking-tight">{words.challenges}</h2>
        {revealed.length === 0 ? (
          <div className="mt-4 rounded-xl border border-dashed border-line-strong">
            <Empty icon={Radio} title={words.noChallenge} />
          </div>
        ) : (
          <div className="mt-4 grid items-start gap-5 lg:grid-cols-2">
            {revealed.map((challenge) => (
              <Panel
                key={challenge.number}
                title={challengeTitle(challenge, spoken)}
                className="break-inside-avoid"
                actions={
                  <ButtonLink
                    href={`/sessions/${session.id}/replay?at=${challenge.openedSeq}`}
                    size="sm"
                    variant="quiet"
                    icon={History}
                    className="print:hidden"
                  >
                    {spoken.review.replay}
                  </ButtonLink>
                }
              >
                <Reveal challenge={challenge} me={me} heap={null} withoutVotes={me === null} />
                <Shares challenge={challenge} />
                {me === null ? (
                  <>
                    <QuestionReviewed challenge={challenge} />
                    <Answers challenge={challenge} state={state} />
                  </>
                ) : null}
              </Panel>
            ))}
          </div>
        )}
        <h2 className="mt-12 text-xl font-semibold tracking-tight print:hidden">{words.transcript}</h2>
        <div className="mt-4 print:hidden h-[32rem] overflow-hidden rounded-xl border border-line bg-surface">
          {log.entries.some((entry) => entry.kind === 'run') ? (
            <Transcript lines={storedLines(log.entries, state, spoken.replay)} me={mine?.handle ?? null} />
          ) : (
            <Empty icon={MessageSquareText} title={words.nothingTyped} />
          )}
        </div>
      </Page>
    </>
  );
}

/** How the class did: points in quarters, the one thing that everybody may know of everybody. */
function Shares({ challenge }: { readonly challenge: ChallengeState }) {
  const words = useWords('review').review.lesson;
  // Words of one's own have no points, which is not the same as none.
  const marks = (challenge.marks ?? []).filter((mark) => mark.correct !== null);
  if (marks.length === 0) return null;
  const bands = [
    {
      label: words.allPoints,
      fill: 'bg-newborn',
      count: marks.filter((mark) => mark.correct === true).length,
    },
    {
      label: words.somePoints,
      fill: 'bg-mine',
      count: marks.filter((mark) => mark.correct === false && mark.points > 0).length,
    },
    { label: words.noPoints, fill: 'bg-edge', count: marks.filter((mark) => mark.points <= 0).length },
  ].filter((band) => band.count > 0);
  return (
    <div className="mt-4">
      <div aria-hidden className="flex h-2.5 gap-0.5 overflow-hidden rounded-full">
        {bands.map((band) => (
          <span key={band.label} className={band.fill} style={{ flexGrow: band.count }} />
        ))}
      </div>
      <ul aria-label={words.distribution} className="mt-2 flex flex-wrap gap-x-4 text-sm text-muted">
        {bands.map((band) => (
          <li key={band.label} className="inline-flex items-center gap-1.5">
            <span aria-hidden className={`size-2 rounded-full ${band.fill}`} />
            <span className="tabular">{band.count}</span> {band.label}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The teacher's: who answered what. */
function Answers({ challenge, state }: { readonly challenge: ChallengeState; readonly state: ClassState }) {
  const spoken = useWords('review', 'liveAnswer', 'livePeople');
  const words = spoken.review.lesson;
  const { challenge: body, marks = [] } = challenge;
  if (marks.length === 0) return null;
  const called = calledIn(challenge, spoken.review.answers);
  return (
    <details className="mt-4 print:hidden border-t border-line pt-3">
      <summary className="cursor-pointer text-sm font-medium">{words.answers}</summary>
      <div className="-mx-4 mt-2">
        <DataTable
          caption={words.answersTo(challengeTitle(challenge, spoken))}
          rows={[...marks].sort((a, b) => b.points - a.points)}
          rowKey={(mark) => mark.member}
          columns={[
            { id: 'name', head: words.student, cell: (mark) => nameOf(state, mark.member, spoken) },
            {
              id: 'answer',
              head: words.answer,
              cell: (mark) => answerWords(body, mark.answer, spoken, called),
            },
            { id: 'points', head: words.points, align: 'right', cell: (mark) => mark.points },
          ]}
        />
      </div>
    </details>
  );
}
