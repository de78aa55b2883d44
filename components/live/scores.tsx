'use client';

import { Medal } from 'lucide-react';
import { classes } from '../design/classes.ts';
import { DataTable } from '../design/data-table.tsx';
import { useWords } from '../language/words.ts';
import { onPodium, type ScoreLine } from './members.ts';

/** The first three, the best in the middle; shared ranks stand equally high. */
export function Podium({ lines }: { readonly lines: readonly ScoreLine[] }) {
  const { livePeople } = useWords('livePeople');
  const best = onPodium(lines);
  if (best.length === 0) return null;
  const [first, second, third] = best;
  const order = [second, first, third].filter((line) => line !== undefined);
  return (
    <ol aria-label={livePeople.podium} className="flex items-end justify-center gap-3 sm:gap-5">
      {order.map((line) => (
        <li key={line.id} className="flex w-28 min-w-0 flex-col items-center sm:w-44 projector:w-64">
          <p className="max-w-full truncate text-center font-semibold projector:text-2xl">{line.name}</p>
          <p className="text-sm text-muted tabular projector:text-xl">{livePeople.points(line.points)}</p>
          <div
            className={classes(
              'mt-2 flex w-full animate-rise justify-center rounded-t-xl border border-b-0 border-line bg-surface pt-4',
              line.rank === 1
                ? 'h-36 border-mine bg-mine-soft projector:h-64'
                : line.rank === 2
                  ? 'h-24 projector:h-44'
                  : 'h-16 projector:h-32',
            )}
          >
            <p className="flex items-center gap-1 text-3xl font-semibold tabular">
              {line.rank === 1 ? <Medal aria-hidden className="size-7 text-mine-ink" /> : null}
              {line.rank}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

export function ScoreTable({
  lines,
  me = null,
}: {
  readonly lines: readonly ScoreLine[];
  readonly me?: string | null;
}) {
  const { livePeople } = useWords('livePeople');
  return (
    <DataTable
      caption={livePeople.scores}
      rows={lines}
      rowKey={(line) => line.id}
      rowClass={(line) => line.id === me && 'bg-mine-soft'}
      empty={livePeople.noStudent}
      columns={[
        {
          id: 'name',
          head: livePeople.student,
          cell: (line) => (
            <span className="flex gap-3">
              <span className="w-6 shrink-0 text-right text-faint tabular">{line.rank}</span>
              <span className="min-w-0 truncate">
                {line.name}
                {line.id === me ? ` ${livePeople.you}` : ''}
              </span>
            </span>
          ),
        },
        { id: 'points', head: livePeople.pointsHead, align: 'right', cell: (line) => line.points },
        {
          id: 'correct',
          head: livePeople.right,
          align: 'right',
          cell: (line) => livePeople.rightOf(line.correct, line.answered),
        },
        {
          id: 'statements',
          head: livePeople.statements,
          align: 'right',
          wideOnly: true,
          cell: (line) => line.statements,
        },
      ]}
    />
  );
}
