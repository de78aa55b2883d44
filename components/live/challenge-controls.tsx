'use client';

import { Pause, Play, Repeat, TimerOff } from 'lucide-react';
import type { Judging } from '../../classroom/protocol/messages.ts';
import type { ChallengeState, ClassState, MemberState } from '../../classroom/protocol/state.ts';
import { Badge } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { Spinner } from '../design/spinner.tsx';
import { useWords } from '../language/words.ts';
import type { CommandBody } from './connection.ts';
import { Countdown } from './countdown.tsx';
import { students } from './members.ts';

export interface ChallengeControlsProps {
  readonly challenge: ChallengeState;
  readonly state: ClassState;
  readonly me: MemberState;
  readonly clock: number;
  /** How far the answers are marked, while they are: then they can be left, and nothing else be done with them. */
  readonly judging: Judging | null;
  readonly give: (body: CommandBody) => Promise<void>;
  readonly onReveal: () => Promise<void>;
}

/** What the teacher does with the challenge that is under way. */
export function ChallengeControls({
  challenge,
  state,
  me,
  clock,
  judging,
  give,
  onReveal,
}: ChallengeControlsProps) {
  const { liveBar, liveAnswer } = useWords('liveBar', 'liveAnswer');
  const { phase, vote, pausedAt, rules } = challenge;
  const { kind } = challenge.challenge;
  if (phase === 'lobby') {
    return (
      <>
        <Badge tone="accent" className="px-2.5! py-1.5!">
          {liveBar.gathers}
        </Badge>
        <Button
          size="sm"
          variant="primary"
          icon={Play}
          onClick={() => void give({ kind: 'challenge.begin' })}
        >
          {liveBar.start}
        </Button>
        <Button size="sm" variant="quiet" onClick={() => void give({ kind: 'challenge.cancel' })}>
          {liveBar.cancel(kind)}
        </Button>
      </>
    );
  }
  if (judging !== null) {
    return (
      <>
        <Badge tone="accent" className="px-2.5! py-1.5!">
          <Spinner />
          <span role="status" className="tabular">
            {liveAnswer.judging(judging.done, judging.of)}
          </span>
        </Badge>
        <Button size="sm" variant="quiet" onClick={() => void give({ kind: 'challenge.cancel' })}>
          {liveBar.cancel(kind)}
        </Button>
      </>
    );
  }
  return (
    <>
      <Badge tone="accent" className="px-2.5! py-1.5!">
        <span data-testid="answered">
          {liveBar.answered(challenge.answers.length, students(state).length)}
        </span>
      </Badge>
      {vote === 2 ? <Badge>{liveBar.secondVote}</Badge> : null}
      <Countdown challenge={challenge} member={me} clock={clock} />
      <Button size="sm" variant="primary" onClick={() => void onReveal()}>
        {kind === 'round' ? liveBar.collectAndReveal : liveBar.reveal}
      </Button>
      {phase === 'open' ? (
        <Button
          size="sm"
          variant="quiet"
          icon={TimerOff}
          onClick={() => void give({ kind: 'challenge.close' })}
          title={liveBar.closeTitle}
        >
          {liveBar.close}
        </Button>
      ) : null}
      {phase === 'open' && rules.seconds !== null ? (
        <Button
          size="sm"
          variant="quiet"
          icon={pausedAt === null ? Pause : Play}
          onClick={() => void give({ kind: pausedAt === null ? 'challenge.pause' : 'challenge.resume' })}
        >
          {pausedAt === null ? liveBar.pause : liveBar.goOn}
        </Button>
      ) : null}
      {vote === 1 && kind === 'question' && challenge.answers.length > 0 ? (
        <Button
          size="sm"
          variant="quiet"
          icon={Repeat}
          onClick={() => void give({ kind: 'challenge.again' })}
          title={liveBar.againTitle}
        >
          {liveBar.again}
        </Button>
      ) : null}
      <Button size="sm" variant="quiet" onClick={() => void give({ kind: 'challenge.cancel' })}>
        {liveBar.cancel(kind)}
      </Button>
    </>
  );
}
