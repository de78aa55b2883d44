'use client';

import type { Ack } from '../../classroom/protocol/messages.ts';
import type { ClassState } from '../../classroom/protocol/state.ts';
import { scenarioOf } from '../../classroom/scenarios/index.ts';
import { closingQuestion } from '../../classroom/scenarios/question.ts';
import { useWords } from '../language/words.ts';
import type { ScenarioControls } from '../scenario/strip.tsx';
import { useTold } from '../scenario/use-told.ts';
import type { CommandBody } from './connection.ts';
import { atStep, useGiving } from './use-giving.ts';

/**
 * How the teacher leads the class through the scenario it is in: each step is a statement like others and then a place
 * in the log. What is refused stops it where it stands. It brings the whole library along.
 */
export function useScenario(state: ClassState, send: (body: CommandBody) => Promise<Ack>): ScenarioControls {
  const { liveBar, scenarioTexts } = useWords('liveBar', 'scenarioTexts');
  const told = useTold();
  const { give, busy } = useGiving(send);

  const { scenario: at } = state;
  const scenario = at === null ? undefined : scenarioOf(at.id);
  /** Commands for the steps from where the class stands up to, but not including, `end`. */
  const through = (end: number): CommandBody[] =>
    at === null || scenario === undefined
      ? []
      : scenario.steps.slice(at.step, end).flatMap((step, index) => {
          const shown = atStep(at.id, at.step + index + 1);
          return step.kind === 'run' ? [{ kind: 'run', source: step.run } as const, shown] : [shown];
        });

  return {
    next: () => void give(...through((at?.step ?? 0) + 1)),
    rest: () => void give(...through(scenario?.steps.length ?? 0)),
    restart: () => {
      if (at !== null) void give({ kind: 'rewind', to: at.from }, atStep(at.id, 0));
    },
    leave: () => void give({ kind: 'scenario', place: null }),
    ask: () => {
      const asked = scenario === undefined ? null : closingQuestion(told(scenario), scenarioTexts.asksOutput);
      if (asked?.ok !== true) return;
      const { challenge, solution, rules } = asked;
      void give({ kind: 'challenge.open', challenge, solution, rules });
    },
    askLabel: liveBar.scenario.ask,
    busy,
  };
}
