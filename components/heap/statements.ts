import { BOARD, type Expression, type Reach, reachFrom } from '../../classroom/expression.ts';
import { isLiteral } from '../../classroom/literal.ts';
import { freeName, isName } from '../../classroom/pythonName.ts';
import type { HeapView, ObjectView, Serial } from '../../heap/index.ts';
import { objectsOf } from './picture.ts';

/**
 * What is done to the picture, as Python: an arrow that is drawn or taken away becomes the statement that does it, and
 * goes the way of every statement. What cannot be said gives the reason instead.
 */
export type Spot =
  /** A name of a module, there already or not. */
  | { readonly kind: 'name'; readonly module: string; readonly name: string }
  /** A reference that an object holds, by the label it has in the picture. */
  | { readonly kind: 'slot'; readonly holder: Serial; readonly label: string }
  /** One more item of a list or set. */
  | { readonly kind: 'item'; readonly holder: Serial }
  /** One more key of a dict, written as Python: `'k'`, `3`. */
  | { readonly kind: 'key'; readonly holder: Serial; readonly key: string }
  | { readonly kind: 'attribute'; readonly holder: Serial; readonly name: string };

/** Why a reference cannot be made or taken away. */
export type Refusal =
  | { readonly kind: 'notReached' | 'notOne' | 'spelling' | 'notKey' | 'noLiteral' | 'notAssigned' }
  /** Names of somebody else. */
  | { readonly kind: 'namesOf'; readonly module: string }
  /** What objects of the type do not take. */
  | { readonly kind: 'takesNone' | 'noKeys' | 'fixed'; readonly type: string };

/** Why nothing of a card can be changed. */
export type Note = Refusal | { readonly kind: 'frame' | 'unchanged' };

export type Said = { readonly source: string } | { readonly refused: Refusal };

/** Who speaks, and what they can name. */
export interface Speaker {
  readonly me: string;
  readonly reach: Reach;
  readonly objects: ReadonlyMap<Serial, ObjectView>;
  readonly names: readonly string[];
}

export function speaker(view: HeapView, me: string): Speaker {
  const own = view.namespaces.find((each) => each.kind === 'module' && each.title === me);
  return {
    me,
    reach: reachFrom(view, me),
    objects: objectsOf(view),
    names: (own?.names ?? []).map(({ name }) => name),
  };
}

/** Finding expressions goes through the whole heap: done when it is first asked for, once per view. */
export function onceAsked(view: HeapView, me: string | null): () => Speaker | null {
  let made: Speaker | null = null;
  return () => {
    if (made === null && me !== null) made = speaker(view, me);
    return made;
  };
}

export const NOT_REACHED: Refusal = { kind: 'notReached' };

/** `spot` refers to `target` from now on. */
export function pointTo(speaker: Speaker, spot: Spot, target: Serial): Said {
  const value = speaker.reach.get(target);
  if (value === undefined) return { refused: NOT_REACHED };
  const place = written(speaker, spot);
  if ('refused' in place) return place;
  const { text, imports } = place;
  return said(
    [imports, value.imports],
    spot.kind === 'item' ? `${text}(${value.text})` : `${text} = ${value.text}`,
  );
}

/** The reference goes; the object only if it was the last one. */
export function remove(speaker: Speaker, spot: Spot): Said {
  const place = written(speaker, spot);
  if ('refused' in place) return place;
  return said([place.imports], `del ${place.text}`);
}

/** One more name of mine for an object. */
export function nameIt(speaker: Speaker, target: Serial): Said {
  const name = freeName([...speaker.names, speaker.me]);
  return pointTo(speaker, { kind: 'name', module: speaker.me, name }, target);
}

function said(imports: readonly (readonly string[])[], statement: string): Said {
  const modules = [...new Set(imports.flat())].sort();
  return { source: modules.length === 0 ? statement : `import ${modules.join(', ')}; ${statement}` };
}

type Written = Expression | { readonly refused: Refusal };

/** The left side of an assignment; of an item, the method that adds it. */
function written({ me, reach, objects }: Speaker, spot: Spot): Written {
  if (spot.kind === 'name') {
    if (!isName(spot.name)) return { refused: { kind: 'spelling' } };
    if (spot.module === me) return { text: spot.name, imports: [] };
    if (spot.module === BOARD) return { text: `${BOARD}.${spot.name}`, imports: [] };
    return { refused: { kind: 'namesOf', module: spot.module } };
  }
  const object = objects.get(spot.holder);
  const holder = reach.get(spot.holder);
  if (object === undefined || holder === undefined) return { refused: NOT_REACHED };
  const { imports } = holder;
  switch (spot.kind) {
    case 'slot':
      return slot(object, spot.label, holder);
    case 'item':
      if (object.type === 'list') return { text: `${holder.text}.append`, imports };
      if (object.type === 'set') return { text: `${holder.text}.add`, imports };
      return { refused: { kind: 'takesNone', type: object.type } };
    case 'key':
      if (object.type !== 'dict') return { refused: { kind: 'noKeys', type: object.type } };
      if (!isLiteral(spot.key)) return { refused: { kind: 'notKey' } };
      return { text: `${holder.text}[${spot.key}]`, imports };
    case 'attribute':
      if (!isName(spot.name)) return { refused: { kind: 'spelling' } };
      return { text: `${holder.text}.${spot.name}`, imports };
  }
}

function slot(object: ObjectView, label: string, { text, imports }: Expression): Written {
  if (label.startsWith('[')) {
    // Containers that can change have a capacity; a tuple has none.
    if (object.capacity === null) return { refused: { kind: 'fixed', type: object.type } };
    if (isLiteral(label.slice(1, -1))) return { text: `${text}${label}`, imports };
    return { refused: { kind: 'noLiteral' } };
  }
  if (label.startsWith('.') && isName(label.slice(1))) return { text: `${text}${label}`, imports };
  return { refused: { kind: 'notAssigned' } };
}

/** Where one more reference can be added to an object, with a name or key that is free; null where nowhere. */
export function room(object: ObjectView): Spot | null {
  switch (object.type) {
    case 'list':
    case 'set':
      return { kind: 'item', holder: object.serial };
    case 'dict': {
      const taken = object.slots.flatMap(({ label }) => /^\['(\w+)'\]$/.exec(label)?.[1] ?? []);
      return { kind: 'key', holder: object.serial, key: `'${freeName(taken)}'` };
    }
  }
  if (!hasAttributes(object)) return null;
  const taken = object.slots.flatMap(({ label }) => (label.startsWith('.') ? label.slice(1) : []));
  const name = taken.includes('next') ? freeName(taken) : 'next';
  return { kind: 'attribute', holder: object.serial, name };
}

/** Instances of classes that were written in Python, those classes, and functions. */
function hasAttributes(object: ObjectView): boolean {
  if (object.type === 'function') return true;
  if (object.type === 'type') return !object.builtin;
  return object.slots.some(({ label }) => label === '__class__');
}
