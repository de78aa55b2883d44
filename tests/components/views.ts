import type { HeapView, NamespaceView, ObjectView, Serial, SlotView } from '../../heap/machine/views.ts';

/** Hand-written views for tests of drawing logic: the numbers are chosen, not CPython's. */
export function object(serial: Serial, rest: Partial<ObjectView> = {}): ObjectView {
  return {
    serial,
    address: 0x100000 + serial * 64,
    type: 'list',
    repr: '[]',
    refcount: 1,
    size: 56,
    tracked: true,
    generation: 0,
    finalized: false,
    builtin: false,
    internal: false,
    owner: '__main__',
    bornIn: 1,
    reachable: true,
    slots: [],
    capacity: null,
    ...rest,
  };
}

export function slot(label: string, target: Serial, weak = false): SlotView {
  return { label, target, weak };
}

export function names(
  title: string,
  bound: Readonly<Record<string, Serial>>,
  object = [...title].reduce((sum, letter) => 31 * sum + letter.charCodeAt(0), 1_000_000),
): NamespaceView {
  return {
    kind: 'module',
    title,
    module: title,
    holder: null,
    object,
    names: Object.entries(bound).map(([name, target]) => ({ name, target })),
  };
}

export function heap(objects: readonly ObjectView[], namespaces: readonly NamespaceView[]): HeapView {
  return {
    objects,
    namespaces,
    collector: {
      enabled: true,
      counts: [objects.length, 0, 0],
      thresholds: [700, 10, 10],
      sizes: [objects.length, 0, 0, 0],
      longLivedPending: 0,
      longLivedTotal: 4929,
      stats: [
        { collections: 0, collected: 0, uncollectable: 0 },
        { collections: 0, collected: 0, uncollectable: 0 },
        { collections: 0, collected: 0, uncollectable: 0 },
      ],
    },
    memory: { bytesUsed: 4096, bytesFromSystem: 1048576, arenas: 1, blocks: objects.length },
  };
}
