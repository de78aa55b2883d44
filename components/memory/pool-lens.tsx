'use client';

import { useCallback } from 'react';
import { GRANULE, type MemoryMap, NO_SIZE_CLASS, POOL } from '../../heap/index.ts';
import { useWords } from '../language/words.ts';
import { CanvasGrid } from './canvas-grid.tsx';
import type { MapColours } from './colours.ts';
import { type LensLayout, layoutLens } from './map-layout.ts';
import { blockState, capacityOf, granuleOfBlock } from './map-words.ts';
import type { Colouring } from './paint.ts';

export interface PoolLensProps {
  readonly map: MemoryMap;
  readonly version: unknown;
  readonly pool: number;
  readonly width: number;
  /** About how high the pool should be. */
  readonly height: number;
  readonly colours: MapColours;
  readonly colouring: Colouring;
  readonly active: number;
  readonly onActive: (block: number) => void;
  readonly onChoose: (block: number) => void;
  readonly onLeave: () => void;
  readonly hovered: number | null;
  readonly onHover: (block: number | null) => void;
  /** Blocks of the selected object in this pool. */
  readonly selected: ReadonlySet<number>;
  readonly describe: (block: number) => string;
  /** The type of what a block holds, for cells that have room for a word. */
  readonly typeOf: (block: number) => string;
}

const GAP = 1;
const WORDED = 30;

/** The blocks of one pool, large enough to point at. */
export function PoolLens({
  map,
  version,
  pool,
  width,
  height,
  colours,
  colouring,
  active,
  onActive,
  onChoose,
  onLeave,
  hovered,
  onHover,
  selected,
  describe,
  typeOf,
}: PoolLensProps) {
  const { memory } = useWords('memory');
  const sizeClass = map.poolClass[pool] ?? NO_SIZE_CLASS;
  const inUse = map.poolState[pool] === POOL.used || map.poolState[pool] === POOL.full;
  const blocks = inUse ? capacityOf(sizeClass) : 0;
  const layout = layoutLens(blocks, width, height);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the map is the same object; the version says that it changed
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => {
      const at = layoutLens(blocks, width, height);
      for (let block = 0; block < blocks; block++)
        drawBlock(context, map, pool, block, at, colours, colouring, typeOf);
      for (const block of selected) frame(context, at, block, colours.accent, 3);
      if (hovered !== null && hovered < blocks) frame(context, at, hovered, colours.ink, 1.5);
      frame(context, at, Math.min(active, blocks - 1), colours.accent, 2);
    },
    [map, version, pool, blocks, width, height, colours, colouring, active, hovered, selected, typeOf],
  );
  if (blocks === 0) return null;
  const blockAt = (x: number, y: number): number | null => {
    const column = Math.floor(x / layout.cell);
    const block = Math.floor(y / layout.cell) * layout.columns + column;
    return column < 0 || column >= layout.columns || block >= blocks ? null : block;
  };
  const blockOf = (cell: { row: number; column: number }) => cell.row * layout.columns + cell.column;
  const now = Math.min(active, blocks - 1);
  return (
    <CanvasGrid
      label={memory.blocks}
      width={layout.columns * layout.cell}
      height={layout.height}
      grid={{ rows: layout.rows, columns: layout.columns, has: (cell) => blockOf(cell) < blocks }}
      active={{ row: Math.floor(now / layout.columns), column: now % layout.columns }}
      onActive={(cell) => onActive(blockOf(cell))}
      describe={(cell) => describe(blockOf(cell))}
      onEnter={() => onChoose(now)}
      onEscape={onLeave}
      onPoint={(point) => onHover(point === null ? null : blockAt(point.x, point.y))}
      onPress={({ x, y }) => {
        const block = blockAt(x, y);
        if (block === null) return;
        onActive(block);
        onChoose(block);
      }}
      draw={draw}
    />
  );
}

function drawBlock(
  context: CanvasRenderingContext2D,
  map: MemoryMap,
  pool: number,
  block: number,
  { columns, cell }: LensLayout,
  colours: MapColours,
  colouring: Colouring,
  typeOf: (block: number) => string,
): void {
  const x = (block % columns) * cell;
  const y = Math.floor(block / columns) * cell;
  const side = cell - GAP;
  switch (blockState(map, pool, block)) {
    case GRANULE.used: {
      const owner = map.owner[pool * 1024 + granuleOfBlock(map, pool, block)] ?? 0;
      const fill = colouring === 'class' ? colours.classes[map.poolClass[pool] ?? 0] : colours.owners[owner];
      context.fillStyle = fill ?? colours.edge;
      context.fillRect(x, y, side, side);
      if (cell >= WORDED) word(context, typeOf(block), x, y, side, colours);
      break;
    }
    case GRANULE.kept:
      context.strokeStyle = colours.edge;
      context.lineWidth = 1.5;
      context.strokeRect(x + 0.75, y + 0.75, side - 1.5, side - 1.5);
      context.beginPath();
      context.moveTo(x + 2, y + side - 2);
      context.lineTo(x + side - 2, y + 2);
      context.stroke();
      break;
    case GRANULE.free:
      context.strokeStyle = colours.edge;
      context.lineWidth = 1;
      context.strokeRect(x + 0.5, y + 0.5, side - 1, side - 1);
      context.beginPath();
      context.arc(x + side / 2, y + side / 2, Math.max(1.5, side / 8), 0, 7);
      context.stroke();
      break;
    default:
      context.fillStyle = colours.sunken;
      context.fillRect(x, y, side, side);
  }
}

function word(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  side: number,
  colours: MapColours,
): void {
  context.font = '600 10px "JetBrains Mono Variable", monospace';
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  const room = Math.floor((side - 4) / 6);
  const short = text.length <= room ? text : text.slice(0, room);
  const wide = context.measureText(short).width + 4;
  context.fillStyle = colours.surface;
  context.fillRect(x + (side - wide) / 2, y + side / 2 - 6.5, wide, 13);
  context.fillStyle = colours.ink;
  context.fillText(short, x + side / 2, y + side / 2 + 0.5);
}

function frame(
  context: CanvasRenderingContext2D,
  { columns, cell }: LensLayout,
  block: number,
  colour: string,
  width: number,
): void {
  if (block < 0) return;
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.strokeRect((block % columns) * cell, Math.floor(block / columns) * cell, cell - GAP, cell - GAP);
}
