'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import type { ChallengeState, ClassState } from '../../classroom/protocol/state.ts';
import type { Machine } from '../../heap/index.ts';
import { attemptsOf, byProgress, ForkWall, type WallLine } from './wall.ts';

export interface LiveWall {
  readonly wall: ForkWall;
  readonly number: number;
  /** Who is furthest first. */
  readonly lines: readonly WallLine[];
  /** The lines that are on the screen: their forks are run before others. */
  readonly show: (members: readonly string[]) => void;
}

/** After a fork was run the page has at least so long, and twice as long as it took, for everything else. */
const REST = 30;

interface Made {
  readonly number: number;
  readonly wall: ForkWall;
}

/**
 * The wall of the task that is set, or was revealed last; null where there is none, or where the heap has moved on
 * since and the forks cannot be made any more.
 */
export function useForkWall(
  challenge: ChallengeState | null,
  state: ClassState,
  machine: Machine | null,
): LiveWall | null {
  const [made, setMade] = useState<Made | null>(null);
  const [ran, setRan] = useState(0);
  const shown = useRef<readonly string[]>([]);
  const task = challenge?.challenge.kind === 'task' ? challenge : null;
  const moved = (state.transcript.at(-1)?.seq ?? 0) > (task?.revealedSeq ?? Number.POSITIVE_INFINITY);
  if (
    task?.challenge.kind === 'task' &&
    task.phase !== 'lobby' &&
    machine !== null &&
    made?.number !== task.number &&
    !moved
  ) {
    setMade({ number: task.number, wall: new ForkWall(machine.snapshot(), task.challenge) });
  }
  const wall = made !== null && made.number === task?.number ? made.wall : null;
  const members = state.members;
  // Statements and presence change nothing here: what was tried does.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state's other parts do not matter
  const attempts = useMemo(() => (task === null ? [] : attemptsOf(state, task)), [task, members]);

  useEffect(() => {
    if (wall === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const work = () => {
      const began = performance.now();
      const first = new Set(shown.current);
      const order = [
        ...attempts.filter(({ member }) => first.has(member)),
        ...attempts.filter(({ member }) => !first.has(member)),
      ];
      if (!wall.step(order)) return;
      setRan((count) => count + 1);
      timer = setTimeout(work, Math.max(REST, 2 * (performance.now() - began)));
    };
    timer = setTimeout(work, REST);
    return () => clearTimeout(timer);
  }, [wall, attempts]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `ran` says that a look has changed
  const lines = useMemo(
    () => (wall === null ? [] : byProgress(wall.lines(attempts), wall.task.goals.length)),
    [wall, attempts, ran],
  );
  return useMemo(
    () =>
      wall === null || task === null
        ? null
        : {
            wall,
            number: task.number,
            lines,
            show: (list) => {
              shown.current = list;
            },
          },
    [wall, task, lines],
  );
}
