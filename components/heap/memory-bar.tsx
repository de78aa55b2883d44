import type { MemoryView } from '../../heap/index.ts';
import { Meter } from '../design/meter.tsx';
import { useWords } from '../language/words.ts';

export interface MemoryBarProps {
  readonly memory: MemoryView;
  /** Objects in the picture. */
  readonly objects: number;
  readonly leaked: number;
}

/** Bytes in use against bytes asked of the operating system, and the two numbers everybody looks at. */
export function MemoryBar({ memory, objects, leaked }: MemoryBarProps) {
  const { heap, numbers } = useWords('heap', 'numbers');
  const { bar } = heap;
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-1 px-4 py-2 text-sm">
      <span className="whitespace-nowrap">
        <strong className="font-semibold tabular">{numbers.whole(objects)}</strong>{' '}
        <span className="text-muted">{bar.objects(objects)}</span>
      </span>
      <span className="whitespace-nowrap">
        <strong className={leaked > 0 ? 'font-semibold text-leaked-ink tabular' : 'font-semibold tabular'}>
          {numbers.whole(leaked)}
        </strong>{' '}
        <span className="text-muted">{bar.leaked(leaked)}</span>
      </span>
      <span className="flex min-w-48 flex-1 items-center gap-3">
        <Meter
          className="min-w-16 flex-1"
          value={memory.bytesUsed}
          max={memory.bytesFromSystem}
          label={bar.meter}
          text={bar.meterAt(memory.bytesUsed, memory.bytesFromSystem)}
        />
        <span className="whitespace-nowrap text-muted tabular">
          {bar.of(memory.bytesUsed, memory.bytesFromSystem)}
        </span>
      </span>
      <span className="whitespace-nowrap text-muted tabular max-lg:hidden">
        {bar.blocks(memory.arenas, memory.blocks)}
      </span>
    </div>
  );
}
