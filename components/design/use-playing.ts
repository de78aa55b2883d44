'use client';

import { useCallback, useEffect, useState } from 'react';

export const SPEEDS = ['0.5', '1', '2', '8'] as const;
export type Speed = (typeof SPEEDS)[number];

export interface PlayingOptions {
  readonly at: number;
  readonly first: number;
  readonly last: number;
  /** Milliseconds per step at single speed. */
  readonly beat: number;
  readonly onMove: (to: number) => void;
  /** Somebody else moves it: nothing runs, no key works. */
  readonly idle?: boolean;
}

export interface Playing {
  readonly playing: boolean;
  readonly toggle: () => void;
  readonly speed: Speed;
  readonly setSpeed: (speed: Speed) => void;
  /** Goes there and stops. */
  readonly jump: (to: number) => void;
}

/** Where all of the keys, or the space bar alone, have another meaning already. */
const TAKEN =
  'input, textarea, [contenteditable=true], [role=tab], [role=radio], [role=menu], [role=dialog], [role=alertdialog]';
const PRESSED = 'button, a, summary';

/** Something that has steps and can run. Left, Right, Home, End and the space bar work from anywhere. */
export function usePlaying({ at, first, last, beat, onMove, idle = false }: PlayingOptions): Playing {
  const [wanted, setWanted] = useState(false);
  const [speed, setSpeed] = useState<Speed>('1');
  const playing = wanted && !idle && at < last;

  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => {
      onMove(at + 1);
      if (at + 1 >= last) setWanted(false);
    }, beat / Number(speed));
    return () => clearTimeout(timer);
  }, [playing, at, last, beat, speed, onMove]);

  const jump = useCallback(
    (to: number) => {
      setWanted(false);
      onMove(Math.min(Math.max(first, to), last));
    },
    [first, last, onMove],
  );
  const toggle = useCallback(() => {
    if (at >= last) onMove(first);
    setWanted(!playing);
  }, [at, first, last, playing, onMove]);

  useEffect(() => {
    if (idle) return;
    const press = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (target instanceof HTMLElement && target.closest(TAKEN)) return;
      const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: first, End: last }[event.key];
      if (to === undefined && event.key !== ' ') return;
      if (to === undefined && target instanceof HTMLElement && target.closest(PRESSED)) return;
      event.preventDefault();
      if (to === undefined) toggle();
      else jump(to);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [idle, at, first, last, jump, toggle]);

  return { playing, toggle, speed, setSpeed, jump };
}
