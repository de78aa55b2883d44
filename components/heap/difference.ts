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
  if (a.slots === b.slots) return true;
  if (a.slots.length !== b.slots.length) return false;
  for (let at = 0; at < a.slots.length; at++) {
    const one = a.slots[at];
    const other = b.slots[at];
    if (one?.target !== other?.target || one?.label !== other?.label || one?.weak !== other?.weak)
      return false;
  }
  return true;
}

function changeOf(was: ObjectView, is: ObjectView): Change | null {
  // The machine gives out the same view of an object for as long as nothing about it changes.
  if (was === is) return null;
  const change: Change = {
    refcount: was.refcount !== is.refcount,
    value: was.repr !== is.repr || !sameSlots(was, is),
    generation: was.generation !== is.generation,
    leaked: was.reachable && !is.reachable,
  };
  return change.refcount || change.value || change.generation || change.leaked ? change : null;
}

/** Both views list their objects by serial, so that they are compared in one pass side by side. */
export function difference(before: HeapView | null, after: HeapView): Difference {
  if (before === null || before === after) return NO_DIFFERENCE;
  const born = new Set<Serial>();
  const changed = new Map<Serial, Change>();
  const gone: ObjectView[] = [];
  const old = before.objects;
  let at = 0;
  for (const object of after.objects) {
    let was = old[at];
    while (was !== undefined && was.serial < object.serial) {
      gone.push(was);
      was = old[++at];
    }
    if (was === undefined || was.serial !== object.serial) {
      born.add(object.serial);
      continue;
    }
    at++;
    const change = changeOf(was, object);
    if (change !== null) changed.set(object.serial, change);
  }
  for (; at < old.length; at++) {
    const was = old[at];
    if (was !== undefined) gone.push(was);
  }
  return { born, changed, gone };
}
