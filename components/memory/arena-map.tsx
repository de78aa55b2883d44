'use client';

import { useCallback, useRef } from 'react';
import { ARENA_POOLS, type MemoryMap, NO_SIZE_CLASS, POOL } from '../../heap/index.ts';
import { useWords } from '../language/words.ts';
import { CanvasGrid } from './canvas-grid.tsx';
import type { MapColours } from './colours.ts';
import {
  arenaBox,
  type Box,
  cellOfPool,
  GRANULE_COLUMNS,
  layoutMap,
  POOL_COLUMNS,
  poolAt,
  poolBox,
  poolOfCell,
} from './map-layout.ts';
import { blockSize, poolSentence } from './map-words.ts';
import { type Colouring, paintPool } from './paint.ts';

/** A stretch of granules inside a pool. */
export interface Stretch {
  readonly pool: number;
  readonly first: number;
  readonly length: number;
}

export interface ArenaMapProps {
  readonly map: MemoryMap;
  /** A new value after each update of the map. */
  readonly version: unknown;
  readonly width: number;
  readonly colours: MapColours;
  readonly colouring: Colouring;
  readonly active: number;
  readonly onActive: (pool: number) => void;
  /** Into the pool, to its blocks. */
  readonly onEnter: (pool: number) => void;
  readonly hovered: number | null;
  readonly onHover: (place: { readonly pool: number; readonly granule: number } | null) => void;
  readonly onPress: (place: { readonly pool: number; readonly granule: number }) => void;
  readonly selected: readonly Stretch[];
}

/** From this width on a pool says its size class. */
const LABELLED = 30;
/** Smaller pools are not set apart. */
const LINED = 10;

/** All arenas: 8 × 8 pools each, every pool 32 × 32 points of 16 bytes. */
export function ArenaMap({
  map,
  version,
  width,
  colours,
  colouring,
  active,
  onActive,
  onEnter,
  hovered,
  onHover,
  onPress,
  selected,
}: ArenaMapProps) {
  const { memory } = useWords('memory');
  const textures = useRef(new Textures());
  const layout = layoutMap(map.arenas, width);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the map is the same object; the version says that it changed
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => {
      const at = layoutMap(map.arenas, width);
      textures.current.paint(map, colours, colouring);
      for (let arena = 0; arena < map.arenas; arena++) {
        const box = arenaBox(at, arena);
        const texture = textures.current.of(arena);
        context.imageSmoothingEnabled = at.side < POOL_COLUMNS * GRANULE_COLUMNS;
        if (texture !== null) context.drawImage(texture, box.x, box.y, box.side, box.side);
        lines(context, box, colours);
        if (at.side / POOL_COLUMNS >= LINED) frames(context, map, arena, at, colours);
      }
      if (at.side / POOL_COLUMNS >= LABELLED) labels(context, map, at, colours, memory.empty);
      for (const each of selected) outline(context, poolBox(at, each.pool), each, colours);
      if (hovered !== null && hovered !== active) ring(context, poolBox(at, hovered), colours.ink, 1);
      if (active < map.arenas * ARENA_POOLS) ring(context, poolBox(at, active), colours.accent, 2.5);
    },
    [map, version, width, colours, colouring, active, hovered, selected, memory],
  );
  const poolOf = (cell: { row: number; column: number }) => poolOfCell(layout, cell.row, cell.column);
  return (
    <CanvasGrid
      label={memory.pools}
      width={layout.width}
      height={layout.height}
      grid={{
        rows: layout.rows * POOL_COLUMNS,
        columns: layout.columns * POOL_COLUMNS,
        has: (cell) => poolOf(cell) !== null,
      }}
      active={cellOfPool(layout, active)}
      onActive={(cell) => onActive(poolOf(cell) ?? active)}
      describe={(cell) => {
        const pool = poolOf(cell);
        return pool === null ? '' : poolSentence(map, pool, memory);
      }}
      onEnter={() => onEnter(active)}
      onPoint={(point) => onHover(point === null ? null : poolAt(layout, point.x, point.y))}
      onPress={(point) => {
        const place = poolAt(layout, point.x, point.y);
        if (place !== null) onPress(place);
      }}
      draw={draw}
    />
  );
}

/** One small canvas per arena, repainted pool by pool where the map says that something changed. */
class Textures {
  private readonly canvases: HTMLCanvasElement[] = [];
  private colours: MapColours | null = null;
  private colouring: Colouring | null = null;
  private painted = 0;
  private readonly image = new ImageData(GRANULE_COLUMNS, GRANULE_COLUMNS);
  private readonly pixels = new Uint32Array(this.image.data.buffer);

  of(arena: number): HTMLCanvasElement | null {
    return this.canvases[arena] ?? null;
  }

