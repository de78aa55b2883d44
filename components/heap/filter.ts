import type { HeapView, NamespaceView, ObjectView, Serial } from '../../heap/index.ts';

/**
 * Which part of the heap is drawn. A filter takes cards away and moves none: what comes back stands where it stood.
 */
export interface Filter {
  /** Objects that a module allocated or names, and nothing else. */
  readonly module: string | null;
  readonly leaked: boolean;
  /** Types whose objects are left out. */
  readonly without: ReadonlySet<string>;
  /** Only what is at most so many references away, in either direction. */
  readonly around: { readonly serial: Serial; readonly steps: number } | null;
}

export const NO_FILTER: Filter = { module: null, leaked: false, without: new Set(), around: null };

export function filters(filter: Filter): boolean {
  return filter.module !== null || filter.leaked || filter.without.size > 0 || filter.around !== null;
}

export interface Allowed {
  /** Null when all are. */
  readonly objects: ReadonlySet<Serial> | null;
  readonly namespace: (namespace: NamespaceView) => boolean;
}

export function allowed(view: HeapView, objects: ReadonlyMap<Serial, ObjectView>, filter: Filter): Allowed {
  if (!filters(filter)) return { objects: null, namespace: () => true };
  const near = filter.around === null ? null : around(view, objects, filter.around);
  const named = new Set<Serial>();
  if (filter.module !== null) {
    for (const namespace of view.namespaces) {
      if (namespace.module !== filter.module) continue;
      for (const { target } of namespace.names) named.add(target);
    }
  }
  const kept = new Set<Serial>();
  for (const object of view.objects) {
    if (filter.leaked && object.reachable) continue;
    if (filter.without.has(object.type)) continue;
    if (filter.module !== null && object.owner !== filter.module && !named.has(object.serial)) continue;
    if (near !== null && !near.has(object.serial)) continue;
    kept.add(object.serial);
  }
  const namespace = (each: NamespaceView): boolean => {
    if (filter.leaked) return false;
    if (filter.module !== null && each.module !== filter.module) return false;
    return near === null || each.names.some(({ target }) => near.has(target));
  };
  return { objects: kept, namespace };
}

/** An object and its neighbours, so many steps along references and against them. */
function around(
  view: HeapView,
  objects: ReadonlyMap<Serial, ObjectView>,
  { serial, steps }: { readonly serial: Serial; readonly steps: number },
): ReadonlySet<Serial> {
  const held = new Map<Serial, Serial[]>();
  for (const object of view.objects) {
    if (object.internal) continue;
    for (const { target } of object.slots) {
      const list = held.get(target);
      if (list === undefined) held.set(target, [object.serial]);
      else list.push(object.serial);
    }
  }
  const near = new Set<Serial>([serial]);
  let edge: readonly Serial[] = [serial];
  for (let step = 0; step < steps; step++) {
    const next: Serial[] = [];
    for (const at of edge) {
      const targets = (objects.get(at)?.slots ?? []).map((slot) => slot.target);
      for (const other of [...targets, ...(held.get(at) ?? [])]) {
        if (near.has(other)) continue;
        near.add(other);
        // None and small numbers are everybody's neighbours: they are shown and not walked through.
        if (objects.get(other)?.builtin === false) next.push(other);
      }
    }
    edge = next;
  }
  return near;
}

/** Types among the objects that can be drawn, with how many there are; the most first. */
export function typesOf(view: HeapView, internals: boolean): readonly { type: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const object of view.objects) {
    if (object.builtin || (object.internal && !internals)) continue;
    counts.set(object.type, (counts.get(object.type) ?? 0) + 1);
  }
  return [...counts]
    .map(([type, number]) => ({ type, count: number }))
    .sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1));
}
