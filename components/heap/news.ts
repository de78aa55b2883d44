import type { HeapView, ObjectView } from '../../heap/index.ts';
import { difference } from './difference.ts';
import { isScalar } from './picture.ts';
import { count, shortened } from './words.ts';

/** What changed on the heap, as one or two sentences to be read aloud. Empty when there is nothing to say. */
const SAID = 3;
const LONG = 40;

export function news(before: HeapView, after: HeapView): string {
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
      counts.push(`${named(object)}: ${count(object.refcount, 'reference')}`);
    if (change.generation && object.generation !== null) older.push(object);
  }
  return [
    list('New', made.map(named)),
    list('Freed', dead.map(named)),
    list('Leaked', leaked.map(named)),
    counts.length === 0 ? '' : `${enumerate(counts)}.`,
    older.length === 0 ? '' : `${count(older.length, 'object')} moved to another generation.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function named(object: ObjectView): string {
  return `${object.type} ${shortened(object.repr, LONG)}`;
}

function list(what: string, parts: readonly string[]): string {
  return parts.length === 0 ? '' : `${what}: ${enumerate(parts)}.`;
}

function enumerate(parts: readonly string[]): string {
  const shown = parts.slice(0, SAID).join(', ');
  return parts.length > SAID ? `${shown} and ${parts.length - SAID} more` : shown;
}
