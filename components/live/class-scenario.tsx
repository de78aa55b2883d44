'use client';

import { useState } from 'react';
import type { Ack } from '../../classroom/protocol/messages.ts';
import type { ClassState } from '../../classroom/protocol/state.ts';
import { scenarioOf } from '../../classroom/scenarios/index.ts';
import { Confirm } from '../design/dialog.tsx';
import { Notice } from '../design/notice.tsx';
import { useWords } from '../language/words.ts';
import { ScenarioStrip } from '../scenario/strip.tsx';
import type { CommandBody } from './connection.ts';
import { currentChallenge } from './round.ts';
import { useScenario } from './use-scenario.ts';

export interface ClassScenarioProps {
  readonly state: ClassState;
  readonly large?: boolean;
  readonly className?: string;
}

/**
 * The scenario that the class is in, for those who follow. While a challenge is under way it steps back: what it says
 * could be the answer.
 */
export function ClassScenario({ state, ...look }: ClassScenarioProps) {
  const { scenario: words } = useWords('liveBar').liveBar;
  const { scenario: at } = state;
  if (at === null || currentChallenge(state) !== null) return null;
  const scenario = scenarioOf(at.id);
  return scenario === undefined ? (
    <Notice title={words.unknown}>{words.unknownText}</Notice>
  ) : (
    <ScenarioStrip scenario={scenario} done={at.step} {...look} />
  );
}

/** The same for the teacher, who leads. */
export function LedScenario({
  state,
  send,
  className,
}: {
  readonly state: ClassState;
  readonly send: (body: CommandBody) => Promise<Ack>;
  readonly className?: string;
}) {
  const { scenario: words } = useWords('liveBar').liveBar;
  const controls = useScenario(state, send);
  const [restarting, setRestarting] = useState(false);
  const { scenario: at } = state;
  const scenario = at === null ? undefined : scenarioOf(at.id);
  if (at === null || scenario === undefined || currentChallenge(state) !== null) {
    return <ClassScenario state={state} />;
  }
  return (
    <>
      <ScenarioStrip
        scenario={scenario}
        done={at.step}
        controls={{ ...controls, restart: () => setRestarting(true) }}
        {...(className === undefined ? {} : { className })}
      />
      <Confirm
        open={restarting}
        onOpenChange={setRestarting}
        title={words.restartTitle}
        action={words.restart}
        onConfirm={controls.restart}
      >
        {words.restartText}
      </Confirm>
    </>
  );
}
