'use client';

import { BookOpen } from 'lucide-react';
import { useState } from 'react';
import type { Ack } from '../../classroom/protocol/messages.ts';
import type { ClassState } from '../../classroom/protocol/state.ts';
import { Button } from '../design/button.tsx';
import { Switch } from '../design/toggles.tsx';
import { ScenarioPicker } from '../scenario/picker.tsx';
import type { CommandBody } from './connection.ts';
import { BUTTON, EMPTY_FIRST, EMPTY_FIRST_HINT, PICK } from './scenario-words.ts';
import { useScenario } from './use-scenario.ts';

/** The teacher picks a scenario for the class. */
export function ScenarioButton({
  state,
  send,
}: {
  readonly state: ClassState;
  readonly send: (body: CommandBody) => Promise<Ack>;
}) {
  const { begin } = useScenario(state, send);
  const [open, setOpen] = useState(false);
  const [emptyFirst, setEmptyFirst] = useState(true);
  return (
    <>
      <Button size="sm" icon={BookOpen} onClick={() => setOpen(true)}>
        {BUTTON}
      </Button>
      <ScenarioPicker
        open={open}
        onOpenChange={setOpen}
        description={PICK}
        onPick={(scenario) => {
          setOpen(false);
          void begin(scenario, emptyFirst);
        }}
      >
        <Switch label={EMPTY_FIRST} hint={EMPTY_FIRST_HINT} checked={emptyFirst} onChange={setEmptyFirst} />
      </ScenarioPicker>
    </>
  );
}
