'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Ack } from '../../classroom/protocol/messages.ts';
import type { ChallengeState } from '../../classroom/protocol/state.ts';
import { Button } from '../design/button.tsx';
import { PythonBlock } from '../design/code.tsx';
import { Dialog } from '../design/dialog.tsx';
import { Notice } from '../design/notice.tsx';
import { useRefusal } from '../language/refusal.ts';
import { useWords } from '../language/words.ts';
import type { CommandBody } from './connection.ts';
import { ForkGraph } from './fork-graph.tsx';
import { Goals } from './task-goals.tsx';
import type { LiveWall } from './use-fork-wall.ts';
import { progressWords, type WallLine } from './wall.ts';

export interface ForkDialogProps {
  readonly wall: LiveWall;
  readonly challenge: ChallengeState;
  readonly line: WallLine;
  readonly send: (body: CommandBody) => Promise<Ack>;
  readonly onClose: () => void;
}

/** One student's fork in large, and the way to show it to all. */
export function ForkDialog({ wall, challenge, line, send, onClose }: ForkDialogProps) {
  const { liveWall } = useWords('liveWall');
  const says = useRefusal();
  const [problem, setProblem] = useState<string>();
  const { wall: forks } = wall;
  const { member, inputs } = line;
  // biome-ignore lint/correctness/useExhaustiveDependencies: run anew where there are new inputs
  const { heap, verdicts } = useMemo(() => {
    const fork = forks.forkOf(line);
    return { heap: fork.machine.inspect(), verdicts: fork.judge() };
  }, [forks, member, inputs]);
  const met = verdicts.filter((verdict) => verdict.met).length;
  const over = challenge.phase === 'closed' || challenge.phase === 'revealed';
  const isShown = challenge.shown?.member === member;
  const show = async (who: string | null, named: boolean) => {
    const ack = await send({ kind: 'challenge.show', challenge: challenge.number, member: who, named });
    setProblem(ack.ok ? undefined : says(ack.refusal));
    if (ack.ok && who !== null) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      size="lg"
      title={line.name}
      description={liveWall.about(
        progressWords({ inputs: inputs.length, met, of: verdicts.length }, liveWall),
        liveWall.inputs(inputs.length),
      )}
      footer={
        isShown ? (
          <Button icon={EyeOff} onClick={() => void show(null, false)}>
            {liveWall.stopShowing}
          </Button>
        ) : (
          <>
            <Button disabled={!over || inputs.length === 0} onClick={() => void show(member, true)}>
              {liveWall.showNamed}
            </Button>
            <Button
              variant="primary"
              icon={Eye}
              disabled={!over || inputs.length === 0}
              onClick={() => void show(member, false)}
            >
              {liveWall.show}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <Goals verdicts={verdicts} />
        <div className="h-80 overflow-hidden rounded-lg border border-line">
          <ForkGraph heap={heap} handle={line.handle} />
        </div>
        {inputs.length === 0 ? (
          <p className="text-sm text-muted">{liveWall.nothingTried}</p>
        ) : (
          <PythonBlock source={inputs.join('\n')} />
        )}
        {over ? null : <p className="text-sm text-muted">{liveWall.showLater}</p>}
        {problem === undefined ? null : <Notice tone="error">{problem}</Notice>}
      </div>
    </Dialog>
  );
}
