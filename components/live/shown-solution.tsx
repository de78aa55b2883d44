'use client';

import { useMemo } from 'react';
import type { ChallengeState, ClassState } from '../../classroom/protocol/state.ts';
import type { Task, Verdict } from '../../classroom/tasks.ts';
import { Fork } from '../../classroom/tasks.ts';
import type { HeapView, Machine } from '../../heap/index.ts';
import { PythonBlock } from '../design/code.tsx';
import { useWords } from '../language/words.ts';
import { ForkGraph } from './fork-graph.tsx';
import { nameOf } from './members.ts';
import { Goals } from './task-goals.tsx';

export interface Demonstration {
  /** Null where it is not said. */
  readonly name: string | null;
  readonly handle: string;
  readonly inputs: readonly string[];
  readonly heap: HeapView;
  readonly verdicts: readonly Verdict[];
}

/** [TK3] The solution that is shown, run again on a copy of the class's heap; null where none is. */
export function useDemonstration(
  challenge: ChallengeState | null,
  state: ClassState,
  machine: Machine | null,
  /** Whose module it is run in where its author's is not known. */
  handle: string,
): Demonstration | null {
  const words = useWords('livePeople');
  const shown = challenge?.shown ?? null;
  const task = challenge?.challenge.kind === 'task' ? challenge.challenge : null;
  const seq = shown?.seq ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: run once, on the heap of the moment when it was shown
  return useMemo(
    () =>
      shown === null || task === null || machine === null
        ? null
        : demonstrate(
            machine,
            task,
            shown.inputs,
            state.members.find((member) => member.id === shown.member)?.handle ?? handle,
            shown.member === null ? null : nameOf(state, shown.member, words),
          ),
    [seq, task],
  );
}

function demonstrate(
  machine: Machine,
  task: Task,
  inputs: readonly string[],
  handle: string,
  name: string | null,
): Demonstration {
  const fork = Fork.of(machine.snapshot(), handle, task);
  for (const input of inputs) fork.run(input);
  return { name, handle, inputs, heap: fork.machine.inspect(), verdicts: fork.judge() };
}

/** One student's way to solve the task, for all to see. */
export function ShownSolution({
  demonstration,
  mine,
  withGraph = true,
}: {
  readonly demonstration: Demonstration;
  readonly mine: boolean;
  readonly withGraph?: boolean;
}) {
  const { liveReveal } = useWords('liveReveal');
  const { name, handle, inputs, heap, verdicts } = demonstration;
  return (
    <section
      aria-label={liveReveal.solution}
      className="flex flex-col gap-3 rounded-lg border border-accent/50 p-3"
    >
      <h3 className="text-sm font-semibold">
        {mine ? liveReveal.shownMine : name === null ? liveReveal.oneWay : liveReveal.way(name)}
      </h3>
      <PythonBlock source={inputs.join('\n')} />
      <Goals verdicts={verdicts} />
      {withGraph ? (
        <div className="h-64 overflow-hidden rounded-lg border border-line">
          <ForkGraph heap={heap} handle={handle} />
        </div>
      ) : null}
    </section>
  );
}
