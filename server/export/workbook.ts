/**
 * A lesson as an Excel workbook. Zipping sixty thousand rows takes seconds of work, so a thread of its own does it, and
 * live classes on this server notice nothing. Cells are typed: a text that begins with `=` is a text and no formula.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { turn } from '../store/rows.ts';
import type { Cell, Sheet, SheetName } from './sheets.ts';

export type ToThread =
  | { readonly kind: 'rows'; readonly sheet: string; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'end' };

export async function workbookOf(
  sheets: readonly { readonly name: SheetName; readonly sheet: Sheet }[],
): Promise<Uint8Array> {
  const thread = new Worker(new URL('./workbookStart.mjs', import.meta.url), { execArgv: [] });
  try {
    const answer = once(thread, 'message');
    answer.catch(() => {});
    const send = (message: ToThread) => thread.postMessage(message);
    for (const { name, sheet } of sheets) {
      send({ kind: 'rows', sheet: name, rows: [sheet.head] });
      for await (const rows of sheet.portions()) {
        send({ kind: 'rows', sheet: name, rows });
        await turn();
      }
    }
    send({ kind: 'end' });
    const [bytes]: unknown[] = await answer;
    if (!(bytes instanceof Uint8Array)) throw new Error('the workbook came out as no bytes');
    return bytes;
  } finally {
    await thread.terminate();
  }
}
