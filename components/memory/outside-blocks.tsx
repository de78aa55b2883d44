import type { LargeBlock, Serial } from '../../heap/index.ts';
import { classes } from '../design/classes.ts';
import { useWords } from '../language/words.ts';
import { holderWords } from './map-words.ts';

const LISTED = 40;

/** Requests above 512 bytes: the C library answers them, each as long as it is. */
export function OutsideBlocks({
  blocks,
  selected,
  onSelect,
}: {
  readonly blocks: readonly LargeBlock[];
  readonly selected: Serial | null;
  readonly onSelect: (serial: Serial) => void;
}) {
  const { memory, numbers } = useWords('memory', 'numbers');
  const { outside } = memory;
  const sorted = [...blocks].sort((a, b) => b.bytes - a.bytes);
  const largest = sorted[0]?.bytes ?? 1;
  return (
    <section aria-label={outside.title}>
      <h3 className="text-sm font-semibold">
        {outside.title}{' '}
        <span className="font-normal text-muted">
          {outside.requests(
            blocks.length,
            blocks.reduce((sum, block) => sum + block.bytes, 0),
          )}
        </span>
      </h3>
      <ul className="mt-1.5 flex flex-col gap-1">
        {sorted.slice(0, LISTED).map((block) => {
          const { holder } = block;
          const inside = (
            <>
              <span className="w-20 shrink-0 text-right tabular">{numbers.whole(block.bytes)} B</span>
              <span className="relative h-3 w-24 shrink-0 bg-sunken" aria-hidden>
                <span
                  className="absolute inset-y-0 left-0 bg-ink"
                  style={{ width: `${Math.max(3, (100 * block.bytes) / largest)}%` }}
                />
              </span>
              <span className="min-w-0 flex-1 truncate font-mono text-muted">
                {holder === null || block.part === null
                  ? outside.kept
                  : holderWords(block.part, holder, memory)}
              </span>
            </>
          );
          const look = 'flex min-h-8 w-full items-center gap-3 rounded-md px-2 text-left text-sm';
          return (
            <li key={block.address}>
              {holder === null ? (
                <span className={look}>{inside}</span>
              ) : (
                <button
                  type="button"
                  aria-pressed={holder.serial === selected}
                  onClick={() => onSelect(holder.serial)}
                  className={classes(
                    look,
                    'cursor-pointer',
                    holder.serial === selected ? 'bg-accent-soft' : 'hover:bg-sunken',
                  )}
                >
                  {inside}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {sorted.length > LISTED ? (
        <p className="mt-1 text-xs text-muted">{outside.smaller(sorted.length - LISTED)}</p>
      ) : null}
    </section>
  );
}
