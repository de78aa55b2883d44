/** A small heap in words: what each name refers to, and what those objects refer to. */
import { isDrawn, SAYS_TYPE } from '../../classroom/deck/pointable.ts';
import type { HeapView, ObjectView, Serial } from '../../heap/index.ts';

const MOST = 12;

export function pictureWords(heap: HeapView): string {
  const objects = new Map(heap.objects.map((object) => [object.serial, object]));
  const names = new Map<Serial, string>();
  const parts: string[] = [];
  for (const space of heap.namespaces) {
    for (const { name, target } of space.names) {
      const object = objects.get(target);
      if (object === undefined || !isDrawn(object)) continue;
      const known = names.get(target);
      parts.push(
        known === undefined ? `${name} is the ${said(object)}` : `${name} is the same object as ${known}`,
      );
      if (known === undefined) names.set(target, name);
    }
  }
  for (const object of heap.objects.filter(isDrawn)) {
    for (const { label, target } of object.slots) {
      const to = objects.get(target);
      if (to === undefined || !isDrawn(to)) continue;
      parts.push(`${named(object, names)} ${label}: ${named(to, names)}`);
    }
  }
  const rest = parts.length - MOST;
  return `A picture of a heap. ${parts.slice(0, MOST).join('; ')}${rest > 0 ? `; and ${rest} more references` : ''}.`;
}

function named(object: ObjectView, names: ReadonlyMap<Serial, string>): string {
  return names.get(object.serial) ?? `the ${said(object)}`;
}

function said({ type, repr }: ObjectView): string {
  return SAYS_TYPE.test(repr) ? `${type} object` : `${type} ${repr}`;
}
