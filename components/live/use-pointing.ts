'use client';

import { useState } from 'react';
import type { ChallengeState } from '../../classroom/protocol/state.ts';
import type { HeapView, Serial } from '../../heap/index.ts';
import type { Mark } from '../heap/marks.ts';
import type { Words } from '../language/words.ts';
import { type Marking, marked, pointable } from './marking.ts';
import { answerOf } from './round.ts';

export interface Pointing {
  readonly picked: Serial | null;
  readonly pick: (serial: Serial) => void;
}

/** The object that I point at, while a question asks for one: chosen in a list or in any picture of the heap. */
export function usePointing(challenge: ChallengeState | null, me: string | null): Pointing | null {
  const asks =
    challenge?.phase === 'open' &&
    challenge.challenge.kind === 'question' &&
    challenge.challenge.answer.form === 'object' &&
    // With a picture of its own the question is about that, not about the class's heap.
    challenge.challenge.picture === undefined;
  const key = asks ? `${challenge.number} ${challenge.vote}` : null;
  const [picked, setPicked] = useState<{ readonly key: string | null; readonly serial: Serial | null }>({
    key: null,
    serial: null,
  });
  if (picked.key !== key) {
    const given = asks ? answerOf(challenge, me) : null;
    setPicked({ key, serial: given?.kind === 'object' ? given.serial : null });
  }
  if (key === null) return null;
  return { picked: picked.serial, pick: (serial) => setPicked({ key, serial }) };
}

/** For the pictures of the heap. `toQuestion`: back to where it is sent, on a small screen. */
export function pointingMarks(
  { picked, pick }: Pointing,
  heap: HeapView,
  toQuestion: (() => void) | undefined,
  { liveAnswer }: Pick<Words, 'liveAnswer'>,
): Marking {
  const meant: Mark = { text: liveAnswer.meant, tone: 'accent' };
  const object = heap.objects.find(({ serial }) => serial === picked);
  return {
    marks: picked === null ? new Map() : marked([picked], meant),
    says: object === undefined ? liveAnswer.chooseMeant : liveAnswer.chosen(`${object.type} ${object.repr}`),
    can: pointable,
    toggle: pick,
    ...(toQuestion === undefined
      ? {}
      : { actions: [{ label: liveAnswer.toQuestion, onSelect: toQuestion }] }),
  };
}
