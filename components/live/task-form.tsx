'use client';

import { Check, CircleDashed, RotateCcw, Undo2 } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { Answer } from '../../classroom/protocol/challenge.ts';
import type { Ack } from '../../classroom/protocol/messages.ts';
import type { ChallengeState, MemberState } from '../../classroom/protocol/state.ts';
import { Fork, goalWords, type Task, type Verdict } from '../../classroom/tasks.ts';
import { type HeapView, type Machine, parseInput, type Step } from '../../heap/index.ts';
import { Button } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { Prompt } from '../prompt/prompt.tsx';
import { Transcript, type TranscriptLine } from '../transcript/transcript.tsx';
import type { CommandBody } from './connection.ts';
import { reachableNames } from './console.ts';
import { ForkGraph } from './fork-graph.tsx';
import { answerOf } from './round.ts';

export interface TaskFormProps {
  readonly challenge: ChallengeState;
  readonly task: Task;
  readonly me: MemberState;
  /** The class's machine: it stands still while the task is open. */
  readonly machine: Machine;
  readonly closed: boolean;
  readonly send: (body: CommandBody) => Promise<Ack>;
}

interface Tried {
  readonly fork: Fork;
  readonly inputs: readonly string[];
  readonly lines: readonly TranscriptLine[];
  readonly heap: HeapView;
}

function tryOut(machine: Machine, task: Task, handle: string, inputs: readonly string[]): Tried {
  const fork = Fork.of(machine.snapshot(), handle, task);
  const lines = inputs.flatMap((source, index) => {
    const step = fork.run(source);
    return step === null ? [] : [lineOf(step, handle, source, index)];
  });
  return { fork, inputs, lines, heap: fork.machine.inspect() };
}

function lineOf(step: Step, handle: string, source: string, id: number): TranscriptLine {
  return {
    id,
    author: 'You',
    handle,
    source,
    output: step.output,
    error: step.raised?.traceback ?? null,
    state: 'done',
  };
}

const NO_FUEL = 'Your inputs have used up what a heap of one’s own may use. Take some back or start over.';

/** A task on a heap of one's own: every input is tried here at once and sent as the answer so far. */
export function TaskForm({ challenge, task, me, machine, closed, send }: TaskFormProps) {
  const given = answerOf(challenge, me.id);
  const [tried, setTried] = useState(() =>
    tryOut(machine, task, me.handle, given?.kind === 'task' ? given.inputs : []),
  );
  const [problem, setProblem] = useState<string>();
  const sending = useRef(Promise.resolve());

  const give = (next: Tried) => {
    setTried(next);
    const answer: Answer = { kind: 'task', inputs: [...next.inputs] };
    // In order: the last one counts.
    sending.current = sending.current.then(async () => {
      const ack = await send({ kind: 'challenge.answer', challenge: challenge.number, answer });
      setProblem(ack.ok ? undefined : ack.refusal.message);
    });
  };
  const run = (source: string) => {
    const { fork, inputs, lines } = tried;
    const step = fork.run(source);
    // What goes over a limit has changed nothing and is no part of the answer.
    if (step === null || step.limit !== null) {
      setProblem(step === null ? NO_FUEL : step.raised?.message);
      return;
    }
    const line = lineOf(step, me.handle, source, inputs.length);
    give({ fork, inputs: [...inputs, source], lines: [...lines, line], heap: fork.machine.inspect() });
  };
  const again = (inputs: readonly string[]) => give(tryOut(machine, task, me.handle, inputs));

  const verdicts = useMemo(() => tried.fork.judge(), [tried]);
  const full = task.statements !== null && tried.inputs.length >= task.statements;
  const names = useMemo(() => reachableNames(tried.heap, me.handle), [tried.heap, me.handle]);
  return (
    <div className="flex flex-col gap-4">
      <Goals verdicts={verdicts} />
      <div className="h-64 overflow-hidden rounded-lg border border-line">
        <ForkGraph heap={tried.heap} handle={me.handle} />
      </div>
      <div className="overflow-hidden rounded-lg border border-line">
        {tried.lines.length === 0 ? null : (
          <div className="h-40 border-b border-line">
            <Transcript lines={[...tried.lines]} single />
          </div>
        )}
        <Prompt
          label="Prompt of your own heap"
          onRun={run}
          parse={parseInput}
          names={names}
          history={[...tried.inputs]}
          disabled={closed || full}
          disabledReason={
            closed
              ? 'No more answers are taken.'
              : `All ${task.statements} inputs are used. Take one back to go on.`
          }
        />
      </div>
      {problem === undefined ? null : <Notice tone="error">{problem}</Notice>}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="sm"
          icon={Undo2}
          disabled={closed || tried.inputs.length === 0}
          onClick={() => again(tried.inputs.slice(0, -1))}
        >
          Take the last back
        </Button>
        <Button
          size="sm"
          icon={RotateCcw}
          disabled={closed || tried.inputs.length === 0}
          onClick={() => again([])}
        >
          Start over
        </Button>
        <p role="status" className="text-sm text-muted tabular">
          {tried.inputs.length}
          {task.statements === null ? '' : ` of ${task.statements}`}{' '}
          {tried.inputs.length === 1 ? 'input' : 'inputs'}, sent as your answer
        </p>
      </div>
    </div>
  );
}

/** How the goals stand on one fork. */
export function Goals({ verdicts }: { readonly verdicts: readonly Verdict[] }) {
  return (
    <ul aria-label="Goals" className="flex flex-col gap-1.5 text-sm">
      {verdicts.map(({ met, says }) => (
        <li key={says} className="flex items-start gap-2">
          {met ? (
            <Check aria-label="met" className="mt-0.5 size-4 shrink-0 text-newborn-ink" />
          ) : (
            <CircleDashed aria-label="not met yet" className="mt-0.5 size-4 shrink-0 text-faint" />
          )}
          <span className="min-w-0 wrap-anywhere">{says}</span>
        </li>
      ))}
    </ul>
  );
}

/** What is to be reached, for those who only watch. */
export function TaskGoals({ task }: { readonly task: Task }) {
  return (
    <ul className="list-disc pl-5 text-sm">
      {task.goals.map((goal) => (
        <li key={goalWords(goal)}>{goalWords(goal)}</li>
      ))}
    </ul>
  );
}
