/** Running totals and ranks. The exact rules are [SC8] and [SC9] in SPEC.md. */
import type { Mark } from './protocol/challenge.ts';
import type { Score } from './protocol/shapes.ts';
import type { ChallengeState, MemberState } from './protocol/state.ts';

export function addMarks(scores: readonly Score[], marks: readonly Mark[]): Score[] {
  const byMember = new Map(marks.map((mark) => [mark.member, mark]));
  return scores.map((score) => {
    const mark = byMember.get(score.member);
    if (mark === undefined || mark.correct === null) return score;
    return {
      ...score,
      // [SC8] What a wrong answer costs never takes a total below nothing.
      points: Math.max(0, score.points + mark.points),
      correct: score.correct + (mark.correct ? 1 : 0),
      answered: score.answered + 1,
    };
  });
}

/** Students only, best first; equal points share a rank (1, 2, 2, 4). */
export function ranking(scores: readonly Score[]): { readonly rank: number; readonly score: Score }[] {
  const sorted = [...scores].sort((a, b) => b.points - a.points || b.correct - a.correct);
  return sorted.map((score) => ({
    rank: 1 + sorted.findIndex((other) => other.points === score.points && other.correct === score.correct),
    score,
  }));
}

export interface TeamScore {
  readonly team: string;
  readonly members: number;
  /** Mean of its members' points, rounded. */
  readonly points: number;
}

/** [SC9] Teams of those who are in the class, best first. */
export function teamScores(members: readonly MemberState[], scores: readonly Score[]): TeamScore[] {
  const points = new Map(scores.map((score) => [score.member, score.points]));
  const teams = new Map<string, number[]>();
  for (const { id, team, removed } of members) {
    if (team === null || removed) continue;
    teams.set(team, [...(teams.get(team) ?? []), points.get(id) ?? 0]);
  }
  return [...teams]
    .map(([team, all]) => ({
      team,
      members: all.length,
      points: Math.round(all.reduce((sum, one) => sum + one, 0) / all.length),
    }))
    .sort((a, b) => b.points - a.points || a.team.localeCompare(b.team));
}

/**
 * [SC11] How many graded challenges this member had fully right in a row, the newest last. Not to have answered ends
 * a row; what is not graded, or was cancelled, is passed over.
 */
export function streakOf(challenges: readonly ChallengeState[], member: string): number {
  let streak = 0;
  for (const { phase, challenge, marks = [] } of challenges.toReversed()) {
    if (phase !== 'revealed' || (challenge.kind === 'question' && challenge.answer.form === 'text')) continue;
    if (marks.find((mark) => mark.member === member)?.correct !== true) break;
    streak++;
  }
  return streak;
}
