'use client';

import { useState } from 'react';
import type { Ack } from '../../classroom/protocol/messages.ts';
import type { ClassState } from '../../classroom/protocol/state.ts';
import { scenarioOf } from '../../classroom/scenarios/index.ts';
import { closingQuestion } from '../../classroom/scenarios/question.ts';
import type { Scenario } from '../../classroom/scenarios/scenario.ts';
import { useToast } from '../design/toasts.tsx';
import { useRefusal } from '../language/refusal.ts';
import { useWords } from '../language/words.ts';
import type { ScenarioControls } from '../scenario/strip.tsx';
import type { CommandBody } from './connection.ts';

const EMPTY_HEAP = 1;

/**
 * How the teacher leads the class through a scenario: each step is a statement like others and then a place in the log.
 * What is refused stops it where it stands.
 */
export function useScenario(
  state: ClassState,
  send: (body: CommandBody) => Promise<Ack>,
): {
  /** Null while the class is in none that this version knows. */
  readonly controls: ScenarioControls;
  readonly begin: (scenario: Scenario, onEmptyHeap: boolean) => Promise<void>;
} {
  const { liveBar } = useWords('liveBar');
  const says = useRefusal();
  const toast = useToast();
  const [busy, setBusy] = useState(false);

  /** Gives commands in order until one is refused. */
  const give = async (...bodies: readonly CommandBody[]): Promise<void> => {
    setBusy(true);
    for (const body of bodies) {
      const ack = await send(body);
      if (ack.ok) continue;
      toast({ title: liveBar.notDone, text: says(ack.refusal), tone: 'error' });
      break;
    }
    setBusy(false);
  };
  const place = (id: string, step: number): CommandBody => ({ kind: 'scenario', place: { id, step } });

  const { scenario: at } = state;
  const scenario = at === null ? undefined : scenarioOf(at.id);
  /** Commands for the steps from where the class stands up to, but not including, `end`. */
  const through = (end: number): CommandBody[] =>
    at === null || scenario === undefined
      ? []
      : scenario.steps.slice(at.step, end).flatMap((step, index) => {
          const shown = place(at.id, at.step + index + 1);
          return step.kind === 'run' ? [{ kind: 'run', source: step.run } as const, shown] : [shown];
        });

  return {
    controls: {
      next: () => void give(...through((at?.step ?? 0) + 1)),
      rest: () => void give(...through(scenario?.steps.length ?? 0)),
      restart: () => {
        if (at !== null) void give({ kind: 'rewind', to: at.from }, place(at.id, 0));
      },
      leave: () => void give({ kind: 'scenario', place: null }),
      ask: () => {
        const asked = scenario === undefined ? null : closingQuestion(scenario);
        if (asked?.ok !== true) return;
        const { challenge, solution, rules } = asked;
        void give({ kind: 'challenge.open', challenge, solution, rules });
      },
      askLabel: liveBar.scenario.ask,
      busy,
    },
    begin: (chosen, onEmptyHeap) =>
      give(...(onEmptyHeap ? [{ kind: 'rewind', to: EMPTY_HEAP } as const] : []), place(chosen.id, 0)),
  };
}
