/** Who may move the class's player, and to where. Rules [PL1], [PL2] in SPEC.md. */
import { type Asker, memberOf } from './decide.ts';
import { openChallenge } from './decideChallenge.ts';
import type { PlayerPosition } from './protocol/messages.ts';
import { type Refusal, refuse } from './protocol/refusal.ts';
import type { ClassState } from './protocol/state.ts';

/** Null where it may be done. `position` null closes the player for all. */
export function refusePlayer(
  state: ClassState,
  asker: Asker,
  position: PlayerPosition | null,
): Refusal | null {
  if (asker.role === 'viewer') return refuse('viewOnly');
  const member = memberOf(state, asker.id);
  if (member === undefined) return refuse('notMember');
  if (member.removed) return refuse('removed');
  if (member.role !== 'teacher') return refuse('notAllowed');
  if (state.endedAt !== null) return refuse('sessionEnded');
  if (position === null) return null;
  if (openChallenge(state) !== undefined) return refuse('challengeOpen');
  const line = state.transcript.find((one) => one.seq === position.seq);
  if (line?.collections[position.collection] === undefined) {
    return refuse('notFound', 'No such collection ran in the class.');
  }
  return null;
}
