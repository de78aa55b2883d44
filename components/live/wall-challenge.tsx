'use client';

import { X } from 'lucide-react';
import type { ChallengeBody } from '../../classroom/protocol/challenge.ts';
import type { Judging } from '../../classroom/protocol/messages.ts';
import type { ChallengeState, ClassState } from '../../classroom/protocol/state.ts';
import { isUnderWay } from '../../classroom/stateReading.ts';
import type { HeapView } from '../../heap/index.ts';
import { HeapPicture, usePictureHeap } from '../deck/heap-picture.tsx';
import { Badge } from '../design/badge.tsx';
import { IconButton } from '../design/button.tsx';
import { classes } from '../design/classes.ts';
import { Fit } from '../design/fit.tsx';
import { Meter } from '../design/meter.tsx';
import { Sentence } from '../language/sentence.tsx';
import { useWords } from '../language/words.ts';
import { Countdown, useSecondsBefore } from './countdown.tsx';
import { JudgingLine } from './judging-line.tsx';
import { Lobby, Starting } from './lobby.tsx';
import { students } from './members.ts';
import { OptionLetter } from './option-letter.tsx';
import { Inline, QuestionText } from './question-text.tsx';
import { Reveal } from './reveal.tsx';
import { challengeTitle } from './round.ts';
import { type Demonstration, ShownSolution } from './shown-solution.tsx';
import { TaskGoals } from './task-goals.tsx';

/** Those who have no time of their own. */
const ANYBODY = { extraTime: 1 } as const;

export interface WallChallengeProps {
  readonly challenge: ChallengeState;
  readonly state: ClassState;
  readonly heap: HeapView;
  readonly clock: number;
  readonly connected: readonly string[];
  /** How far its answers are marked, while they are. */
  readonly judging: Judging | null;
  readonly demonstration: Demonstration | null;
  /** Takes a revealed one off the wall. */
  readonly onClose: () => void;
  readonly className?: string;
}

/** A challenge on the wall, as large as there is room: what is asked, how long yet and how many have answered. */
export function WallChallenge({
  challenge,
  state,
  heap,
  clock,
  connected,
  judging,
  demonstration,
  onClose,
  className,
}: WallChallengeProps) {
  const words = useWords('liveWall', 'liveAnswer');
  const { liveWall, liveAnswer } = words;
  const { phase } = challenge;
  const before = useSecondsBefore(challenge, clock);
  const all = students(state).length;
  const asks = (phase === 'open' && before === 0) || phase === 'closed';
  return (
    <section
      aria-label={liveWall.challenge}
      className={classes('flex min-h-0 flex-col bg-raised', className)}
    >
      <header className="flex min-h-16 shrink-0 flex-wrap items-center gap-x-4 gap-y-2 px-6 pt-4">
        <h2 className="text-2xl font-semibold max-md:text-xl tracking-tight">
          {challengeTitle(challenge, words)}
        </h2>
        {challenge.vote === 2 && isUnderWay(challenge) ? (
          <Badge tone="mine" className="text-base!">
            {liveAnswer.secondVote}
          </Badge>
        ) : null}
        <div className="ml-auto shrink-0">
          {asks ? (
            <Countdown challenge={challenge} member={ANYBODY} clock={clock} size="wall" />
          ) : isUnderWay(challenge) ? null : (
            <IconButton icon={X} label={liveAnswer.closeResult} onClick={onClose} />
          )}
        </div>
      </header>
      <Fit label={liveWall.asked} className="flex-1 px-6 py-4">
        {phase === 'lobby' ? (
          <Lobby state={state} connected={connected} />
        ) : before > 0 ? (
          <Starting seconds={before} />
        ) : (
          <div className="flex flex-col gap-4">
            {demonstration === null ? null : (
              <ShownSolution demonstration={demonstration} mine={false} withGraph={false} />
            )}
            {!asks ? (
              <Reveal challenge={challenge} me={null} heap={heap} ofClass />
            ) : demonstration === null ? (
              <Asked body={challenge.challenge} />
            ) : null}
          </div>
        )}
      </Fit>
      {asks && judging !== null ? (
        <footer className="shrink-0 border-t border-line px-6 py-4">
          <JudgingLine judging={judging} className="text-xl" />
        </footer>
      ) : asks ? (
        <footer className="shrink-0 border-t border-line px-6 py-4">
          <p className="text-xl tabular" data-testid="answered">
            <Sentence
              of={liveWall.answered(
                <strong className="text-3xl font-semibold">{challenge.answers.length}</strong>,
                all,
              )}
            />
            {phase === 'closed' ? <span className="ml-4 text-muted">{liveWall.closed}</span> : null}
          </p>
          <Meter
            className="mt-2 h-3"
            label={liveWall.answeredLabel}
            value={challenge.answers.length}
            max={all}
            text={liveWall.answeredOf(challenge.answers.length, all)}
          />
        </footer>
      ) : null}
    </section>
  );
}

function Asked({ body }: { readonly body: ChallengeBody }) {
  const { liveWall } = useWords('liveWall');
  const picture = usePictureHeap(body.kind === 'question' ? body.picture : undefined);
  if (body.kind === 'round') return <p className="text-lg">{liveWall.whichFreed}</p>;
  const { options, lettered } = shownOptions(body);
  return (
    <div className="flex flex-col gap-4">
      <QuestionText text={body.prompt} className="text-lg" />
      {picture === null ? null : <HeapPicture heap={picture.heap} />}
      {body.kind === 'task' ? <TaskGoals task={body} /> : null}
      {options.length === 0 ? null : (
        <ol className="grid gap-2">
          {options.map((option, index) => (
            <li
              key={option}
              className="flex items-center gap-3 rounded-lg border border-line-strong bg-surface px-4 py-2 text-lg"
            >
              {lettered ? <OptionLetter index={index} /> : null}
              <span className="min-w-0">
                <Inline text={option} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function shownOptions(body: ChallengeBody): {
  readonly options: readonly string[];
  /** Whether they are chosen by their letter: items to be put in order have none. */
  readonly lettered: boolean;
} {
  const form = body.kind === 'question' ? body.answer : null;
  if (form?.form === 'one' || form?.form === 'several') return { options: form.options, lettered: true };
  return { options: form?.form === 'order' ? form.items : [], lettered: false };
}
