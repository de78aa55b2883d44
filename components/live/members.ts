/** What screens say about members and scores; the scores themselves come from classroom/scoring.ts. */

import type { ClassState, MemberState } from '../../classroom/protocol/state.ts';
import { ranking } from '../../classroom/scoring.ts';
import type { Words } from '../language/words.ts';

export function students(state: ClassState): MemberState[] {
  return state.members.filter((member) => member.role === 'student' && !member.removed);
}

export function nameOf(
  state: Pick<ClassState, 'members'>,
  id: string | null,
  { livePeople }: Pick<Words, 'livePeople'>,
): string {
  if (id === null) return 'Heaproom';
  return state.members.find((member) => member.id === id)?.nickname ?? livePeople.somebody;
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
  const names = new Map(students(state).map(({ id, nickname }) => [id, nickname]));
  return ranking(state.scores.filter((score) => names.has(score.member))).map(({ rank, score }) => ({
    id: score.member,
    rank,
    name: names.get(score.member) ?? '',
    points: score.points,
    correct: score.correct,
    answered: score.answered,
    statements: score.statements,
  }));
}

/** Who stands on the podium: the first three with points. The others follow in a list. */
export function onPodium(lines: readonly ScoreLine[]): ScoreLine[] {
  return lines.filter(({ rank, points }) => rank <= 3 && points > 0).slice(0, 3);
}
