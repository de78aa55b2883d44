import type { HeapView, NamespaceView, ObjectView, Serial } from '../../heap/index.ts';
import type { Words } from '../language/words.ts';
import { namespaceId, objectsOf } from './picture.ts';

/** The heap as an outline: names, what they point to, what that refers to. Only what is open is ever made. */
export interface TreeRow {
  /** The way to it, which is its identity: an object that is referred to twice stands in two places. */
  readonly id: string;
  readonly parent: string | null;
  readonly level: number;
  /** Position among its siblings from 1, and how many those are. */
  readonly position: number;
  readonly siblings: number;
  /** A name, the label of a slot, or the title of a group. */
  readonly label: string;
  readonly object: ObjectView | null;
  readonly namespace: NamespaceView | null;
  /** Of the module that it refers to, where that is no object of the view. */
  readonly module: string | null;
  readonly weak: boolean;
  /** It is among its own holders: opening it would never end. */
  readonly repeats: boolean;
  /** Null where there is nothing inside. */
  readonly open: boolean | null;
}

/** Children beyond these are counted in a last row. */
const LISTED = 200;
export const LEAKED = 'leaked';

interface Child {
  readonly key: string;
  readonly label: string;
  readonly target: Serial | null;
  readonly weak: boolean;
  readonly namespace?: NamespaceView;
  readonly module?: string | undefined;
}

export function treeRows(
  view: HeapView,
  me: string | null,
  open: ReadonlySet<string>,
  words: Words['graph']['tree'],
): readonly TreeRow[] {
  const objects = objectsOf(view);
  const rows: TreeRow[] = [];
  const inside = (object: ObjectView): readonly Child[] =>
    object.slots
      .filter(({ target, module }) => module !== undefined || objects.get(target)?.internal === false)
      .map((slot, at) => ({ key: `${at}`, ...slot }));
  const add = (
    children: readonly Child[],
    parent: string | null,
    level: number,
    holders: readonly Serial[],
  ) => {
    const siblings = children.length > LISTED ? LISTED + 1 : children.length;
    children.slice(0, LISTED).forEach((child, at) => {
      const id = parent === null ? child.key : `${parent}/${child.key}`;
      const object = child.target === null ? null : (objects.get(child.target) ?? null);
      const repeats = object !== null && holders.includes(object.serial);
      const next = object === null ? groupChildren(child, view, objects) : inside(object);
      const opens = repeats || child.weak || next.length === 0 ? null : open.has(id);
      rows.push({
        id,
        parent,
        level,
        position: at + 1,
        siblings,
        label: child.label,
        object,
        namespace: child.namespace ?? null,
        module: object === null ? (child.module ?? null) : null,
        weak: child.weak,
        repeats,
        open: opens,
      });
      if (opens === true) add(next, id, level + 1, object === null ? holders : [...holders, object.serial]);
    });
    if (children.length > LISTED) {
      rows.push({
        id: `${parent ?? ''}/more`,
        parent,
        level,
        position: siblings,
        siblings,
        label: words.more(children.length - LISTED),
        object: null,
        namespace: null,
        module: null,
        weak: false,
        repeats: false,
        open: null,
      });
    }
  };
  add(roots(view, me, objects, words), null, 1, []);
  return rows;
}

function roots(
  view: HeapView,
  me: string | null,
  objects: ReadonlyMap<Serial, ObjectView>,
  words: Words['graph']['tree'],
): readonly Child[] {
  const mine = view.namespaces.filter((each) => each.module === me);
  const others = view.namespaces.filter((each) => each.module !== me);
  const spaces = [...mine, ...others].map((namespace) => ({
    key: namespaceId(namespace),
    label: namespace.kind === 'module' ? namespace.title : words.frame(namespace.title, namespace.module),
    target: null,
    weak: false,
    namespace,
  }));
  const lost = leaked(objects.values());
  if (lost.length === 0) return spaces;
  return [...spaces, { key: LEAKED, label: words.leaked(lost.length), target: null, weak: false }];
}

function leaked(objects: Iterable<ObjectView>): readonly ObjectView[] {
  return [...objects].filter((object) => !object.reachable && !object.internal);
}

function groupChildren(
  child: Child,
  view: HeapView,
  objects: ReadonlyMap<Serial, ObjectView>,
): readonly Child[] {
  const { namespace } = child;
  if (namespace !== undefined) {
    return namespace.names.map(({ name, target, module }) => ({
      key: name,
      label: name,
      target,
      weak: false,
      module,
    }));
  }
  if (child.key !== LEAKED) return [];
  return leaked(view.objects.filter(({ serial }) => objects.has(serial))).map(({ serial }) => ({
    key: `o${serial}`,
    label: '',
    target: serial,
    weak: false,
  }));
}

/** Where an arrow key leads from a row: to another one, or to opening or closing it. */
export type Move = { readonly to: string } | { readonly toggle: string } | null;

export function moveIn(rows: readonly TreeRow[], at: string | null, key: string): Move {
  const index = rows.findIndex(({ id }) => id === at);
  const row = rows[index];
  const go = (next: TreeRow | undefined): Move => (next === undefined ? null : { to: next.id });
  switch (key) {
    case 'ArrowDown':
      return go(rows[index + 1]);
    case 'ArrowUp':
      return go(rows[index - 1]);
    case 'Home':
      return go(rows[0]);
    case 'End':
      return go(rows.at(-1));
    case 'ArrowRight':
      if (row === undefined || row.open === null) return null;
      return row.open ? go(rows[index + 1]) : { toggle: row.id };
    case 'ArrowLeft':
      if (row === undefined) return null;
      if (row.open === true) return { toggle: row.id };
      return row.parent === null ? null : { to: row.parent };
    default:
      return null;
  }
}
