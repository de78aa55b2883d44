'use client';

import { Pause, Timer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { deadline } from '../../classroom/decideChallenge.ts';
import type { ChallengeState, MemberState } from '../../classroom/protocol/state.ts';
import { Badge } from '../design/badge.tsx';
import { useWords } from '../language/words.ts';

const TICK = 250;

/** Seconds until this member's time is over, 0 when it is; null without a limit. `clock`: server's minus ours. */
export function useSecondsLeft(
  challenge: ChallengeState,
  member: Pick<MemberState, 'extraTime'>,
  clock: number,
): number | null {
  const end = deadline(challenge, member);
  const running = end !== null && challenge.phase === 'open' && challenge.pausedAt === null;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), TICK);
    return () => clearInterval(timer);
  }, [running]);
  if (end === null) return null;
  const at = challenge.pausedAt ?? now + clock;
  const most = (challenge.rules.seconds ?? 0) * member.extraTime;
  return Math.ceil(Math.min(most, Math.max(0, (end - at) / 1000)));
}

/** Seconds until a challenge that has been started takes answers; 0 where it does, or where nobody started it. */
export function useSecondsBefore(challenge: ChallengeState, clock: number): number {
  const { openedAt, phase, pausedAt } = challenge;
  const [now, setNow] = useState(() => Date.now());
  const [seen, setSeen] = useState(openedAt);
  if (seen !== openedAt) {
    setSeen(openedAt);
    setNow(Date.now());
  }
  const before = phase === 'open' && pausedAt === null ? Math.max(0, openedAt - (now + clock)) : 0;
  const waits = before > 0;
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(() => setNow(Date.now()), TICK);
    return () => clearInterval(timer);
  }, [waits]);
  // Clocks agree to within the way of a message: a count of three does not begin at four.
  return Math.min(Math.ceil(before / 1000), challenge.rules.lead ?? 0);
}

const SIZES = {
  small: '',
  large: 'px-2.5! py-1! text-base! font-semibold!',
  wall: 'px-4! py-1.5! text-3xl! font-semibold! max-md:text-lg!',
} as const;

/** The clock of a challenge, where it has one. */
export function Countdown({
  challenge,
  member,
  clock,
  size = 'small',
}: {
  readonly challenge: ChallengeState;
  readonly member: Pick<MemberState, 'extraTime'>;
  readonly clock: number;
  /** `large`: seen without being looked for. `wall`: read from the last row. */
  readonly size?: keyof typeof SIZES;
}) {
  const { liveAnswer, numbers } = useWords('liveAnswer', 'numbers');
  const left = useSecondsLeft(challenge, member, clock);
  if (left === null || challenge.phase !== 'open') return null;
  const paused = challenge.pausedAt !== null;
  return (
    <Badge tone={left <= 5 ? 'leaked' : 'accent'} icon={paused ? Pause : Timer} className={SIZES[size]}>
      <span role="timer" className="tabular">
        {paused
          ? liveAnswer.pausedAt(numbers.seconds(left))
          : left === 0
            ? liveAnswer.timeOver
            : numbers.seconds(left)}
      </span>
    </Badge>
  );
}
