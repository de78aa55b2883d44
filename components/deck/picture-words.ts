/** A small heap in words: what each name refers to, and what those objects refer to. */
import { isDrawn, SAYS_TYPE } from '../../classroom/deck/pointable.ts';
import type { HeapView, ObjectView, Serial } from '../../heap/index.ts';
import type { Words } from '../language/words.ts';

type Says = Words['deck']['picture'];

const MOST = 12;

export function pictureWords(heap: HeapView, says: Says): string {
  const objects = new Map(heap.objects.map((object) => [object.serial, object]));
  const names = new Map<Serial, string>();
  const parts: string[] = [];
  for (const space of heap.namespaces) {
    for (const { name, target } of space.names) {
      const object = objects.get(target);
      if (object === undefined || !isDrawn(object)) continue;
      const known = names.get(target);
      parts.push(known === undefined ? says.is(name, object.type, reprOf(object)) : says.same(name, known));
      if (known === undefined) names.set(target, name);
    }
  }
  for (const object of heap.objects.filter(isDrawn)) {
    for (const { label, target } of object.slots) {
      const to = objects.get(target);
      if (to === undefined || !isDrawn(to)) continue;
      parts.push(says.slot(named(object, names, says), label, named(to, names, says)));
    }
  }
  return says.whole(parts.slice(0, MOST), Math.max(0, parts.length - MOST));
}

function named(object: ObjectView, names: ReadonlyMap<Serial, string>, says: Says): string {
  return names.get(object.serial) ?? says.unnamed(object.type, reprOf(object));
}

/** Null where it says no more than the type does. */
function reprOf({ repr }: ObjectView): string | null {
  return SAYS_TYPE.test(repr) ? null : repr;
}
