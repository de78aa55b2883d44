import { ARENA_POOLS, type MemoryMap, NO_SIZE_CLASS } from '../../heap/index.ts';
import { useWords } from '../language/words.ts';
import type { MapColours } from './colours.ts';
import { blockSize } from './map-words.ts';
import type { Colouring } from './paint.ts';

/** Owners that are told one by one. */
const OWNERS = 12;

/** What the signs of the map mean. */
export function MemoryLegend({
  map,
  colours,
  colouring,
}: {
  readonly map: MemoryMap;
  readonly colours: MapColours;
  readonly colouring: Colouring;
}) {
  const { legend } = useWords('memory').memory;
  const present = [...new Set(map.poolClass.subarray(0, map.arenas * ARENA_POOLS))]
    .filter((sizeClass) => sizeClass !== NO_SIZE_CLASS)
    .sort((a, b) => a - b);
  return (
    <ul aria-label={legend.title} className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-muted">
      {colouring === 'class'
        ? present.map((sizeClass) => (
            <li key={sizeClass} className="inline-flex items-center gap-1.5 tabular">
              <span aria-hidden className="size-3" style={{ background: colours.classes[sizeClass] }} />
              {legend.bytes(blockSize(sizeClass))}
            </li>
          ))
        : map.owners.slice(0, OWNERS).map((owner, number) => (
            <li key={owner} className="inline-flex items-center gap-1.5">
              <span aria-hidden className="size-3" style={{ background: colours.owners[number] }} />
              {owner === '' ? legend.interpreter : owner}
            </li>
          ))}
      {colouring === 'owner' && map.owners.length > OWNERS ? (
        <li>{legend.moreOwners(map.owners.length - OWNERS)}</li>
      ) : null}
      <li className="inline-flex items-center gap-1.5">
        <span aria-hidden className="relative size-3 border border-edge bg-surface">
          <span className="absolute inset-0.5 rounded-full border border-edge" />
        </span>
        {legend.free}
      </li>
      <li className="inline-flex items-center gap-1.5">
        <span
          aria-hidden
          className="size-3 border border-edge bg-[linear-gradient(-45deg,transparent_45%,var(--edge)_45%_55%,transparent_55%)]"
        />
        {legend.kept}
      </li>
      <li className="inline-flex items-center gap-1.5">
        <span aria-hidden className="size-3 bg-sunken ring-1 ring-line" /> {legend.untouched}
      </li>
      <li className="inline-flex items-center gap-1.5">
        <span aria-hidden className="h-3 w-1 bg-ink" /> {legend.header}
      </li>
    </ul>
  );
}
