'use client';

import { useState } from 'react';
import type { Ack } from '../../classroom/protocol/messages.ts';
import type { Refusal } from '../../classroom/protocol/refusal.ts';
import type { CommandBody } from './connection.ts';

/** A statement that the server did not run, kept on the screen so that its author can change it. */
export interface RefusedStatement {
  readonly source: string;
  readonly refusal: Refusal;
}

/** Sends statements; remembers the newest one that was refused until the next one is given. */
export function useConsole(send: (body: CommandBody) => Promise<Ack>): {
  readonly refused: RefusedStatement | null;
  readonly run: (source: string) => void;
} {
  const [refused, setRefused] = useState<RefusedStatement | null>(null);
  const run = (source: string) => {
    setRefused(null);
    void send({ kind: 'run', source }).then((ack) => {
      if (!ack.ok) setRefused({ source, refusal: ack.refusal });
    });
  };
  return { refused, run };
}
