/**
 * Where arenas and pools stand on the map: arenas of 8 × 8 pools side by side, as many in a row as the width allows
 * without making them unreadable. Pixels, no drawing.
 */
import { ARENA_POOLS, POOL_GRANULES } from '../../heap/index.ts';

/** Pools in a row of an arena, and granules in a row of a pool: both are squares. */
export const POOL_COLUMNS = 8;
export const GRANULE_COLUMNS = 32;
const GAP = 12;
const LARGEST = 448;
const SMALLEST = 88;

export interface MapLayout {
  readonly arenas: number;
  /** Arenas in a row. */
  readonly columns: number;
  readonly rows: number;
  /** Side of an arena. */
  readonly side: number;
  readonly width: number;
  readonly height: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

export function layoutMap(arenas: number, width: number): MapLayout {
  const most = Math.max(1, Math.floor((width + GAP) / (SMALLEST + GAP)));
  const columns = Math.max(1, Math.min(most, Math.ceil(Math.sqrt(arenas))));
  const side = Math.max(POOL_COLUMNS, Math.min(LARGEST, Math.floor((width - (columns - 1) * GAP) / columns)));
  const rows = Math.ceil(arenas / columns);
  return {
    arenas,
    columns,
    rows,
    side,
    width: columns * side + (columns - 1) * GAP,
    height: Math.max(0, rows * side + (rows - 1) * GAP),
  };
}

export function arenaBox(layout: MapLayout, arena: number): Box {
  const step = layout.side + GAP;
  return {
    x: (arena % layout.columns) * step,
    y: Math.floor(arena / layout.columns) * step,
    side: layout.side,
  };
}

export function poolBox(layout: MapLayout, pool: number): Box {
  const arena = arenaBox(layout, Math.floor(pool / ARENA_POOLS));
  const side = layout.side / POOL_COLUMNS;
  const within = pool % ARENA_POOLS;
  return {
    x: arena.x + (within % POOL_COLUMNS) * side,
    y: arena.y + Math.floor(within / POOL_COLUMNS) * side,
    side,
  };
}

/** The pool and the granule at a point; null between arenas. */
export function poolAt(
  layout: MapLayout,
  x: number,
  y: number,
): { readonly pool: number; readonly granule: number } | null {
  const step = layout.side + GAP;
  const column = Math.floor(x / step);
  const row = Math.floor(y / step);
  const arena = row * layout.columns + column;
  const inX = x - column * step;
  const inY = y - row * step;
  if (x < 0 || y < 0 || column >= layout.columns || arena >= layout.arenas) return null;
  if (inX >= layout.side || inY >= layout.side) return null;
  const side = layout.side / POOL_COLUMNS;
  const poolX = Math.floor(inX / side);
  const poolY = Math.floor(inY / side);
  const granuleX = Math.floor(((inX - poolX * side) / side) * GRANULE_COLUMNS);
  const granuleY = Math.floor(((inY - poolY * side) / side) * GRANULE_COLUMNS);
  return {
    pool: arena * ARENA_POOLS + poolY * POOL_COLUMNS + poolX,
    granule: Math.min(POOL_GRANULES - 1, granuleY * GRANULE_COLUMNS + granuleX),
  };
}

/** Row and column of a pool in the grid of all pools that one walks with the arrow keys. */
export function cellOfPool(
  layout: MapLayout,
  pool: number,
): { readonly row: number; readonly column: number } {
  const arena = Math.floor(pool / ARENA_POOLS);
  const within = pool % ARENA_POOLS;
  return {
    row: Math.floor(arena / layout.columns) * POOL_COLUMNS + Math.floor(within / POOL_COLUMNS),
    column: (arena % layout.columns) * POOL_COLUMNS + (within % POOL_COLUMNS),
  };
}

export function poolOfCell(layout: MapLayout, row: number, column: number): number | null {
  const arena = Math.floor(row / POOL_COLUMNS) * layout.columns + Math.floor(column / POOL_COLUMNS);
  if (row < 0 || column < 0 || column >= layout.columns * POOL_COLUMNS || arena >= layout.arenas) return null;
  return arena * ARENA_POOLS + (row % POOL_COLUMNS) * POOL_COLUMNS + (column % POOL_COLUMNS);
}

/** The blocks of one pool as a grid of equal cells, in the order of their addresses. */
export interface LensLayout {
  readonly blocks: number;
  readonly columns: number;
  readonly rows: number;
  readonly cell: number;
  readonly height: number;
}

const CELL_LEAST = 13;
const CELL_MOST = 56;

/** Cells as large as lets the whole pool be seen in about `height` pixels. */
export function layoutLens(blocks: number, width: number, height: number): LensLayout {
  const wanted = Math.sqrt((width * height) / Math.max(1, blocks));
  const cell = Math.max(CELL_LEAST, Math.min(CELL_MOST, Math.floor(wanted)));
  const columns = Math.max(1, Math.floor(width / cell));
  const rows = Math.ceil(blocks / columns);
  return { blocks, columns, rows, cell, height: rows * cell };
}
