'use client';

import type { ClassState } from '../../classroom/protocol/state.ts';
import { teamScores } from '../../classroom/scoring.ts';
import { showsLeaderboard } from '../../classroom/settings.ts';
import { useWords } from '../language/words.ts';
import { teamWords } from './teams.ts';

/** How the teams stand, best first; nothing where there are none, or where points are everybody's own affair. */
export function TeamScores({
  state,
  teacher = false,
}: {
  readonly state: ClassState;
  readonly teacher?: boolean;
}) {
  const words = useWords('livePeople');
  const { livePeople } = words;
  const teams = teamScores(state.members, state.scores);
  if (teams.length === 0 || !(teacher || showsLeaderboard(state.settings))) return null;
  return (
    <section
      aria-label={livePeople.teams}
      className="border-b border-line px-4 py-2 projector:px-5 projector:py-3"
    >
      <ol className="flex flex-col gap-1 text-sm">
        {teams.map(({ team, members, points }) => (
          <li key={team} className="flex items-baseline gap-3">
            <span className="w-5 text-right text-faint tabular">
              {1 + teams.findIndex((other) => other.points === points)}
            </span>
            <span className="min-w-0 flex-1 truncate font-medium">{teamWords(team, words)}</span>
            <span className="text-faint tabular">{livePeople.teamMembers(members)}</span>
            <span className="font-medium tabular">{livePeople.points(points)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
