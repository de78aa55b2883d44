'use client';

import { CircleHelp, Film, Recycle, X } from 'lucide-react';
import type { Ack, Judging } from '../../classroom/protocol/messages.ts';
import type { ChallengeState, ClassState, MemberState } from '../../classroom/protocol/state.ts';
import { isUnderWay } from '../../classroom/stateReading.ts';
import type { HeapView, Machine } from '../../heap/index.ts';
import { HeapPicture, usePictureHeap } from '../deck/heap-picture.tsx';
import { Button, IconButton } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { Panel } from '../design/panel.tsx';
import { useWords } from '../language/words.ts';
import { AnswerForm } from './answer-form.tsx';
import { answerWords } from './answer-words.ts';
import type { CommandBody } from './connection.ts';
import { Countdown, useSecondsBefore, useSecondsLeft } from './countdown.tsx';
import { JudgingLine } from './judging-line.tsx';
import { Lobby, Starting } from './lobby.tsx';
import { students } from './members.ts';
import { QuestionText } from './question-text.tsx';
import { Reveal } from './reveal.tsx';
import { answerOf, challengeTitle } from './round.ts';
import { RoundForm } from './round-form.tsx';
import { ShownSolution, useDemonstration } from './shown-solution.tsx';
import { TaskForm } from './task-form.tsx';
import { TaskGoals } from './task-goals.tsx';
import type { Pointing } from './use-pointing.ts';
import type { RoundDraft } from './use-round.ts';
import { verdictOf } from './verdict.ts';
import { Verdict } from './verdict.tsx';
import { VotesSoFar } from './votes.tsx';

export interface ChallengePanelProps {
  readonly challenge: ChallengeState;
  readonly state: ClassState;
  readonly me: MemberState;
  readonly heap: HeapView;
  readonly machine: Machine;
  /** The server's clock minus ours, milliseconds. */
  readonly clock: number;
  /** Members with an open connection. */
  readonly connected: readonly string[];
  readonly draft: RoundDraft | null;
  /** The object I point at, where the question asks for one. */
  readonly pointing: Pointing | null;
  /** How far its answers are marked, while they are. */
  readonly judging: Judging | null;
  readonly send: (body: CommandBody) => Promise<Ack>;
  /** For a revealed one: take it off the screen. */
  readonly onDismiss: () => void;
  /** For a round that has been collected: shows it step by step. */
  readonly onWatch?: (() => void) | undefined;
}

/** The challenge of the moment, as its reader has it: to answer, to watch, or revealed. */
export function ChallengePanel(props: ChallengePanelProps) {
  const words = useWords('liveAnswer');
  const { challenge, state, me, heap, machine, clock, onDismiss, onWatch } = props;
  const demonstration = useDemonstration(challenge, state, machine, me.handle);
  const Icon = challenge.challenge.kind === 'round' ? Recycle : CircleHelp;
  const open = isUnderWay(challenge);
  const before = useSecondsBefore(challenge, clock);
  return (
    <Panel
      title={
        <span className="inline-flex items-center gap-2">
          <Icon aria-hidden className="size-4 text-accent" />
          {challengeTitle(challenge, words)}
        </span>
      }
      actions={
        open ? (
          me.role === 'teacher' || before > 0 ? undefined : (
            <Countdown challenge={challenge} member={me} clock={clock} size="large" />
          )
        ) : (
          <IconButton icon={X} label={words.liveAnswer.closeResult} size="sm" onClick={onDismiss} />
        )
      }
      className="shrink-0 border-accent/50"
    >
      {!open && me.role === 'student' ? <Verdict verdict={verdictOf(challenge, state, me.id)} /> : null}
      {demonstration === null ? null : (
        <div className="mb-4">
          <ShownSolution
            // A graph of its own for each that is shown.
            key={challenge.shown?.seq}
            demonstration={demonstration}
            mine={me.role === 'student' && challenge.shown?.member === me.id}
          />
        </div>
      )}
      {open ? (
        <Open {...props} />
      ) : (
        <>
          {onWatch === undefined || challenge.challenge.kind !== 'round' ? null : (
            <Button size="sm" icon={Film} className="mb-3" onClick={onWatch}>
              {me.role === 'teacher' ? words.liveAnswer.showSteps : words.liveAnswer.watchSteps}
            </Button>
          )}
          <Reveal
            challenge={challenge}
            me={me.id}
            heap={heap}
            ofClass={me.role === 'teacher'}
            withoutPoints
          />
        </>
      )}
    </Panel>
  );
}

