import type { HeapView, ObjectView, Serial } from '../../heap/index.ts';
import { hex } from './words.ts';

/**
 * Finding objects: every word of the query has to fit. A word fits the type, the value, the address, the owner or a
 * name that points to the object; `type:list`, `owner:ana`, `gen:0`, `leaked` and `new:12` (statement) are exact.
 */
export function matches(view: HeapView, query: string): ReadonlySet<Serial> | null {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const names = new Map<Serial, string>();
  for (const namespace of view.namespaces) {
    for (const { name, target } of namespace.names) {
      names.set(target, `${names.get(target) ?? ''} ${name} ${namespace.title}.${name}`);
    }
  }
  const found = new Set<Serial>();
  for (const object of view.objects) {
    const named = (names.get(object.serial) ?? '').toLowerCase();
    if (words.every((word) => fits(object, named, word))) found.add(object.serial);
  }
  return found;
}

function fits(object: ObjectView, named: string, word: string): boolean {
  const colon = word.indexOf(':');
  if (colon > 0) {
    const value = word.slice(colon + 1);
    switch (word.slice(0, colon)) {
      case 'type':
        return object.type.toLowerCase() === value;
      case 'owner':
        return (object.owner ?? '').toLowerCase() === value;
      case 'gen':
        return String(object.generation) === value;
      case 'new':
        return String(object.bornIn) === value;
    }
  }
  if (word === 'leaked') return !object.reachable;
  return (
    object.type.toLowerCase().includes(word) ||
    object.repr.toLowerCase().includes(word) ||
    hex(object.address) === word ||
    (object.owner ?? '').toLowerCase() === word ||
    named.includes(word)
  );
}
