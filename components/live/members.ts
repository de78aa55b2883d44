/** What screens say about members and scores; the scores themselves come from classroom/scoring.ts. */

import type { ClassState, MemberState } from '../../classroom/protocol/state.ts';
import { ranking } from '../../classroom/scoring.ts';

export function students(state: ClassState): MemberState[] {
  return state.members.filter((member) => member.role === 'student' && !member.removed);
}

export function nameOf(state: ClassState, id: string | null): string {
  if (id === null) return 'Heaproom';
  return state.members.find((member) => member.id === id)?.nickname ?? 'somebody';
}

/** Modules in the order of joining, with `board` last, so that owners keep their colours. */
export function moduleOrder(state: Pick<ClassState, 'members'>): string[] {
  return [...state.members.map((member) => member.handle), 'board'];
}

export interface ScoreLine {
  readonly id: string;
  readonly rank: number;
  readonly name: string;
  readonly points: number;
  readonly correct: number;
  readonly answered: number;
  readonly statements: number;
}

/** Students who are still in the class, best first. */
export function scoreLines(state: ClassState): ScoreLine[] {
  const here = new Set(students(state).map((member) => member.id));
  return ranking(state.scores.filter((score) => here.has(score.member))).map(({ rank, score }) => ({
    id: score.member,
    rank,
    name: nameOf(state, score.member),
    points: score.points,
    correct: score.correct,
    answered: score.answered,
    statements: score.statements,
  }));
}
