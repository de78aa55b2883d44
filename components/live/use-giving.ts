'use client';

import { useState } from 'react';
import type { Ack } from '../../classroom/protocol/messages.ts';
import { useToast } from '../design/toasts.tsx';
import { useRefusal } from '../language/refusal.ts';
import { useWords } from '../language/words.ts';
import type { CommandBody } from './connection.ts';

/** Gives the teacher's commands in order, until one is refused, which is told. */
export function useGiving(send: (body: CommandBody) => Promise<Ack>): {
  readonly give: (...bodies: readonly CommandBody[]) => Promise<void>;
  readonly busy: boolean;
} {
  const { liveBar } = useWords('liveBar');
  const says = useRefusal();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
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
  return { give, busy };
}

/** The command that puts the class at this step of a scenario. */
export function atStep(id: string, step: number): CommandBody {
  return { kind: 'scenario', place: { id, step } };
}

/** The command that empties the heap of the class: back to its first entry. */
export const EMPTIED: CommandBody = { kind: 'rewind', to: 1 };
