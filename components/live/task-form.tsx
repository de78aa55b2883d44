'use client';

import { RotateCcw, Undo2 } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { Answer } from '../../classroom/protocol/challenge.ts';
import type { Ack } from '../../classroom/protocol/messages.ts';
import type { ChallengeState, MemberState } from '../../classroom/protocol/state.ts';
import { Fork, type Task } from '../../classroom/tasks.ts';
import { type HeapView, type Machine, parseInput, type Step } from '../../heap/index.ts';
import { Button } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { limitWords, useRefusal } from '../language/refusal.ts';
import { useWords } from '../language/words.ts';
import { Prompt } from '../prompt/prompt.tsx';
import { Transcript, type TranscriptLine } from '../transcript/transcript.tsx';
import type { CommandBody } from './connection.ts';
import { reachableNames } from './console.ts';
import { ForkGraph } from './fork-graph.tsx';
import { answerOf } from './round.ts';
import { Goals } from './task-goals.tsx';

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

/** Who typed it: `you` in the reader's language, and their module. */
interface Author {
  readonly you: string;
  readonly handle: string;
}

function tryOut(machine: Machine, task: Task, author: Author, inputs: readonly string[]): Tried {
  const fork = Fork.of(machine.snapshot(), author.handle, task);
  const lines = inputs.flatMap((source, index) => {
    const step = fork.run(source);
    return step === null ? [] : [lineOf(step, author, source, index)];
  });
  return { fork, inputs, lines, heap: fork.machine.inspect() };
}

function lineOf(step: Step, { you, handle }: Author, source: string, id: number): TranscriptLine {
  return {
    id,
    author: you,
    handle,
    source,
    output: step.output,
    error: step.raised?.traceback ?? null,
    state: 'done',
  };
}

/** A task on a heap of one's own: every input is tried here at once and sent as the answer so far. */
export function TaskForm({ challenge, task, me, machine, closed, send }: TaskFormProps) {
  const all = useWords('liveAnswer', 'limits');
  const { liveAnswer } = all;
  const words = liveAnswer.task;
  const says = useRefusal();
  const author = { you: words.you, handle: me.handle };
  const given = answerOf(challenge, me.id);
  const [tried, setTried] = useState(() =>
    tryOut(machine, task, author, given?.kind === 'task' ? given.inputs : []),
  );
  const [problem, setProblem] = useState<string>();
  const sending = useRef(Promise.resolve());

  const give = (next: Tried) => {
    setTried(next);
    const answer: Answer = { kind: 'task', inputs: [...next.inputs] };
    // In order: the last one counts.
    sending.current = sending.current.then(async () => {
      const ack = await send({ kind: 'challenge.answer', challenge: challenge.number, answer });
      setProblem(ack.ok ? undefined : says(ack.refusal));
    });
  };
  const run = (source: string) => {
    const { fork, inputs, lines } = tried;
    const step = fork.run(source);
    // What goes over a limit has changed nothing and is no part of the answer.
    if (step === null || step.limit !== null) {
      setProblem(step === null ? words.noFuel : limitWords(all, step.raised?.message ?? ''));
      return;
    }
    const line = lineOf(step, author, source, inputs.length);
    give({ fork, inputs: [...inputs, source], lines: [...lines, line], heap: fork.machine.inspect() });
  };
  const again = (inputs: readonly string[]) => give(tryOut(machine, task, author, inputs));

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
          label={words.prompt}
          onRun={run}
          parse={parseInput}
          names={names}
          history={[...tried.inputs]}
          disabled={closed || full}
          disabledReason={closed ? words.closed : words.full(task.statements ?? 0)}
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
          {words.takeBack}
        </Button>
        <Button
          size="sm"
          icon={RotateCcw}
          disabled={closed || tried.inputs.length === 0}
          onClick={() => again([])}
        >
          {words.startOver}
        </Button>
        <p role="status" className="text-sm text-muted tabular">
          {words.sent(tried.inputs.length, task.statements)}
        </p>
      </div>
    </div>
  );
}
