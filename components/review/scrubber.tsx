'use client';

import { Pause, Play, SkipBack, StepBack, StepForward } from 'lucide-react';
import { memo } from 'react';
import { IconButton } from '../design/button.tsx';
import { Segmented } from '../design/choices.tsx';
import { classes } from '../design/classes.ts';
import { usePlaying } from '../design/use-playing.ts';
import { useWords } from '../language/words.ts';
import type { Moment } from './lesson.ts';
import type { Mark } from './which.ts';

export interface ScrubberProps {
  readonly at: number;
  readonly length: number;
  /** What happened at `at`, in a few words. */
  readonly says: string;
  readonly moments: readonly Mark<Moment>[];
  /** As far as every moment is at hand. */
  readonly ready: number;
  readonly onMove: (seq: number) => void;
}

const BEAT = 1200;
const SPEEDS = [
  { value: '0.5', label: '½×' },
  { value: '1', label: '1×' },
  { value: '2', label: '2×' },
  { value: '8', label: '8×' },
] as const;

const SIGNS: Readonly<Record<Moment, string>> = {
  round: 'h-3 w-1 rounded-full bg-accent',
  question: 'size-2 rotate-45 bg-mine',
  collection: 'h-2 w-0.5 rounded-full bg-accent/60',
  error: 'size-2 rounded-full border-2 border-danger',
  join: 'size-1.5 rounded-full bg-edge',
};

/** Time as a line: drag it, step along it, or let it run. Left, Right and the space bar work from anywhere. */
export function Scrubber({ at, length, says, moments, ready, onMove }: ScrubberProps) {
  const words = useWords('replay').replay.time;
  const { playing, toggle, speed, setSpeed, jump } = usePlaying({
    at,
    first: 1,
    last: length,
    beat: BEAT,
    onMove,
  });
  return (
    <section
      aria-label={words.label}
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line bg-surface px-3 py-2 sm:px-5"
    >
      <div className="flex items-center">
        <IconButton
          icon={SkipBack}
          label={words.beginning}
          onClick={() => jump(1)}
          className="max-sm:hidden"
        />
        <IconButton icon={StepBack} label={words.back} disabled={at <= 1} onClick={() => jump(at - 1)} />
        <IconButton
          icon={playing ? Pause : Play}
          label={playing ? words.pause : words.play}
          variant="primary"
          onClick={toggle}
        />
        <IconButton
          icon={StepForward}
          label={words.forward}
          disabled={at >= length}
          onClick={() => jump(at + 1)}
        />
      </div>
      <div className="relative min-w-40 flex-1 basis-64">
        <div aria-hidden className="pointer-events-none absolute inset-x-2 -top-1 h-3">
          <Marks moments={moments} length={length} />
        </div>
        <div aria-hidden className="absolute inset-x-2 bottom-0 h-0.5 overflow-hidden rounded-full bg-line">
          <div
            className="h-full bg-accent/50"
            style={{ width: `${length > 1 ? (100 * (ready - 1)) / (length - 1) : 100}%` }}
          />
        </div>
        <input
          type="range"
          aria-label={words.moment}
          aria-valuetext={words.says(at, length, says)}
          min={1}
          max={length}
          value={at}
          onChange={(event) => jump(Number(event.target.value))}
          className="mt-2 block h-6 w-full cursor-pointer accent-(--accent)"
        />
      </div>
      <p className="min-w-20 text-right text-sm text-muted tabular">{words.of(at, length)}</p>
      <div className="max-sm:hidden">
        <Segmented label={words.speed} size="sm" value={speed} onChange={setSpeed} options={SPEEDS} />
      </div>
    </section>
  );
}

/** Hundreds of them, and none changes when one goes elsewhere. */
const Marks = memo(function Marks({ moments, length }: Pick<ScrubberProps, 'moments' | 'length'>) {
  return moments.map(({ seq, kind }) => (
    <span
      key={`${kind} ${seq}`}
      className={classes('absolute -translate-x-1/2', SIGNS[kind])}
      style={{ left: `${length > 1 ? ((seq - 1) / (length - 1)) * 100 : 0}%` }}
    />
  ));
});
