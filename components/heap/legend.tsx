import { GenerationPips } from './generation.tsx';

/** What the signs on the cards mean; every sign is a shape or a word as well as a colour. */
export function Legend() {
  return (
    <ul className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-muted" aria-label="Legend">
      {([0, 1, 2] as const).map((generation) => (
        <li key={generation} className="inline-flex items-center gap-1.5">
          <GenerationPips generation={generation} /> generation {generation}
        </li>
      ))}
      <li className="inline-flex items-center gap-1.5">
        <span aria-hidden className="size-3 rounded-[3px] border-2 border-newborn" /> new
      </li>
      <li className="inline-flex items-center gap-1.5">
        <span aria-hidden className="hatch-leaked size-3 rounded-[3px] border border-dashed border-leaked" />{' '}
        leaked
      </li>
      <li className="inline-flex items-center gap-1.5">
        <span aria-hidden className="size-3 rounded-[3px] border border-dying bg-dying-soft" /> freed just now
      </li>
      <li className="inline-flex items-center gap-1.5">
        <span aria-hidden className="h-3 w-1 bg-mine" /> mine
      </li>
      <li className="inline-flex items-center gap-1.5">
        <span aria-hidden className="w-5 border-t-2 border-dashed border-edge" /> weak reference
      </li>
    </ul>
  );
}
