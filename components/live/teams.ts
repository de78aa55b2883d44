/** Dividing a class into teams. Chance comes from outside, so that it can be tested. */
import type { ClassState, MemberState } from '../../classroom/protocol/state.ts';
import type { Words } from '../language/words.ts';
import { students } from './members.ts';

/** As they stand in the log; each page says them in its own language. */
export const TEAM_NAMES = ['Blue', 'Green', 'Orange', 'Purple', 'Red', 'Yellow', 'White', 'Black'] as const;

/** A team that was named otherwise is called as it was named. */
export function teamWords(team: string, { livePeople }: Pick<Words, 'livePeople'>): string {
  const known = TEAM_NAMES.find((name) => name === team);
  return known === undefined ? team : livePeople.teamNames[known];
}

/** Everybody into one of `count` teams, as even as can be. `chance`: 0 ≤ x < 1. */
export function shuffled(
  members: readonly Pick<MemberState, 'id'>[],
  count: number,
  chance: () => number,
): { member: string; team: string }[] {
  const rest = [...members];
  const teams: { member: string; team: string }[] = [];
  while (rest.length > 0) {
    const [taken] = rest.splice(Math.floor(chance() * rest.length), 1);
    const team = TEAM_NAMES[teams.length % count];
    if (taken === undefined || team === undefined) break;
    teams.push({ member: taken.id, team });
  }
  return teams;
}

/** The teams that there are, by name; those of the shuffle in their own order first. */
export function teamsOf(state: ClassState): string[] {
  const there = new Set(students(state).flatMap(({ team }) => (team === null ? [] : [team])));
  const known = TEAM_NAMES.filter((name) => there.has(name));
  const own = [...there].filter((name) => !known.some((one) => one === name)).sort();
  return [...known, ...own];
}
