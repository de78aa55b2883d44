'use client';

import { memo } from 'react';
import type { Miniature } from '../../classroom/protocol/messages.ts';
import { useWords } from '../language/words.ts';

const WIDTH = 200;

/** The shape of a heap: names at the left, objects to the right, leaked ones hatched by a broken edge. */
export const MiniHeap = memo(function MiniHeap({
  heap,
  className,
}: {
  readonly heap: Miniature;
  readonly className?: string;
}) {
  const { liveWall } = useWords('liveWall');
  const height = WIDTH / heap.ratio;
  const stroke = Math.max(1, Math.min(3, Math.max(WIDTH, height) / 130));
  const centre = (index: number, side: 'from' | 'to') => {
    const card = heap.cards[index];
    if (card === undefined) return null;
    return { x: (card.x + (side === 'from' ? card.w : 0)) * WIDTH, y: (card.y + card.h / 2) * height };
  };
  const leaked = heap.cards.filter(({ look }) => look === 'leaked').length;
  const objects = heap.cards.filter(({ look }) => look !== 'names').length + heap.more;
  return (
    <svg
      role="img"
      aria-label={liveWall.small(objects, leaked)}
      viewBox={`${-stroke} ${-stroke} ${WIDTH + 2 * stroke} ${height + 2 * stroke}`}
      preserveAspectRatio="xMidYMid meet"
      className={className}
    >
      {heap.arrows.map(([from, to], index) => {
        const [a, b] = [centre(from, 'from'), centre(to, 'to')];
        if (a === null || b === null) return null;
        const bend = Math.max(8, Math.abs(b.x - a.x) / 2);
        return (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: a picture is drawn anew as a whole
            key={index}
            d={`M${a.x} ${a.y}C${a.x + bend} ${a.y} ${b.x - bend} ${b.y} ${b.x} ${b.y}`}
            fill="none"
            stroke="var(--edge)"
            strokeWidth={stroke}
          />
        );
      })}
      {heap.cards.map(({ x, y, w, h, look }, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a picture is drawn anew as a whole
          key={index}
          x={x * WIDTH}
          y={y * height}
          width={w * WIDTH}
          height={h * height}
          rx={stroke * 2}
          fill={
            look === 'names'
              ? 'var(--sunken)'
              : look === 'leaked'
                ? 'var(--leaked-soft)'
                : 'var(--accent-soft)'
          }
          stroke={look === 'names' ? 'var(--edge)' : look === 'leaked' ? 'var(--leaked)' : 'var(--accent)'}
          strokeWidth={look === 'names' ? stroke : stroke * 1.5}
          strokeDasharray={look === 'leaked' ? `${stroke * 3} ${stroke * 2}` : undefined}
        />
      ))}
    </svg>
  );
});
