'use client';

import { Check, CircleDashed, LoaderCircle } from 'lucide-react';
import type { Tile } from '../../classroom/protocol/messages.ts';
import { classes } from '../design/classes.ts';
import { useWords } from '../language/words.ts';
import { MiniHeap } from './mini-heap.tsx';
import { progressWords } from './wall.ts';

/** One student on the wall: how far, and the shape of their heap. */
export function WallTile({
  tile,
  last = null,
  wall = false,
}: {
  readonly tile: Tile;
  /** Their newest input; not for a projector. */
  readonly last?: string | null;
  /** On a projector. */
  readonly wall?: boolean;
}) {
  const { liveWall } = useWords('liveWall');
  const done = tile.inputs > 0 && tile.met === tile.of;
  const Icon = done ? Check : tile.inputs === 0 ? CircleDashed : LoaderCircle;
  return (
    <>
      {tile.name === null ? null : <span className="block w-full truncate font-medium">{tile.name}</span>}
      <span
        className={classes(
          'flex w-full items-center gap-1.5 text-xs',
          done ? 'text-newborn-ink' : tile.inputs === 0 ? 'text-faint' : 'text-muted',
        )}
      >
        <Icon aria-hidden className="size-[1.2em] shrink-0" />
        <span className="min-w-0 flex-1 truncate">{progressWords(tile, liveWall)}</span>
        {tile.inputs === 0 ? null : <span className="shrink-0 tabular">{liveWall.inputs(tile.inputs)}</span>}
      </span>
      <span
        className={classes(
          'flex w-full items-center justify-center overflow-hidden rounded-md bg-canvas p-1.5',
          wall ? 'h-40' : 'h-28',
        )}
      >
        {tile.heap === null ? (
          <span className="text-xs text-faint">{tile.inputs === 0 ? liveWall.empty : liveWall.running}</span>
        ) : (
          <MiniHeap heap={tile.heap} className="h-full w-full" />
        )}
      </span>
      {last === null ? null : (
        <code
          className="block min-h-[1.4em] w-full truncate text-left font-mono text-xs text-muted"
          title={last}
        >
          {last}
        </code>
      )}
    </>
  );
}
