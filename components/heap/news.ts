import type { HeapView, ObjectView } from '../../heap/index.ts';
import type { Words } from '../language/words.ts';
import { difference } from './difference.ts';
import { isScalar } from './picture.ts';
import { shortened } from './words.ts';

/** What changed on the heap, as one or two sentences to be read aloud. Empty when there is nothing to say. */
const SAID = 3;
const LONG = 40;

export function news(before: HeapView, after: HeapView, { news: words }: Words['heap']): string {
  const { born, changed, gone } = difference(before, after);
  const told = (object: ObjectView) => !object.builtin && !object.internal && !isScalar(object);
  const now = new Map(after.objects.map((object) => [object.serial, object]));
  const made = after.objects.filter((object) => born.has(object.serial) && told(object));
  const dead = gone.filter(told);
  const leaked: ObjectView[] = [];
  const counts: string[] = [];
  const older: ObjectView[] = [];
  for (const [serial, change] of changed) {
    const object = now.get(serial);
    if (object === undefined || !told(object)) continue;
    if (change.leaked) leaked.push(object);
    else if (change.refcount && object.refcount !== null)
      counts.push(words.counted(named(object), object.refcount));
    if (change.generation && object.generation !== null) older.push(object);
  }
  return [
    list(words.born, made.map(named)),
    list(words.freed, dead.map(named)),
    list(words.leaked, leaked.map(named)),
    list(words.counts, counts),
    older.length === 0 ? '' : words.moved(older.length),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function named(object: ObjectView): string {
  return `${object.type} ${shortened(object.repr, LONG)}`;
}

function list(say: (parts: readonly string[], more: number) => string, parts: readonly string[]): string {
  return parts.length === 0 ? '' : say(parts.slice(0, SAID), Math.max(0, parts.length - SAID));
}
