import type { HeapView, ObjectView, Serial } from '../../heap/index.ts';

/** A reference seen from its target: who holds it, and through what. */
export interface Referrer {
  readonly text: string;
  /** Null for a name in a namespace. */
  readonly holder: ObjectView | null;
  readonly weak: boolean;
  readonly internal: boolean;
}

/** Everything in the view that refers to an object, names first. */
export function referrers(view: HeapView, serial: Serial): readonly Referrer[] {
  const found: Referrer[] = [];
  for (const namespace of view.namespaces) {
    for (const name of namespace.names) {
      if (name.target === serial) {
        found.push({ text: `${namespace.title}.${name.name}`, holder: null, weak: false, internal: false });
      }
    }
  }
  for (const object of view.objects) {
    for (const slot of object.slots) {
      if (slot.target !== serial) continue;
      found.push({ text: slot.label, holder: object, weak: slot.weak, internal: object.internal });
    }
  }
  return found;
}

export function objectOf(view: HeapView, serial: Serial): ObjectView | null {
  return view.objects.find((object) => object.serial === serial) ?? null;
}

/** The names that point to an object directly: `ana.a`, `board.shared`. */
export function namesOf(view: HeapView): ReadonlyMap<Serial, readonly string[]> {
  const names = new Map<Serial, string[]>();
  for (const namespace of view.namespaces) {
    for (const { name, target } of namespace.names) {
      const text = `${namespace.title}.${name}`;
      const list = names.get(target);
      if (list === undefined) names.set(target, [text]);
      else list.push(text);
    }
  }
  return names;
}