  paint(map: MemoryMap, colours: MapColours, colouring: Colouring): void {
    const all = this.colours !== colours || this.colouring !== colouring;
    for (let arena = 0; arena < map.arenas; arena++) {
      const context = this.context(arena);
      if (context === null) continue;
      for (let k = 0; k < ARENA_POOLS; k++) {
        const pool = arena * ARENA_POOLS + k;
        if (!all && arena < this.painted && map.dirty[pool] === 0) continue;
        paintPool(map, pool, this.pixels, colours.paints, colouring);
        context.putImageData(
          this.image,
          (k % POOL_COLUMNS) * GRANULE_COLUMNS,
          Math.floor(k / POOL_COLUMNS) * GRANULE_COLUMNS,
        );
      }
    }
    this.colours = colours;
    this.colouring = colouring;
    this.painted = map.arenas;
    map.clean();
  }

  private context(arena: number): CanvasRenderingContext2D | null {
    let canvas = this.canvases[arena];
    if (canvas === undefined) {
      canvas = document.createElement('canvas');
      canvas.width = POOL_COLUMNS * GRANULE_COLUMNS;
      canvas.height = POOL_COLUMNS * GRANULE_COLUMNS;
      this.canvases[arena] = canvas;
    }
    return canvas.getContext('2d');
  }
}

function ring(context: CanvasRenderingContext2D, { x, y, side }: Box, colour: string, width: number): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.strokeRect(x, y, side, side);
}

/** The borders of the pools where there is room for them, and of the arena. */
function lines(context: CanvasRenderingContext2D, box: Box, colours: MapColours): void {
  const step = box.side / POOL_COLUMNS;
  if (step >= LINED) {
    context.strokeStyle = colours.line;
    context.lineWidth = 1;
    context.beginPath();
    for (let k = 1; k < POOL_COLUMNS; k++) {
      context.moveTo(box.x + k * step, box.y);
      context.lineTo(box.x + k * step, box.y + box.side);
      context.moveTo(box.x, box.y + k * step);
      context.lineTo(box.x + box.side, box.y + k * step);
    }
    context.stroke();
  }
  ring(context, { x: box.x + 0.5, y: box.y + 0.5, side: box.side - 1 }, colours.edge, 1);
}

/** Pools that have a size stand out from those that nobody has touched, however little is in them. */
function frames(
  context: CanvasRenderingContext2D,
  map: MemoryMap,
  arena: number,
  layout: ReturnType<typeof layoutMap>,
  colours: MapColours,
): void {
  context.strokeStyle = colours.edge;
  context.lineWidth = 1;
  context.beginPath();
  for (let pool = arena * ARENA_POOLS; pool < (arena + 1) * ARENA_POOLS; pool++) {
    if (map.poolClass[pool] === NO_SIZE_CLASS) continue;
    const { x, y, side } = poolBox(layout, pool);
    context.rect(x + 1.5, y + 1.5, side - 3, side - 3);
  }
  context.stroke();
}

function labels(
  context: CanvasRenderingContext2D,
  map: MemoryMap,
  layout: ReturnType<typeof layoutMap>,
  colours: MapColours,
  empty: string,
): void {
  context.font = '600 10px "JetBrains Mono Variable", monospace';
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  for (let pool = 0; pool < map.arenas * ARENA_POOLS; pool++) {
    const sizeClass = map.poolClass[pool] ?? NO_SIZE_CLASS;
    const text =
      map.poolState[pool] === POOL.empty
        ? empty
        : sizeClass === NO_SIZE_CLASS
          ? ''
          : String(blockSize(sizeClass));
    if (text === '') continue;
    const { x, y, side } = poolBox(layout, pool);
    const wide = context.measureText(text).width + 6;
    context.fillStyle = colours.surface;
    context.fillRect(x + side - wide - 1, y + side - 14, wide, 13);
    context.fillStyle = colours.ink;
    context.fillText(text, x + side - 4, y + side - 7);
  }
}

/** A block wraps in the pool's raster as text does: one bar per line, with a halo so that it is found. */
function outline(
  context: CanvasRenderingContext2D,
  box: Box,
  { first, length }: Stretch,
  colours: MapColours,
): void {
  const step = box.side / GRANULE_COLUMNS;
  for (let g = first; g < first + length; ) {
    const column = g % GRANULE_COLUMNS;
    const run = Math.min(first + length - g, GRANULE_COLUMNS - column);
    const x = box.x + column * step;
    const y = box.y + Math.floor(g / GRANULE_COLUMNS) * step;
    context.strokeStyle = colours.surface;
    context.lineWidth = 5;
    context.strokeRect(x - 1, y - 1, run * step + 2, step + 2);
    context.strokeStyle = colours.accent;
    context.lineWidth = 2;
    context.strokeRect(x - 1, y - 1, run * step + 2, step + 2);
    g += run;
  }
}
