import type { HeapView, NamespaceView, ObjectView, Serial } from '../../heap/index.ts';
import { count } from './words.ts';

/**
 * From a view to what is drawn: which objects become cards, which are folded into the line of their holder, which
 * are heaped into a pile because the heap is large, and the arrows between them. No coordinates here: place.ts.
 */
export interface PictureOptions {
  /** Numbers, texts, None and truth values as cards of their own. */
  readonly scalars: boolean;
  /** What belongs to the interpreter itself. */
  readonly internals: boolean;
  /** `auto` heaps objects of one kind together as soon as there are more cards than `limit`. */
  readonly piles: 'auto' | 'type' | 'owner' | 'none';
  readonly limit: number;
  /** Piles that were opened, by card id. */
  readonly opened: ReadonlySet<string>;
}

export const DEFAULT_PICTURE: PictureOptions = {
  scalars: false,
  internals: false,
  piles: 'auto',
  limit: 160,
  opened: new Set(),
};

export interface Row {
  readonly label: string;
  /** The value of a folded target, or null when an arrow leaves here. */
  readonly value: string | null;
  readonly target: Serial | null;
  readonly weak: boolean;
}

interface Base {
  readonly id: string;
  readonly rows: readonly Row[];
  /** Rows that found no room; their arrows leave from the line `n more`. */
  readonly more: number;
  readonly width: number;
  readonly height: number;
}

export interface ObjectCard extends Base {
  readonly kind: 'object';
  readonly object: ObjectView;
}

export interface NamespaceCard extends Base {
  readonly kind: 'namespace';
  readonly namespace: NamespaceView;
}

export interface PileCard extends Base {
  readonly kind: 'pile';
  readonly title: string;
  readonly owner: string | null;
  readonly leaked: boolean;
  readonly members: readonly Serial[];
  readonly bytes: number;
}

export type Card = ObjectCard | NamespaceCard | PileCard;

export interface Arrow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Index of the row that it leaves from; `rows.length` is the line `n more`; -1 is the card as a whole. */
  readonly row: number;
  readonly label: string;
  readonly weak: boolean;
  /** How many references it stands for. */
  readonly times: number;
}

export interface Picture {
  readonly cards: readonly Card[];
  readonly arrows: readonly Arrow[];
  /** The card an object is drawn in: its own, or its pile. Folded ones are missing. */
  readonly cardOf: ReadonlyMap<Serial, string>;
}

export const CARD = { width: 196, head: 32, value: 24, row: 22, foot: 26, pad: 6 } as const;
const NAMESPACE_ROWS = 14;
const OBJECT_ROWS = 6;

const SCALARS: ReadonlySet<string> = new Set([
  'int',
  'float',
  'complex',
  'str',
  'bytes',
  'bool',
  'NoneType',
  'ellipsis',
  'NotImplementedType',
]);

export function isScalar(object: ObjectView): boolean {
  return SCALARS.has(object.type) && object.slots.length === 0;
}

export function objectId(serial: Serial): string {
  return `o${serial}`;
}

/** Frames of one function can be alive several times: the holder tells them apart. */
export function namespaceId(namespace: NamespaceView): string {
  return namespace.kind === 'module'
    ? `m:${namespace.title}`
    : `f:${namespace.module}:${namespace.title}:${namespace.holder ?? ''}`;
}

