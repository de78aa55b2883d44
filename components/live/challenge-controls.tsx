'use client';

import { Pause, Play, Repeat, TimerOff } from 'lucide-react';
import type { ChallengeState, ClassState, MemberState } from '../../classroom/protocol/state.ts';
import { Badge } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import type { CommandBody } from './connection.ts';
import { Countdown } from './countdown.tsx';
import { students } from './members.ts';

export interface ChallengeControlsProps {
  readonly challenge: ChallengeState;
  readonly state: ClassState;
  readonly me: MemberState;
  readonly clock: number;
  readonly give: (body: CommandBody) => Promise<void>;
  readonly onReveal: () => Promise<void>;
}

/** What the teacher does with the challenge that is under way. */
export function ChallengeControls({ challenge, state, me, clock, give, onReveal }: ChallengeControlsProps) {
  const { phase, vote, pausedAt, rules } = challenge;
  const { kind } = challenge.challenge;
  if (phase === 'lobby') {
    return (
      <>
        <Badge tone="accent" className="px-2.5! py-1.5!">
          The class gathers
        </Badge>
        <Button
          size="sm"
          variant="primary"
          icon={Play}
          onClick={() => void give({ kind: 'challenge.begin' })}
        >
          Start
        </Button>
        <Button size="sm" variant="quiet" onClick={() => void give({ kind: 'challenge.cancel' })}>
          Cancel {kind}
        </Button>
      </>
    );
  }
  return (
    <>
      <Badge tone="accent" className="px-2.5! py-1.5!">
        <span data-testid="answered">
          {challenge.answers.length} of {students(state).length} answered
        </span>
      </Badge>
      {vote === 2 ? <Badge>second vote</Badge> : null}
      <Countdown challenge={challenge} member={me} clock={clock} />
      <Button size="sm" variant="primary" onClick={() => void onReveal()}>
        {kind === 'round' ? 'Collect and reveal' : 'Reveal'}
      </Button>
      {phase === 'open' ? (
        <Button
          size="sm"
          variant="quiet"
          icon={TimerOff}
          onClick={() => void give({ kind: 'challenge.close' })}
          title="No more answers; nothing is told yet"
        >
          Close answers
        </Button>
      ) : null}
      {phase === 'open' && rules.seconds !== null ? (
        <Button
          size="sm"
          variant="quiet"
          icon={pausedAt === null ? Pause : Play}
          onClick={() => void give({ kind: pausedAt === null ? 'challenge.pause' : 'challenge.resume' })}
        >
          {pausedAt === null ? 'Pause' : 'Go on'}
        </Button>
      ) : null}
      {vote === 1 && kind === 'question' && challenge.answers.length > 0 ? (
        <Button
          size="sm"
          variant="quiet"
          icon={Repeat}
          onClick={() => void give({ kind: 'challenge.again' })}
          title="After talking it over everybody may answer again; both votes are kept"
        >
          Second vote
        </Button>
      ) : null}
      <Button size="sm" variant="quiet" onClick={() => void give({ kind: 'challenge.cancel' })}>
        Cancel {kind}
      </Button>
    </>
  );
}
