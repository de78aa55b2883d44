/** The thread that runs a lesson through for the replay page. It is given entries and answers with FromRun. */
import * as z from 'zod/mini';
import { entrySchema } from '../../classroom/protocol/entry.ts';
import { RunThrough } from './run-through.ts';

const entries = z.array(entrySchema);
const SLICE = 100;

const run = new RunThrough(
  (message) => postMessage(message),
  () => performance.now(),
);
let running = false;

function go(): void {
  running = run.go(SLICE);
  // Between slices new entries are taken in.
  if (running) setTimeout(go, 0);
}

addEventListener('message', (event: MessageEvent<unknown>) => {
  run.extend(entries.parse(event.data));
  if (!running) go();
});
