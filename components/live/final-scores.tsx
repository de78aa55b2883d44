'use client';

import { useWords } from '../language/words.ts';
import { onPodium, type ScoreLine } from './members.ts';
import { Podium } from './scores.tsx';

/** Names below the podium. */
const OTHERS = 10;

/** The wall after the lesson. */
export function FinalScores({
  classroom,
  lines,
}: {
  readonly classroom: string;
  readonly lines: readonly ScoreLine[];
}) {
  const { livePeople } = useWords('livePeople');
  const best = onPodium(lines);
  const others = lines.filter((line) => !best.includes(line)).slice(0, OTHERS);
  return (
    <main id="main" className="flex min-h-dvh flex-col items-center justify-center gap-12 p-10">
      <div className="text-center">
        <p className="text-lg text-muted">{classroom}</p>
        <h1 className="text-4xl font-semibold tracking-tight">{livePeople.ended}</h1>
      </div>
      <Podium lines={lines} />
      <ol className="grid w-full max-w-5xl grid-cols-2 gap-x-16 gap-y-1">
        {others.map((line) => (
          <li key={line.id} className="flex items-baseline gap-4 text-lg">
            <span className="w-8 text-right text-faint tabular">{line.rank}</span>
            <span className="min-w-0 flex-1 truncate">{line.name}</span>
            <span className="tabular">{line.points}</span>
          </li>
        ))}
      </ol>
    </main>
  );
}
