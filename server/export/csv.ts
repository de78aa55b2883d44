/**
 * A sheet as CSV that spreadsheets open: UTF-8 with its mark, CRLF, times in ISO 8601. A text that begins like a
 * formula gets an apostrophe in front, because students choose what stands in these cells.
 */
import { stringify } from 'csv-stringify/sync';
import { turn } from '../store/rows.ts';
import type { Cell, Sheet } from './sheets.ts';

const MARK = '\uFEFF';

function rowsText(rows: readonly (readonly Cell[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    {
      record_delimiter: 'windows',
      escape_formulas: true,
      cast: {
        // A number is no formula, whatever its sign.
        number: (value) => ({ value: String(value), escape_formulas: false }),
        date: (value) => value.toISOString(),
        boolean: (value) => (value ? 'yes' : 'no'),
      },
    },
  );
}

export async function* csvOf(sheet: Sheet): AsyncGenerator<string> {
  yield MARK + rowsText([sheet.head]);
  for await (const rows of sheet.portions()) {
    yield rowsText(rows);
    await turn();
  }
}
