'use client';

import { useState } from 'react';
import type { Confidence } from '../../classroom/protocol/challenge.ts';
import type { Ack } from '../../classroom/protocol/messages.ts';
import type { Refusal } from '../../classroom/protocol/refusal.ts';
import type { ChallengeState } from '../../classroom/protocol/state.ts';
import type { HeapView, Serial } from '../../heap/index.ts';
import type { CommandBody } from './connection.ts';
import { answerOf, candidates } from './round.ts';

interface Draft {
  readonly number: number | null;
  /** Objects that will be freed. */
  readonly marks: ReadonlySet<Serial>;
  /** Objects that will move to an older generation; asked where there is one. */
  readonly moves: ReadonlySet<Serial>;
  /** What choosing an object in a picture means at the moment. */
  readonly mode: 'freed' | 'moves';
  readonly returned: string;
  /** How sure I am, where that is asked. */
  readonly confidence: Confidence;
  readonly problem: Refusal | null;
  readonly sending: boolean;
  /** Nothing was changed since it was sent. */
  readonly sent: boolean;
}

export interface RoundDraft extends Draft {
  readonly toggle: (serial: Serial) => void;
  readonly toggleMove: (serial: Serial) => void;
  readonly setMode: (mode: Draft['mode']) => void;
  readonly setReturned: (text: string) => void;
  readonly setConfidence: (confidence: Confidence) => void;
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
    // What is freed moves nowhere: one mark takes the other's place.
    toggle: (serial) => change({ marks: toggled(draft.marks, serial), moves: without(draft.moves, serial) }),
    toggleMove: (serial) =>
      change({ moves: toggled(draft.moves, serial), marks: without(draft.marks, serial) }),
    setMode: (mode) => setDraft((old) => ({ ...old, mode })),
    setReturned: (returned) => change({ returned }),
    setConfidence: (confidence) => change({ confidence }),
    submit: async () => {
      // What died meanwhile, by somebody's statement, is no prediction any more.
      const alive = new Set((heap === null ? [] : candidates(heap)).map((object) => object.serial));
      const living = (serials: ReadonlySet<Serial>) =>
        [...serials].filter((serial) => alive.has(serial)).sort((a, b) => a - b);
      const [freed, moved] = [living(draft.marks), living(draft.moves)];
      const returned = Number(draft.returned);
      const sure = round.rules.confidence ? { confidence: draft.confidence } : {};
      setDraft((old) => ({ ...old, sending: true }));
      const ack = await send({
        kind: 'challenge.answer',
        challenge: round.number,
        answer: { kind: 'round', returned, freed, moved, ...sure },
      });
      setDraft((old) =>
        old.number === round.number
          ? { ...old, sending: false, sent: ack.ok, problem: ack.ok ? null : ack.refusal }
          : old,
      );
    },
  };
}

function toggled(serials: ReadonlySet<Serial>, serial: Serial): Set<Serial> {
  const next = new Set(serials);
  if (!next.delete(serial)) next.add(serial);
  return next;
}

function without(serials: ReadonlySet<Serial>, serial: Serial): ReadonlySet<Serial> {
  return serials.has(serial) ? new Set([...serials].filter((one) => one !== serial)) : serials;
}

function begin(round: ChallengeState | null, me: string | null): Draft {
  const given = round === null ? null : answerOf(round, me);
  const answer = given?.kind === 'round' ? given : null;
  return {
    number: round?.number ?? null,
    marks: new Set(answer?.freed),
    moves: new Set(answer?.moved),
    mode: 'freed',
    returned: answer === null ? '' : String(answer.returned),
    confidence: answer?.confidence ?? 1,
    problem: null,
    sending: false,
    sent: answer !== null,
  };
}
