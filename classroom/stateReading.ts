/** What is read off a class's state, without knowing how its statements run: pages draw it before the heap's code is here. */
import type { ChallengeState, ClassState, MemberState } from './protocol/state.ts';

export function memberOf(state: ClassState, id: string): MemberState | undefined {
  return state.members.find((member) => member.id === id);
}

/** Neither revealed nor cancelled. */
export function isUnderWay({ phase }: ChallengeState): boolean {
  return phase === 'lobby' || phase === 'open' || phase === 'closed';
}

/** The challenge that is under way; there is at most one. */
export function openChallenge(state: ClassState): ChallengeState | undefined {
  return state.challenges.find(isUnderWay);
}
