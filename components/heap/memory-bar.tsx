import type { MemoryView } from '../../heap/index.ts';
import { Meter } from '../design/meter.tsx';
import { bytes, count, grouped } from './words.ts';

export interface MemoryBarProps {
  readonly memory: MemoryView;
  /** Objects in the picture. */
  readonly objects: number;
  readonly leaked: number;
}

/** Bytes in use against bytes asked of the operating system, and the two numbers everybody looks at. */
export function MemoryBar({ memory, objects, leaked }: MemoryBarProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-1 px-4 py-2 text-sm">
      <span className="whitespace-nowrap">
        <strong className="font-semibold tabular">{grouped(objects)}</strong>{' '}
        <span className="text-muted">{objects === 1 ? 'object' : 'objects'}</span>
      </span>
      <span className="whitespace-nowrap">
        <strong className={leaked > 0 ? 'font-semibold text-leaked-ink tabular' : 'font-semibold tabular'}>
          {grouped(leaked)}
        </strong>{' '}
        <span className="text-muted">leaked</span>
      </span>
      <span className="flex min-w-48 flex-1 items-center gap-3">
        <Meter
          className="min-w-16 flex-1"
          value={memory.bytesUsed}
          max={memory.bytesFromSystem}
          label="Bytes in use of bytes from the system"
          text={`${bytes(memory.bytesUsed)} in use of ${bytes(memory.bytesFromSystem)} from the system`}
        />
        <span className="whitespace-nowrap text-muted tabular">
          {bytes(memory.bytesUsed)} of {bytes(memory.bytesFromSystem)}
        </span>
      </span>
      <span className="whitespace-nowrap text-muted tabular max-lg:hidden">
        {count(memory.arenas, 'arena')}, {count(memory.blocks, 'block')}
      </span>
    </div>
  );
}