export function draw(view: HeapView, options: PictureOptions): Picture {
  const objects = new Map<Serial, ObjectView>();
  for (const object of view.objects) objects.set(object.serial, object);
  const shown = pick(view, objects, options);
  const cardOf = new Map<Serial, string>();
  for (const namespace of view.namespaces) aliasModule(namespace, objects, cardOf);
  const piles = heapUp(view, shown, options);
  for (const serial of shown) {
    if (!cardOf.has(serial)) cardOf.set(serial, piles.get(serial)?.id ?? objectId(serial));
  }

  const cards: Card[] = [];
  const arrows = new Map<string, Arrow>();
  for (const namespace of view.namespaces) {
    const id = namespaceId(namespace);
    const all = namespace.names.map((name) => row(name.name, name.target, false, objects, cardOf));
    const { rows, more } = cap(all, NAMESPACE_ROWS);
    // A module also refers to what its frames' holders are; that arrow is the holder's own.
    if (namespace.kind === 'frame' && namespace.holder !== null) {
      const holder = cardOf.get(namespace.holder);
      if (holder !== undefined)
        addArrow(arrows, { from: holder, to: id, row: -1, label: 'frame', weak: false });
    }
    cards.push({
      kind: 'namespace',
      id,
      namespace,
      rows,
      more,
      width: CARD.width,
      height: CARD.head + Math.max(1, rows.length + (more > 0 ? 1 : 0)) * CARD.row + CARD.pad,
    });
    addRows(arrows, id, all, rows, cardOf);
  }
  const drawnPiles = new Set<string>();
  for (const object of view.objects) {
    const id = cardOf.get(object.serial);
    if (id === undefined || !shown.has(object.serial)) continue;
    const pile = piles.get(object.serial);
    if (pile !== undefined) {
      if (!drawnPiles.has(pile.id)) {
        drawnPiles.add(pile.id);
        cards.push(pile);
      }
      for (const slot of object.slots) {
        const to = cardOf.get(slot.target);
        if (to !== undefined && to !== pile.id) {
          addArrow(arrows, { from: pile.id, to, row: -1, label: '', weak: slot.weak });
        }
      }
      continue;
    }
    if (id !== objectId(object.serial)) continue; // a module, drawn as its names
    const all = object.slots
      .filter(
        (slot) =>
          objects.has(slot.target) && (options.internals || !isPlumbing(objects, slot.target, cardOf)),
      )
      .map((slot) => row(slot.label, slot.target, slot.weak, objects, cardOf));
    // What is folded completely is already told by the value.
    const { rows, more } = all.some((each) => each.value === null)
      ? cap(all, OBJECT_ROWS)
      : { rows: [], more: 0 };
    cards.push({
      kind: 'object',
      id,
      object,
      rows,
      more,
      width: CARD.width,
      height: CARD.head + CARD.value + (rows.length + (more > 0 ? 1 : 0)) * CARD.row + CARD.foot,
    });
    addRows(arrows, id, all, rows, cardOf);
  }
  return { cards, arrows: [...arrows.values()], cardOf };
}

/** What gets a card (or a place in a pile). Scalars only when asked for and something drawn refers to them. */
function pick(
  view: HeapView,
  objects: ReadonlyMap<Serial, ObjectView>,
  options: PictureOptions,
): ReadonlySet<Serial> {
  const shown = new Set<Serial>();
  for (const object of view.objects) {
    if (object.internal && !options.internals) continue;
    if (object.builtin || isScalar(object)) continue;
    shown.add(object.serial);
  }
  if (!options.scalars) return shown;
  const take = (target: Serial) => {
    const object = objects.get(target);
    if (object !== undefined && isScalar(object) && (options.internals || !object.internal))
      shown.add(target);
  };
  for (const namespace of view.namespaces) for (const name of namespace.names) take(name.target);
  for (const serial of [...shown]) for (const slot of objects.get(serial)?.slots ?? []) take(slot.target);
  return shown;
}

/** `import ana` binds a module object: its arrow goes to the card with Ana's names, which is what it stands for. */
function aliasModule(
  namespace: NamespaceView,
  objects: ReadonlyMap<Serial, ObjectView>,
  cardOf: Map<Serial, string>,
): void {
  if (namespace.kind !== 'module') return;
  for (const object of objects.values()) {
    if (object.type !== 'module' || cardOf.has(object.serial)) continue;
    if (
      object.repr === `<module '${namespace.title}'>` ||
      object.repr.startsWith(`<module '${namespace.title}' `)
    ) {
      cardOf.set(object.serial, namespaceId(namespace));
      return;
    }
  }
}

