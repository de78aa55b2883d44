'use client';

import type { Focus } from '../../classroom/protocol/messages.ts';
import { useWords } from '../language/words.ts';
import { WallTile } from './wall-tile.tsx';

/** Everybody's heap in small on the projector, as the teacher's page tells it. */
export function WallOfForks({ focus }: { readonly focus: Focus }) {
  const { liveWall } = useWords('liveWall');
  const { tiles, more } = focus;
  return (
    <section
      aria-label={liveWall.heaps}
      className="min-h-0 flex-1 overflow-auto p-5 -outline-offset-2"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
      tabIndex={0}
    >
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-4">
        {tiles.map((tile, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a tile is its place: who it is, is not told
            key={index}
            className="flex flex-col gap-2 rounded-xl border border-line-strong bg-surface p-4 text-base"
          >
            <WallTile tile={tile} wall />
          </li>
        ))}
      </ul>
      {more === 0 ? null : <p className="mt-4 text-muted tabular">{liveWall.andMore(more)}</p>}
    </section>
  );
}
