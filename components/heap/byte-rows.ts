/** Fields of a block laid out in rows of equal length, so that bytes are drawn to scale. */
import type { FieldView } from '../../heap/index.ts';

export const ROW_BYTES = 32;
/** A field longer than this is cut: what is between its first and its last row is told as a number. */
const LONGEST = 3 * ROW_BYTES;

export interface Segment {
  readonly field: FieldView;
  readonly bytes: number;
  /** The first piece of its field, which carries the name. */
  readonly first: boolean;
}

export interface ByteRow {
  /** Offset of the first byte, as fields count it. */
  readonly offset: number;
  readonly segments: readonly Segment[];
  /** Bytes left out between this row and the next. */
  readonly cut: number;
}

export function byteRows(fields: readonly FieldView[]): ByteRow[] {
  const rows: { offset: number; segments: Segment[]; cut: number; filled: number }[] = [];
  const start = fields[0]?.offset ?? 0;
  const row = (offset: number) => {
    const last = rows.at(-1);
    if (last !== undefined && last.filled < ROW_BYTES) return last;
    const next = { offset, segments: [], cut: 0, filled: 0 };
    rows.push(next);
    return next;
  };
  for (const field of fields) {
    let left = field.bytes;
    let first = true;
    while (left > 0) {
      const at = row(field.offset + field.bytes - left);
      const bytes = Math.min(left, ROW_BYTES - at.filled);
      at.segments.push({ field, bytes, first });
      at.filled += bytes;
      left -= bytes;
      first = false;
      const whole = Math.floor(left / ROW_BYTES) * ROW_BYTES;
      if (field.bytes > LONGEST && at.filled === ROW_BYTES && whole > ROW_BYTES) {
        at.cut = whole - (left === whole ? ROW_BYTES : 0);
        left -= at.cut;
      }
    }
  }
  return rows.map(({ offset, segments, cut }) => ({
    offset: rows.length === 1 ? start : offset,
    segments,
    cut,
  }));
}
