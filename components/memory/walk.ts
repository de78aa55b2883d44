/** Walking a grid of cells with the keyboard, as the ARIA grid pattern asks for. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

export interface Grid {
  readonly rows: number;
  readonly columns: number;
  /** The last row, or the last arena, may be cut short. */
  readonly has: (cell: Cell) => boolean;
}

const PAGE = 8;

/** Where a key leads, or null for a key that does not walk. Stays where it is at the border. */
export function walk(key: string, withControl: boolean, at: Cell, grid: Grid): Cell | null {
  const to = goal(key, withControl, at, grid);
  if (to === null) return null;
  const inside = {
    row: Math.min(Math.max(0, to.row), grid.rows - 1),
    column: Math.min(Math.max(0, to.column), grid.columns - 1),
  };
  if (grid.has(inside)) return inside;
  // beyond the end of a short row: its last cell, when the key meant the end
  if (key !== 'End') return at;
  for (let { row, column } = inside; row >= 0; row--, column = grid.columns - 1) {
    for (; column >= 0; column--) if (grid.has({ row, column })) return { row, column };
  }
  return at;
}

function goal(key: string, withControl: boolean, { row, column }: Cell, grid: Grid): Cell | null {
  switch (key) {
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'PageUp':
      return { row: row - PAGE, column };
    case 'PageDown':
      return { row: row + PAGE, column };
    case 'Home':
      return { row: withControl ? 0 : row, column: 0 };
    case 'End':
      return { row: withControl ? grid.rows - 1 : row, column: grid.columns - 1 };
    default:
      return null;
  }
}
