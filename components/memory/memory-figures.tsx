import type { ArenaBytes, MemoryView } from '../../heap/index.ts';
import { useWords } from '../language/words.ts';
import { type Share, shares } from './map-words.ts';

const FILLS: Readonly<Record<Share['id'], string>> = {
  used: 'bg-accent',
  outside: 'bg-ink',
  kept: 'bg-edge',
  freeInPools: 'bg-surface',
  overhead: 'bg-line-strong',
  emptyPools: 'bg-line',
  untouched: 'bg-sunken',
};

/** Bytes asked of the operating system, and what has become of them. */
export function MemoryFigures({
  memory,
  arenas,
  outside,
}: {
  readonly memory: MemoryView;
  readonly arenas: ArenaBytes;
  readonly outside: number;
}) {
  const { memory: words, numbers } = useWords('memory', 'numbers');
  const { figures } = words;
  const { bytes } = numbers;
  const all = shares(arenas, outside);
  return (
    <section aria-label={figures.title} className="max-sm:order-1">
      <p className="flex flex-wrap items-baseline gap-x-5 gap-y-1 text-sm text-muted">
        <span className="whitespace-nowrap">
          <strong className="text-lg font-semibold text-ink tabular">{bytes(memory.bytesUsed)}</strong>{' '}
          {figures.used}
        </span>
        <span className="whitespace-nowrap">
          <strong className="text-lg font-semibold text-ink tabular">{bytes(memory.bytesFromSystem)}</strong>{' '}
          {figures.asked}
        </span>
        <span className="whitespace-nowrap tabular">{figures.blocks(memory.arenas, memory.blocks)}</span>
      </p>
      {all.length === 0 ? null : (
        <>
          <div aria-hidden className="mt-2 flex h-3 overflow-hidden rounded-sm border border-edge">
            {all.map((share) => (
              <span
                key={share.id}
                className={FILLS[share.id]}
                style={{ flexGrow: share.bytes, flexBasis: 2 }}
              />
            ))}
          </div>
          <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
            {all.map((share) => (
              <li key={share.id} className="inline-flex items-center gap-1.5 whitespace-nowrap">
                <span aria-hidden className={`size-2.5 border border-edge ${FILLS[share.id]}`} />
                <span className="tabular">{bytes(share.bytes)}</span> {words.shares[share.id]}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