/** An internal target without a card: a code object, a module's dict. Its line would say nothing. */
function isPlumbing(
  objects: ReadonlyMap<Serial, ObjectView>,
  target: Serial,
  cardOf: ReadonlyMap<Serial, string>,
): boolean {
  return objects.get(target)?.internal === true && !cardOf.has(target);
}

function row(
  label: string,
  target: Serial,
  weak: boolean,
  objects: ReadonlyMap<Serial, ObjectView>,
  cardOf: ReadonlyMap<Serial, string>,
): Row {
  return { label, target, weak, value: cardOf.has(target) ? null : (objects.get(target)?.repr ?? '…') };
}

/** All rows in order if they fit; otherwise those with arrows first, and the rest counted. */
function cap(all: readonly Row[], limit: number): { rows: readonly Row[]; more: number } {
  if (all.length <= limit) return { rows: all, more: 0 };
  const withArrows = all.filter((each) => each.value === null);
  const folded = all.filter((each) => each.value !== null);
  const kept = new Set([...withArrows, ...folded].slice(0, limit - 1));
  return { rows: all.filter((each) => kept.has(each)), more: all.length - kept.size };
}

function addRows(
  arrows: Map<string, Arrow>,
  from: string,
  all: readonly Row[],
  rows: readonly Row[],
  cardOf: ReadonlyMap<Serial, string>,
): void {
  for (const each of all) {
    const to = each.target === null ? undefined : cardOf.get(each.target);
    if (to === undefined) continue;
    const at = rows.indexOf(each);
    addArrow(arrows, { from, to, row: at < 0 ? rows.length : at, label: each.label, weak: each.weak });
  }
}

/** Arrows of the same two cards from the same line become one, with a number. */
function addArrow(arrows: Map<string, Arrow>, arrow: Omit<Arrow, 'id' | 'times'>): void {
  const line = arrow.row < 0 ? '' : `${arrow.row}${arrow.label}`;
  const id = `${arrow.from}>${arrow.to}#${line}${arrow.weak ? '~' : ''}`;
  arrows.set(id, { ...arrow, id, times: (arrows.get(id)?.times ?? 0) + 1 });
}

/** Which pile an object goes to. What a name points to directly keeps its card as long as those alone fit. */
function heapUp(
  view: HeapView,
  shown: ReadonlySet<Serial>,
  options: PictureOptions,
): ReadonlyMap<Serial, PileCard> {
  const none = new Map<Serial, PileCard>();
  if (options.piles === 'none' || (options.piles === 'auto' && shown.size <= options.limit)) return none;
  const named = new Set<Serial>();
  if (options.piles === 'auto') {
    for (const namespace of view.namespaces) for (const name of namespace.names) named.add(name.target);
    if (named.size > options.limit) named.clear();
  }
  const groups = new Map<string, ObjectView[]>();
  for (const object of view.objects) {
    if (!shown.has(object.serial) || named.has(object.serial) || object.type === 'module') continue;
    const key = [
      options.piles === 'owner' ? '' : object.type,
      object.owner ?? '',
      object.reachable ? '' : 'leaked',
    ].join('|');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [object]);
    else group.push(object);
  }
  const piles = new Map<Serial, PileCard>();
  for (const [key, members] of groups) {
    const first = members[0];
    if (first === undefined || members.length < 3 || options.opened.has(`p:${key}`)) continue;
    const pile: PileCard = {
      kind: 'pile',
      id: `p:${key}`,
      title:
        options.piles === 'owner' ? count(members.length, 'object') : `${first.type} × ${members.length}`,
      owner: first.owner,
      leaked: !first.reachable,
      members: members.map((member) => member.serial),
      bytes: members.reduce((sum, member) => sum + member.size, 0),
      rows: [],
      more: 0,
      width: CARD.width,
      height: CARD.head + CARD.value + CARD.foot,
    };
    for (const member of members) piles.set(member.serial, pile);
  }
  return piles;
}
