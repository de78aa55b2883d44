import type { HeapView, ObjectView, Serial } from '../../heap/index.ts';

/** What a statement did to the picture: the difference of two views, by identity. */
export interface Difference {
  readonly born: ReadonlySet<Serial>;
  /** Survivors whose count, value, slots, generation or reachability are not what they were. */
  readonly changed: ReadonlyMap<Serial, Change>;
  /** As they last were. */
  readonly gone: readonly ObjectView[];
}

export interface Change {
  readonly refcount: boolean;
  readonly value: boolean;
  readonly generation: boolean;
  /** It was reachable and is not any more. */
  readonly leaked: boolean;
}

export const NO_DIFFERENCE: Difference = { born: new Set(), changed: new Map(), gone: [] };

function sameSlots(a: ObjectView, b: ObjectView): boolean {
  if (a.slots.length !== b.slots.length) return false;
  for (let at = 0; at < a.slots.length; at++) {
    const one = a.slots[at];
    const other = b.slots[at];
    if (one?.target !== other?.target || one?.label !== other?.label || one?.weak !== other?.weak)
      return false;
  }
  return true;
}

export function difference(before: HeapView | null, after: HeapView): Difference {
  if (before === null || before === after) return NO_DIFFERENCE;
  const old = new Map<Serial, ObjectView>();
  for (const object of before.objects) old.set(object.serial, object);
  const born = new Set<Serial>();
  const changed = new Map<Serial, Change>();
  for (const object of after.objects) {
    const was = old.get(object.serial);
    if (was === undefined) {
      born.add(object.serial);
      continue;
    }
    old.delete(object.serial);
    const change: Change = {
      refcount: was.refcount !== object.refcount,
      value: was.repr !== object.repr || !sameSlots(was, object),
      generation: was.generation !== object.generation,
      leaked: was.reachable && !object.reachable,
    };
    if (change.refcount || change.value || change.generation || change.leaked)
      changed.set(object.serial, change);
  }
  return { born, changed, gone: [...old.values()] };
}
