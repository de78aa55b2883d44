/** Who may move the class's player, and to where, and what projectors follow. Rules [PL1] to [PL3] in SPEC.md. */
import type { Asker } from './decide.ts';
import type { PlayerPosition } from './protocol/messages.ts';
import { type Refusal, refuse } from './protocol/refusal.ts';
import type { ClassState } from './protocol/state.ts';
import { memberOf, openChallenge } from './stateReading.ts';

/** [PL3] Null where this is the teacher of a lesson that runs: who says what screens show. */
export function refuseLead(state: ClassState, asker: Asker): Refusal | null {
  if (asker.role === 'viewer') return refuse('viewOnly');
  const member = memberOf(state, asker.id);
  if (member === undefined) return refuse('notMember');
  if (member.removed) return refuse('removed');
  if (member.role !== 'teacher') return refuse('notAllowed');
  return state.endedAt === null ? null : refuse('sessionEnded');
}

/** [PL1] Null where it may be done. `position` null closes the player for all. */
export function refusePlayer(
  state: ClassState,
  asker: Asker,
  position: PlayerPosition | null,
): Refusal | null {
  const refusal = refuseLead(state, asker);
  if (refusal !== null || position === null) return refusal;
  if (openChallenge(state) !== undefined) return refuse('challengeOpen');
  const line = state.transcript.find((one) => one.seq === position.seq);
  if (line?.collections[position.collection] === undefined) {
    return refuse('notFound', 'No such collection ran in the class.');
  }
  return null;
}
