import { useWords } from '../language/words.ts';
import { GenerationPips } from './generation.tsx';

/** What the signs on the cards mean; every sign is a shape or a word as well as a colour. */
export function Legend({ mine = true }: { readonly mine?: boolean }) {
  const { heap } = useWords('heap');
  const { legend } = heap;
  return (
    <ul
      className="own-colours flex flex-wrap items-center gap-x-3 gap-y-1 projector:gap-x-4 bg-surface text-xs text-muted"
      aria-label={legend.title}
    >
      {([0, 1, 2] as const).map((generation) => (
        <li key={generation} className="inline-flex items-center gap-1.5">
          <GenerationPips generation={generation} /> {legend.generation(generation)}
        </li>
      ))}
      <li className="inline-flex items-center gap-1.5">
        <span aria-hidden className="size-3 rounded-[3px] border-2 border-newborn" /> {heap.newborn}
      </li>
      <li className="inline-flex items-center gap-1.5">
        <span aria-hidden className="hatch-leaked size-3 rounded-[3px] border border-dashed border-leaked" />{' '}
        {heap.leaked}
      </li>
      <li className="inline-flex items-center gap-1.5">
        <span aria-hidden className="size-3 rounded-[3px] border border-dying bg-dying-soft" /> {legend.freed}
      </li>
      {mine ? (
        <li className="inline-flex items-center gap-1.5">
          <span aria-hidden className="h-3 w-1 bg-mine" /> {legend.mine}
        </li>
      ) : null}
      <li className="inline-flex items-center gap-1.5">
        <span aria-hidden className="w-5 border-t-2 border-dashed border-edge" /> {legend.weak}
      </li>
    </ul>
  );
}
