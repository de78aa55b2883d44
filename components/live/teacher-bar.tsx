'use client';

import {
  ChevronDown,
  CircleHelp,
  Crosshair,
  Flag,
  LayoutGrid,
  MousePointerClick,
  Recycle,
  Target,
  Timer,
} from 'lucide-react';
import { useState } from 'react';
import type { Ack, Judging } from '../../classroom/protocol/messages.ts';
import type { ClassState, MemberState } from '../../classroom/protocol/state.ts';
import type { HeapView, Machine } from '../../heap/index.ts';
import { Button } from '../design/button.tsx';
import { Menu } from '../design/menu.tsx';
import { Confirm } from '../design/parts.tsx';
import { useToast } from '../design/toasts.tsx';
import { useRefusal } from '../language/refusal.ts';
import { useWords } from '../language/words.ts';
import { ChallengeControls } from './challenge-controls.tsx';
import type { CommandBody } from './connection.ts';
import { HeapMenu } from './heap-menu.tsx';
import { ProjectorMenu } from './projector-menu.tsx';
import { currentChallenge } from './round.ts';
import { RulesMenu } from './rules-menu.tsx';
import { ScenarioButton } from './scenario-button.tsx';
import { AskDialog, PointingDialog, PredictionDialog, RoundDialog } from './teacher-parts.tsx';
import type { Leading } from './use-focus.ts';
import type { Picking } from './use-picking.ts';

export interface TeacherBarProps {
  readonly code: string;
  readonly state: ClassState;
  readonly me: MemberState;
  /** The server's clock minus ours, milliseconds. */
  readonly clock: number;
  /** How far the answers are marked, while they are. */
  readonly judging: Judging | null;
  readonly heap: HeapView;
  /** Objects for a question that asks to point at one. */
  readonly picking: Picking;
  readonly machine: Machine | null;
  readonly digest: string;
  readonly send: (body: CommandBody) => Promise<Ack>;
  /** Projectors follow this page, or do not. */
  readonly leading: Leading;
  /** Back to the wall of forks, where there is one that is not shown. */
  readonly wall?: (() => void) | undefined;
  /** A round's collection ran, as entry seq. */
  readonly onCollected: (seq: number) => void;
}

const GENERATIONS = [0, 1, 2] as const;
const ASKED = ['question', 'task'] as const;

/** The teacher's controls: rounds and questions, what students may do, projector, the end. */
export function TeacherBar({
  code,
  state,
  me,
  clock,
  judging,
  heap,
  picking,
  machine,
  digest,
  send,
  onCollected,
  leading,
  wall,
}: TeacherBarProps) {
  const { liveBar } = useWords('liveBar');
  const says = useRefusal();
  const toast = useToast();
  const [asking, setAsking] = useState<(typeof ASKED)[number] | null>(null);
  const [pointing, setPointing] = useState(false);
  const [rounding, setRounding] = useState(false);
  const [predicting, setPredicting] = useState(false);
  const [ending, setEnding] = useState(false);
  const open = currentChallenge(state);

  const ask = async (body: CommandBody) => {
    const ack = await send(body);
    if (!ack.ok) toast({ title: liveBar.notDone, text: says(ack.refusal), tone: 'error' });
    return ack;
  };
  const give = async (body: CommandBody): Promise<void> => {
    await ask(body);
  };
  const reveal = async () => {
    const ack = await ask({ kind: 'challenge.reveal' });
    if (ack.ok && open?.challenge.kind === 'round') onCollected(ack.seq);
  };

  return (
    <section aria-label={liveBar.label} className="flex items-center gap-2 sm:flex-wrap">
      {open === null ? (
        <>
          <Menu
            align="start"
            trigger={
              <Button size="sm" variant="primary" icon={Recycle}>
                {liveBar.gcRound}
                <ChevronDown aria-hidden className="size-4" />
              </Button>
            }
            items={[
              ...GENERATIONS.map((generation) => ({
                label: liveBar.generations[generation],
                onSelect: () =>
                  void give({ kind: 'challenge.open', challenge: { kind: 'round', generation } }),
              })),
              { label: liveBar.roundWithRules, icon: Timer, onSelect: () => setRounding(true) },
            ]}
          />
          <Button size="sm" icon={Crosshair} onClick={() => setPredicting(true)}>
            {liveBar.prediction}
          </Button>
          <Button size="sm" icon={CircleHelp} onClick={() => setAsking('question')}>
            {liveBar.question}
          </Button>
          <Button size="sm" icon={MousePointerClick} onClick={() => setPointing(true)}>
            {liveBar.point}
          </Button>
          <Button size="sm" icon={Target} onClick={() => setAsking('task')}>
            {liveBar.task}
          </Button>
          <ScenarioButton send={send} />
        </>
      ) : (
        <ChallengeControls
          challenge={open}
          state={state}
          me={me}
          clock={clock}
          judging={judging}
          give={give}
          onReveal={reveal}
        />
      )}
      <span aria-hidden className="mx-1 h-5 w-px bg-line-strong" />
      <HeapMenu state={state} collector={heap.collector} give={give} disabled={open !== null} />
      <RulesMenu settings={state.settings} give={give} />
      {wall === undefined ? null : (
        <Button size="sm" variant="quiet" icon={LayoutGrid} onClick={wall}>
          {liveBar.wall}
        </Button>
      )}
      <ProjectorMenu code={code} leading={leading} />
      <Button size="sm" variant="quiet" icon={Flag} onClick={() => setEnding(true)}>
        {liveBar.end}
      </Button>
      <RoundDialog open={rounding && open === null} onOpenChange={setRounding} send={send} />
      <PointingDialog
        open={pointing && open === null}
        onOpenChange={setPointing}
        heap={heap}
        picking={picking}
        send={send}
      />
      <PredictionDialog
        open={predicting && open === null}
        onOpenChange={setPredicting}
        state={state}
        machine={machine}
        digest={digest}
        send={send}
      />
      {ASKED.map((kind) => (
        <AskDialog
          key={kind}
          kind={kind}
          open={asking === kind}
          onOpenChange={(opened) => setAsking(opened ? kind : null)}
          machine={machine}
          module={me.handle}
          send={send}
        />
      ))}
      <Confirm
        open={ending}
        onOpenChange={setEnding}
        title={liveBar.endTitle}
        action={liveBar.end}
        onConfirm={() => void give({ kind: 'end' })}
        danger
      >
        {liveBar.endText}
      </Confirm>
    </section>
  );
}
