'use client';

import { BookOpen } from 'lucide-react';
import { useState } from 'react';
import type { Ack } from '../../classroom/protocol/messages.ts';
import { Button } from '../design/button.tsx';
import { Switch } from '../design/toggles.tsx';
import { useWords } from '../language/words.ts';
import { ScenarioPicker } from '../scenario/parts.tsx';
import type { CommandBody } from './connection.ts';
import { atStep, EMPTIED, useGiving } from './use-giving.ts';

/** The teacher picks a scenario for the class. */
export function ScenarioButton({ send }: { readonly send: (body: CommandBody) => Promise<Ack> }) {
  const { scenario: words } = useWords('liveBar').liveBar;
  const { give } = useGiving(send);
  const [open, setOpen] = useState(false);
  const [emptyFirst, setEmptyFirst] = useState(true);
  return (
    <>
      <Button size="sm" icon={BookOpen} onClick={() => setOpen(true)}>
        {words.button}
      </Button>
      <ScenarioPicker
        open={open}
        onOpenChange={setOpen}
        description={words.pick}
        onPick={(scenario) => {
          setOpen(false);
          void give(...(emptyFirst ? [EMPTIED] : []), atStep(scenario.id, 0));
        }}
      >
        <Switch
          label={words.emptyFirst}
          hint={words.emptyFirstHint}
          checked={emptyFirst}
          onChange={setEmptyFirst}
        />
      </ScenarioPicker>
    </>
  );
}
