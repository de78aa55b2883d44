/** What one entry did to the heap, object by object, told by running the log again up to it. */
import type { HeapView, Serial } from '../../heap/index.ts';
import { difference } from '../heap/difference.ts';
import type { Words } from '../language/words.ts';
import { inSlices } from './in-slices.ts';
import type { Deed, Past } from './past.ts';

export interface Effect extends Deed {
  readonly id: number;
  /** Alive after it and not before. */
  readonly made: readonly Serial[];
  /** Another count, value, generation, or not reachable any more. */
  readonly changed: readonly Serial[];
  /** How many died in it. */
  readonly freed: number;
}

/** Null where the past has no such entry. */
export async function tellEffect(past: Past, id: number, signal: AbortSignal): Promise<Effect | null> {
  const first = past.open();
  let steps = 0;
  let found = false;
  await inSlices(() => {
    const step = first.next();
    found = step?.id === id;
    if (!found) steps++;
    return step !== null && !found;
  }, signal);
  if (!found) return null;
  // Once more, to stand just before it: looking at the heap after every statement would cost more.
  const run = past.open();
  await inSlices(() => {
    if (steps === 0) return false;
    run.next();
    steps--;
    return true;
  }, signal);
  const before = run.machine.inspect();
  const step = run.next();
  if (step === null) return null;
  const after = run.machine.inspect();
  const { born, changed, gone } = difference(before, after);
  const own = new Set(ownSerials(after));
  return {
    id,
    author: step.author,
    source: step.source,
    removed: step.removed,
    made: [...born].filter((serial) => own.has(serial)),
    changed: [...changed.keys()].filter((serial) => own.has(serial)),
    freed: gone.filter(({ builtin, internal }) => !builtin && !internal).length,
  };
}

function ownSerials(view: HeapView): Serial[] {
  return view.objects.filter(({ builtin, internal }) => !builtin && !internal).map(({ serial }) => serial);
}

/** One or two sentences; the second where the heap has gone on since. */
export function effectWords({ made, changed, freed }: Effect, now: HeapView, words: Words['time']): string {
  const alive = new Set(now.objects.map(({ serial }) => serial));
  const gone = [...made, ...changed].filter((serial) => !alive.has(serial)).length;
  return words.effect(made.length, changed.length, freed, gone);
}
