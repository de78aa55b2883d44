/** What a screen needs around a collection round. Truth and points come with the reveal, from classroom/. */

import type { Answer } from '../../classroom/protocol/challenge.ts';
import type { Judging } from '../../classroom/protocol/messages.ts';
import type { ChallengeState, ClassState } from '../../classroom/protocol/state.ts';
import { openChallenge } from '../../classroom/stateReading.ts';
import type { HeapView, ObjectView } from '../../heap/index.ts';
import type { Words } from '../language/words.ts';

/** While the class predicts, no picture says by itself what is leaked: only its arrows do. */
export function unspoilt(heap: HeapView): HeapView {
  return { ...heap, objects: heap.objects.map((object) => ({ ...object, reachable: true })) };
}

/** Marks of leaks would give the answer away: in a round, and in a question made from the heap. */
export function keepsLeaksSecret({ challenge }: ChallengeState): boolean {
  return challenge.kind === 'round' || (challenge.kind === 'question' && challenge.predicts !== undefined);
}

/** How far the answers to this challenge are marked; null where it is about another, or nothing is marked. */
export function judgingOf(
  { number }: Pick<ChallengeState, 'number'>,
  judging: Judging | null,
): Judging | null {
  return judging?.number === number ? judging : null;
}

/** What a collection can free at all: objects that the collector tracks. */
export function isCandidate(object: ObjectView): boolean {
  return object.tracked && !object.builtin && !object.internal;
}

export function candidates(heap: HeapView): ObjectView[] {
  return heap.objects.filter(isCandidate);
}

export function challengeTitle(
  { number, challenge }: ChallengeState,
  { liveAnswer }: Pick<Words, 'liveAnswer'>,
): string {
  return liveAnswer.title(number, challenge);
}

export function currentChallenge(state: ClassState): ChallengeState | null {
  return openChallenge(state) ?? null;
}

/** The newest challenge that has its truth, unless another one is open or came after it. */
export function lastRevealed(state: ClassState): ChallengeState | null {
  const last = state.challenges.at(-1);
  return last?.phase === 'revealed' ? last : null;
}

/** What a wall shows of challenges: a revealed one until the class goes into another scenario. */
export function onTheWall(state: ClassState): ChallengeState | null {
  const last = currentChallenge(state) ?? lastRevealed(state);
  const since = last?.phase === 'revealed' ? (last.revealedSeq ?? 0) : Number.POSITIVE_INFINITY;
  return state.scenario !== null && state.scenario.from > since ? null : last;
}

/**
 * How a wall makes room for a challenge: beside the heap that it is about, on a stage of its own where it is about none,
 * or small beside the class, once the class has typed something after the reveal or it was taken off (`closed`). A wall
 * that follows the teacher's page shows the heap as soon as all is told.
 */
export function wallShape(
  state: Pick<ClassState, 'transcript'>,
  challenge: ChallengeState | null,
  closed: number,
  follows: boolean,
): 'class' | 'beside' | 'stage' {
  if (challenge === null) return 'class';
  const { phase, revealedSeq = 0, number, challenge: body } = challenge;
  const passed = (state.transcript.at(-1)?.seq ?? 0) > revealedSeq || number <= closed;
  if (phase === 'revealed' && passed) return 'class';
  if (phase === 'revealed' && follows) return 'beside';
  if (body.kind !== 'question' || body.predicts !== undefined) return 'beside';
  return body.answer.form === 'object' && body.picture === undefined ? 'beside' : 'stage';
}

/** The round whose collection ran in this entry, or null for a collection outside of rounds. */
export function roundOf(state: ClassState, seq: number): ChallengeState | null {
  return state.challenges.find((one) => one.revealedSeq === seq && one.challenge.kind === 'round') ?? null;
}

export function answerOf(challenge: ChallengeState, member: string | null): Answer | null {
  return challenge.answers.find((given) => given.member === member)?.answer ?? null;
}
