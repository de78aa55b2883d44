/** The thread of workbook.ts: gathers rows, then zips them. */
import { parentPort } from 'node:worker_threads';
import writeExcelFile, { type Cell as FileCell, type Row } from 'write-excel-file/node';
import type { Cell } from './sheets.ts';
import type { ToThread } from './workbook.ts';

/** What Excel takes in one cell. */
const LONGEST = 32_767;
const CUT = ' … (cut)';
/** XML 1.0 has no place for these, and Excel refuses the whole file; a box shows that there was something. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFC\u{10000}-\u{10FFFF}]/gu;

function fileCell(value: Cell): FileCell {
  if (value === null || value === '') return null;
  if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd hh:mm:ss' };
  if (typeof value !== 'string') return { value: typeof value === 'number' ? value : value ? 'yes' : 'no' };
  const clean = value.replace(UNWRITABLE, '\u25A1');
  const text = clean.length > LONGEST ? `${clean.slice(0, LONGEST - CUT.length)}${CUT}` : clean;
  return { value: text, type: String };
}

const sheets = new Map<string, Row[]>();
const port = parentPort;
if (port === null) throw new Error('this file is a thread');

port.on('message', (message: ToThread) => {
  if (message.kind === 'rows') {
    const rows = sheets.get(message.sheet) ?? [];
    const first = rows.length === 0;
    for (const [index, row] of message.rows.entries()) {
      rows.push(
        row.map((cell) => {
          const made = fileCell(cell);
          return first && index === 0 && made !== null && typeof made === 'object' && 'value' in made
            ? { ...made, fontWeight: 'bold' as const }
            : made;
        }),
      );
    }
    sheets.set(message.sheet, rows);
    return;
  }
  const made = [...sheets].map(([name, data]) => ({
    sheet: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    data,
    stickyRowsCount: 1,
    columns: (data[0] ?? []).map(() => ({ width: 18 })),
  }));
  void writeExcelFile(made)
    .toBuffer()
    .then((bytes) => port.postMessage(new Uint8Array(bytes)));
});
