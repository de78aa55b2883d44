/** Rows of texts and of code, which do not lie in memory: which cells changed from one moment to the next, and to what. */

export interface CellChange<T> {
  /** Lengths before and after. */
  readonly from: number;
  readonly to: number;
  readonly at: readonly number[];
  readonly values: readonly T[];
}

/** The same with what was there before, so that it leads back as well. */
export interface TwoWayCells<T> extends CellChange<T> {
  readonly before: readonly T[];
}

/** Makes `cells` equal to `now` and says what that changed; `empty` stands where there is none. */
export function changeCells<T>(cells: T[], now: readonly T[], empty: T): CellChange<T> {
  const from = cells.length;
  const to = now.length;
  const at: number[] = [];
  const values: T[] = [];
  for (let i = 0; i < to || i < from; i++) {
    const value = i < to ? (now[i] ?? empty) : empty;
    if ((cells[i] ?? empty) === value) continue;
    at.push(i);
    values.push(value);
    cells[i] = value;
  }
  setLength(cells, to, empty);
  return { from, to, at, values };
}

/** Makes the change at the newest end, `cells`, and gives it with what was there before. */
export function followCells<T>(
  cells: T[],
  { from, to, at, values }: CellChange<T>,
  empty: T,
): TwoWayCells<T> {
  const before = at.map((i) => cells[i] ?? empty);
  at.forEach((i, k) => {
    cells[i] = values[k] ?? empty;
  });
  setLength(cells, to, empty);
  return { from, to, at, values, before };
}

export function moveCells<T>(cells: T[], change: TwoWayCells<T>, onwards: boolean, empty: T): void {
  const values = onwards ? change.values : change.before;
  change.at.forEach((i, k) => {
    cells[i] = values[k] ?? empty;
  });
  setLength(cells, onwards ? change.to : change.from, empty);
}

export function joinCells<T>(first: TwoWayCells<T>, second: TwoWayCells<T>, empty: T): TwoWayCells<T> {
  const joined = new Map<number, { readonly before: T; value: T }>();
  first.at.forEach((i, k) => {
    joined.set(i, { before: first.before[k] ?? empty, value: first.values[k] ?? empty });
  });
  second.at.forEach((i, k) => {
    const value = second.values[k] ?? empty;
    const known = joined.get(i);
    if (known === undefined) joined.set(i, { before: second.before[k] ?? empty, value });
    else known.value = value;
  });
  const left = [...joined].filter(([, { before, value }]) => before !== value);
  return {
    from: first.from,
    to: second.to,
    at: left.map(([i]) => i),
    values: left.map(([, { value }]) => value),
    before: left.map(([, { before }]) => before),
  };
}

function setLength<T>(cells: T[], length: number, empty: T): void {
  while (cells.length < length) cells.push(empty);
  cells.length = length;
}
