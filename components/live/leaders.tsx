'use client';

import type { ChallengeState } from '../../classroom/protocol/state.ts';
import { classes } from '../design/classes.ts';
import { useWords } from '../language/words.ts';
import type { ScoreLine } from './members.ts';

/** Who leads, and what the challenge that was just revealed brought them. */
export function Leaders({
  lines,
  revealed,
  strip = false,
}: {
  readonly lines: readonly ScoreLine[];
  readonly revealed: ChallengeState | null;
  /** In one line, where what was revealed needs the room. */
  readonly strip?: boolean;
}) {
  const { liveWall } = useWords('liveWall');
  const gains = new Map(revealed?.marks?.map(({ member, points }) => [member, points]));
  return (
    <section aria-label={liveWall.leading} className="shrink-0 border-b border-line px-5 py-4">
      <h2 className="mb-2 text-sm font-medium text-muted">{liveWall.leading}</h2>
      <ol className={strip ? 'grid grid-flow-col auto-cols-fr gap-5' : 'flex flex-col gap-1.5'}>
        {lines.map((line) => {
          const gain = gains.get(line.id) ?? 0;
          return (
            <li
              key={line.id}
              className={classes('flex items-baseline text-lg', strip ? 'min-w-0 gap-2' : 'gap-3')}
            >
              <span className={classes('text-faint tabular', !strip && 'w-6 text-right')}>{line.rank}</span>
              <span className={classes('min-w-0 flex-1 truncate', line.rank === 1 && 'font-semibold')}>
                {line.name}
              </span>
              {gain > 0 ? <span className="text-sm text-newborn-ink tabular">+{gain}</span> : null}
              <span className="font-medium tabular">{line.points}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
