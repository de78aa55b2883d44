import type { HeapView, ObjectView } from '../../heap/index.ts';
import { isScalar } from './picture.ts';

export const ORDERS = ['birth', 'type', 'size', 'refs', 'generation', 'owner'] as const;
export type Order = (typeof ORDERS)[number];

export interface TableOptions {
  readonly order: Order;
  readonly scalars: boolean;
  readonly internals: boolean;
}

/** The objects a table lists. Every order ends in the order of birth, so that rows do not swap for nothing. */
export function listed(view: HeapView, options: TableOptions): readonly ObjectView[] {
  const objects = view.objects.filter(
    (object) =>
      !object.builtin && (options.internals || !object.internal) && (options.scalars || !isScalar(object)),
  );
  return objects.sort((a, b) => compare(a, b, options.order) || a.serial - b.serial);
}

function compare(a: ObjectView, b: ObjectView, order: Order): number {
  switch (order) {
    case 'birth':
      return 0;
    case 'type':
      return alphabetical(a.type, b.type);
    case 'size':
      return b.size - a.size;
    case 'refs':
      return (b.refcount ?? -1) - (a.refcount ?? -1);
    case 'generation':
      return rank(a) - rank(b);
    case 'owner':
      return alphabetical(a.owner ?? '', b.owner ?? '');
  }
}

function alphabetical(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function rank(object: ObjectView): number {
  if (object.generation === 'permanent') return 3;
  return object.generation ?? 4;
}