function Open({
  challenge,
  state,
  me,
  heap,
  machine,
  clock,
  connected,
  draft,
  pointing,
  judging,
  send,
}: ChallengePanelProps) {
  const { liveAnswer } = useWords('liveAnswer');
  const { challenge: body } = challenge;
  const before = useSecondsBefore(challenge, clock);
  const left = useSecondsLeft(challenge, me, clock);
  const closed =
    challenge.phase === 'closed' || challenge.pausedAt !== null || left === 0 || judging !== null;
  const picture = usePictureHeap(body.kind === 'question' ? body.picture : undefined);
  if (challenge.phase === 'lobby')
    return <Lobby state={state} connected={connected} teacher={me.role === 'teacher'} />;
  if (before > 0) return <Starting seconds={before} />;
  return (
    <div className="flex flex-col gap-4">
      {body.kind !== 'round' ? <QuestionText text={body.prompt} /> : null}
      {picture === null ? null : <HeapPicture heap={picture.heap} />}
      {body.kind === 'task' && me.role === 'teacher' ? <TaskGoals task={body} /> : null}
      {judging === null ? null : (
        <Notice tone="info">
          {me.role === 'student' ? <p className="mb-2">{liveAnswer.judgingText}</p> : null}
          <JudgingLine judging={judging} />
        </Notice>
      )}
      {me.role === 'student' && closed && judging === null ? (
        <Notice tone="info">
          {challenge.pausedAt === null ? liveAnswer.closed : liveAnswer.stopped}
          {body.kind === 'round' ? <Mine challenge={challenge} me={me} /> : null}
        </Notice>
      ) : null}
      {me.role === 'student' && challenge.vote === 2 && !closed ? (
        <Notice tone="warning" title={liveAnswer.secondVote}>
          {liveAnswer.secondVoteText}
        </Notice>
      ) : null}
      {me.role === 'teacher' ? (
        judging === null ? (
          <Waiting challenge={challenge} state={state} heap={heap} />
        ) : null
      ) : body.kind === 'question' ? (
        <AnswerForm
          key={`${challenge.number} ${challenge.vote}`}
          challenge={challenge}
          form={body.answer}
          me={me.id}
          heap={picture?.toPoint ?? heap}
          pointing={pointing}
          closed={closed}
          send={send}
        />
      ) : body.kind === 'task' ? (
        <TaskForm
          key={challenge.number}
          challenge={challenge}
          task={body}
          me={me}
          machine={machine}
          closed={closed}
          send={send}
        />
      ) : draft === null ? null : (
        <RoundForm challenge={challenge} heap={heap} draft={draft} closed={closed} />
      )}
    </div>
  );
}

/** What I have said, where the form for it is closed. */
function Mine({ challenge, me }: Pick<ChallengePanelProps, 'challenge' | 'me'>) {
  const words = useWords('liveAnswer');
  const answer = answerOf(challenge, me.id);
  return (
    <p className="mt-1">
      {answer === null ? (
        words.liveAnswer.none
      ) : (
        <>
          {words.liveAnswer.yours}{' '}
          <span className="text-ink">{answerWords(challenge.challenge, answer, words)}</span>
        </>
      )}
    </p>
  );
}

/** Names that are told of those who still think; the others are counted. */
const NAMED = 8;

/** For the teacher: who is still thinking. What they answered is no business of a screen that may be projected. */
function Waiting({ challenge, state, heap }: Pick<ChallengePanelProps, 'challenge' | 'state' | 'heap'>) {
  const { liveAnswer } = useWords('liveAnswer');
  const answered = new Set(challenge.answers.map((given) => given.member));
  const asked = students(state);
  const missing = asked.filter((member) => !answered.has(member.id));
  return (
    <div className="text-sm text-muted">
      {challenge.challenge.kind === 'round' ? <p>{liveAnswer.predicts}</p> : null}
      <p className="mt-2">
        {asked.length === 0
          ? liveAnswer.nobodyYet
          : missing.length === 0
            ? liveAnswer.allAnswered
            : liveAnswer.thinking(
                missing.slice(0, NAMED).map((member) => member.nickname),
                Math.max(0, missing.length - NAMED),
              )}
      </p>
      <VotesSoFar challenge={challenge} heap={heap} />
    </div>
  );
}
