'use client';

import { useState } from 'react';
import type { Ack } from '../../classroom/protocol/messages.ts';
import type { Refusal } from '../../classroom/protocol/refusal.ts';
import type { ChallengeState } from '../../classroom/protocol/state.ts';
import type { HeapView, Serial } from '../../heap/index.ts';
import type { CommandBody } from './connection.ts';
import { answerOf, candidates } from './round.ts';

interface Draft {
  readonly number: number | null;
  readonly marks: ReadonlySet<Serial>;
  readonly returned: string;
  readonly problem: Refusal | null;
  readonly sending: boolean;
  /** Nothing was changed since it was sent. */
  readonly sent: boolean;
}

export interface RoundDraft extends Draft {
  readonly toggle: (serial: Serial) => void;
  readonly setReturned: (text: string) => void;
  readonly submit: () => Promise<void>;
}

/** My prediction while a round is open: shared by the graph, on which objects are marked, and the panel beside it. */
export function useRound(
  challenge: ChallengeState | null,
  me: string | null,
  heap: HeapView | null,
  send: (body: CommandBody) => Promise<Ack>,
): RoundDraft | null {
  const round = challenge?.challenge.kind === 'round' && challenge.phase === 'open' ? challenge : null;
  const number = round?.number ?? null;
  const [draft, setDraft] = useState<Draft>(() => begin(round, me));
  if (draft.number !== number) setDraft(begin(round, me));
  if (round === null) return null;

  const change = (part: Partial<Draft>) =>
    setDraft((old) => ({ ...old, sent: false, problem: null, ...part }));
  return {
    ...draft,
    toggle: (serial) => {
      const marks = new Set(draft.marks);
      if (!marks.delete(serial)) marks.add(serial);
      change({ marks });
    },
    setReturned: (returned) => change({ returned }),
    submit: async () => {
      // What died meanwhile, by somebody's statement, is no prediction any more.
      const alive = new Set((heap === null ? [] : candidates(heap)).map((object) => object.serial));
      const freed = [...draft.marks].filter((serial) => alive.has(serial)).sort((a, b) => a - b);
      const returned = Number(draft.returned);
      setDraft((old) => ({ ...old, sending: true }));
      const ack = await send({
        kind: 'challenge.answer',
        challenge: round.number,
        answer: { kind: 'round', returned, freed },
      });
      setDraft((old) =>
        old.number === round.number
          ? { ...old, sending: false, sent: ack.ok, problem: ack.ok ? null : ack.refusal }
          : old,
      );
    },
  };
}

function begin(round: ChallengeState | null, me: string | null): Draft {
  const given = round === null ? null : answerOf(round, me);
  const answer = given?.kind === 'round' ? given : null;
  return {
    number: round?.number ?? null,
    marks: new Set(answer?.freed),
    returned: answer === null ? '' : String(answer.returned),
    problem: null,
    sending: false,
    sent: answer !== null,
  };
}
