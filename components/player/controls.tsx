'use client';

import { ChevronFirst, ChevronLast, Pause, Play, StepBack, StepForward } from 'lucide-react';
import { IconButton } from '../design/button.tsx';
import { Segmented } from '../design/choices.tsx';
import type { Playing } from '../design/use-playing.ts';
import { useWords } from '../language/words.ts';

const SPEEDS = [
  { value: '0.5', label: '½×' },
  { value: '1', label: '1×' },
  { value: '2', label: '2×' },
  { value: '8', label: '8×' },
] as const;

export interface ControlsProps {
  readonly at: number;
  readonly last: number;
  readonly playing: Playing;
  /** What the step is, for the slider. */
  readonly says: string;
}

/** Play, pause, a step on or back, anywhere along the line, and how fast. */
export function Controls({
  at,
  last,
  playing: { playing, toggle, speed, setSpeed, jump },
  says,
}: ControlsProps) {
  const { player } = useWords('player');
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-3 py-1.5">
      <div className="flex items-center">
        <IconButton
          icon={ChevronFirst}
          label={player.first}
          disabled={at <= 0}
          onClick={() => jump(0)}
          className="max-sm:hidden"
        />
        <IconButton icon={StepBack} label={player.back} disabled={at <= 0} onClick={() => jump(at - 1)} />
        <IconButton
          icon={playing ? Pause : Play}
          label={playing ? player.pause : player.play}
          variant="primary"
          onClick={toggle}
        />
        <IconButton
          icon={StepForward}
          label={player.forward}
          disabled={at >= last}
          onClick={() => jump(at + 1)}
        />
        <IconButton
          icon={ChevronLast}
          label={player.last}
          disabled={at >= last}
          onClick={() => jump(last)}
          className="max-sm:hidden"
        />
      </div>
      <input
        type="range"
        aria-label={player.slider}
        aria-valuetext={player.sliderAt(at, last, says)}
        min={0}
        max={last}
        value={at}
        onChange={(event) => jump(Number(event.target.value))}
        className="block h-6 min-w-24 flex-1 cursor-pointer accent-(--accent)"
      />
      <div className="max-sm:hidden">
        <Segmented label={player.speed} size="sm" value={speed} onChange={setSpeed} options={SPEEDS} />
      </div>
    </div>
  );
}
