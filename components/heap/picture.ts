import type { HeapView, NamespaceView, ObjectView, Serial } from '../../heap/index.ts';
import { CARD } from './card-size.ts';
import { allowed, type Filter, NO_FILTER } from './filter.ts';
import { NO_PILES, type Piles, type PilesWanted, pileUp } from './piles.ts';

/**
 * From a view to what is drawn: which objects become cards, which are folded into the line of their holder, which
 * are heaped into a pile because the heap is large, and the arrows between them. No coordinates here: place.ts.
 * One pass over the objects and their slots, so that a large heap costs what it is large.
 */
export interface PictureOptions {
  /** Numbers, texts, None and truth values as cards of their own. */
  readonly scalars: boolean;
  /** What belongs to the interpreter itself. */
  readonly internals: boolean;
  /** Functions, methods and what they carry as cards of their own. */
  readonly functions: boolean;
  /** The reference of every instance to its class, which the head of its card names anyway. */
  readonly classes: boolean;
  /** `auto` heaps objects of one kind together as soon as there are more cards than `limit`. */
  readonly piles: PilesWanted;
  readonly limit: number;
  /** How many members were taken off a pile, by card id. */
  readonly opened: ReadonlyMap<string, number>;
  readonly filter: Filter;
  /** Modules that are drawn though they have no names yet: a class of thirty would fill the screen with them. Null: all. */
  readonly home: ReadonlySet<string> | null;
}

export const DEFAULT_PICTURE: PictureOptions = {
  scalars: false,
  internals: false,
  functions: true,
  classes: false,
  piles: 'auto',
  limit: 160,
  opened: new Map(),
  filter: NO_FILTER,
  home: null,
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
  /** Null where objects of several types lie on it. */
  readonly type: string | null;
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
  readonly byId: ReadonlyMap<string, Card>;
  readonly arrows: readonly Arrow[];
  /** The card an object is drawn in: its own, or its pile. Folded ones are missing. */
  readonly cardOf: ReadonlyMap<Serial, string>;
}

/** The most rows that a card may show, where it has no room for all. */
export type Room = ReadonlyMap<string, number>;
const ROOM_FOR_ALL: Room = new Map();

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

const FUNCTIONS: ReadonlySet<string> = new Set([
  'function',
  'method',
  'builtin_function_or_method',
  'method-wrapper',
  'wrapper_descriptor',
  'method_descriptor',
  'staticmethod',
  'classmethod',
  'property',
  'cell',
]);

export function isScalar(object: ObjectView): boolean {
  return object.slots.length === 0 && SCALARS.has(object.type);
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

type Objects = ReadonlyMap<Serial, ObjectView>;

export function objectsOf(view: HeapView): Objects {
  const objects = new Map<Serial, ObjectView>();
  for (const object of view.objects) objects.set(object.serial, object);
  return objects;
}

/** `before`: the picture that this one follows; cards that are the same stay the same value. */
export function draw(
  view: HeapView,
  options: PictureOptions,
  room: Room = ROOM_FOR_ALL,
  before: Picture | null = null,
): Picture {
  const objects = objectsOf(view);
  const wanted = allowed(view, objects, options.filter);
  const shown = pick(view, objects, options, wanted.objects);
  const cardOf = new Map<Serial, string>();
  aliasModules(view, cardOf);
  const piles =
    shown.size <= options.limit && options.piles === 'auto' ? NO_PILES : pileUp(view, shown, options);
  for (const serial of shown) {
    if (!cardOf.has(serial)) cardOf.set(serial, piles.of.get(serial)?.id ?? objectId(serial));
  }

  const cards: Card[] = [];
  const arrows = new Map<string, Arrow>();
  const { internals, classes } = options;
  const drawn: Drawn = { objects, cardOf, arrows, internals, classes };
  for (const namespace of view.namespaces) {
    if (!wanted.namespace(namespace)) continue;
    cards.push(kept(namespaceCard(namespace, drawn, room), before));
  }
  for (const object of view.objects) {
    if (!shown.has(object.serial) || piles.of.has(object.serial)) continue;
    // What stands for names is a module, drawn as its names.
    if (cardOf.get(object.serial) === objectId(object.serial))
      cards.push(kept(objectCard(object, drawn, room), before));
  }
  cards.push(...piles.cards);
  linkPiles(piles, drawn);
  const pointedAt = new Set([...arrows.values()].map(({ to }) => to));
  const byId = new Map<string, Card>();
  for (const card of cards)
    if (!isVacant(card, options.home) || pointedAt.has(card.id)) byId.set(card.id, card);
  const whole = [...arrows.values()].filter((arrow) => byId.has(arrow.from) && byId.has(arrow.to));
  return { cards: [...byId.values()], byId, arrows: whole, cardOf };
}

function isVacant(card: Card, home: PictureOptions['home']): boolean {
  if (home === null || card.kind !== 'namespace' || card.namespace.kind !== 'module') return false;
  return card.rows.length === 0 && !home.has(card.namespace.title);
}

function kept(card: Card, before: Picture | null): Card {
  const old = before?.byId.get(card.id);
  if (old === undefined || old.height !== card.height || old.more !== card.more) return card;
  if (old.kind === 'object' && card.kind === 'object' && old.object !== card.object) return card;
  if (old.rows.length !== card.rows.length) return card;
  const same = card.rows.every((row, at) => {
    const other = old.rows[at];
    return (
      other !== undefined &&
      row.label === other.label &&
      row.value === other.value &&
      row.target === other.target &&
      row.weak === other.weak
    );
  });
  if (!same) return card;
  // The names of a namespace that is otherwise the same are those of its rows, but for those without room.
  return old.kind === 'namespace' && card.more > 0 ? card : old;
}

interface Drawn {
  readonly objects: Objects;
  readonly cardOf: ReadonlyMap<Serial, string>;
  readonly arrows: Map<string, Arrow>;
  readonly internals: boolean;
  readonly classes: boolean;
}

interface Line {
  readonly label: string;
  readonly target: Serial;
  readonly weak: boolean;
  /** A module of the class, which is no object of the picture. */
  readonly module?: string;
}

function namespaceCard(namespace: NamespaceView, drawn: Drawn, room: Room): NamespaceCard {
  const id = namespaceId(namespace);
  // A module also refers to what its frames' holders are; that arrow is the holder's own.
  if (namespace.holder !== null) {
    const from = drawn.cardOf.get(namespace.holder);
    if (from !== undefined) addArrow(drawn.arrows, { from, to: id, row: -1, label: 'frame', weak: false });
  }
  const lines = namespace.names.map(({ name, target, module }) => ({
    label: name,
    target,
    weak: false,
    ...(module === undefined ? {} : { module }),
  }));
  const { rows, more } = fill(id, lines, Math.min(NAMESPACE_ROWS, room.get(id) ?? NAMESPACE_ROWS), drawn);
  const height = CARD.head + Math.max(1, rows.length + (more > 0 ? 1 : 0)) * CARD.row + CARD.pad;
  return { kind: 'namespace', id, namespace, rows, more, width: CARD.width, height };
}

function objectCard(object: ObjectView, drawn: Drawn, room: Room): ObjectCard {
  const id = objectId(object.serial);
  const { rows, more, arrows } = fill(
    id,
    object.slots,
    Math.min(OBJECT_ROWS, room.get(id) ?? OBJECT_ROWS),
    drawn,
  );
  // What is folded completely is already told by the value.
  const told = arrows === 0;
  const height =
    CARD.head + CARD.value + (told ? 0 : rows.length + (more > 0 ? 1 : 0)) * CARD.row + CARD.foot;
  return {
    kind: 'object',
    id,
    object,
    rows: told ? [] : rows,
    more: told ? 0 : more,
    width: CARD.width,
    height,
  };
}

/** All lines in order if they fit; otherwise those with arrows first, and the rest counted. Adds the arrows. */
function fill(
  from: string,
  lines: readonly Line[],
  limit: number,
  drawn: Drawn,
): { rows: readonly Row[]; more: number; arrows: number } {
  const { objects, cardOf } = drawn;
  const kept: number[] = [];
  const folded: number[] = [];
  let total = 0;
  let arrows = 0;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || isPlumbing(line, drawn)) continue;
    total++;
    if (cardOf.has(line.target)) {
      arrows++;
      if (kept.length < limit) kept.push(at);
    } else if (folded.length < limit) folded.push(at);
  }
  const fits = total <= limit;
  const chosen = [...kept, ...folded].slice(0, fits ? limit : limit - 1).sort((a, b) => a - b);
  const rows: Row[] = [];
  for (const at of chosen) {
    const line = lines[at];
    if (line === undefined) continue;
    const to = cardOf.get(line.target);
    rows.push({
      label: line.label,
      target: line.target,
      weak: line.weak,
      value: to === undefined ? (objects.get(line.target)?.repr ?? elsewhere(line)) : null,
    });
    if (to !== undefined)
      addArrow(drawn.arrows, { from, to, row: rows.length - 1, label: line.label, weak: line.weak });
  }
  if (!fits) rest(from, lines, new Set(chosen), rows.length, drawn);
  return { rows, more: total - rows.length, arrows };
}

/** The type of what `elsewhere` writes, in Python's words. */
export const MODULE_TYPE = 'module';

/** What stands where a reference goes to nothing that is in the view: to a module of the class, or further than it shows. */
export function elsewhere({ module }: { readonly module?: string | undefined }): string {
  return module === undefined ? '…' : `<module ${module}>`;
}

/** The arrows of the lines that found no room, all from the line `n more`: one for each card they go to. */
function rest(
  from: string,
  lines: readonly Line[],
  chosen: ReadonlySet<number>,
  row: number,
  drawn: Drawn,
): void {
  const found = new Map<string, { label: string; times: number; weak: boolean }>();
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || chosen.has(at) || isPlumbing(line, drawn)) continue;
    const to = drawn.cardOf.get(line.target);
    if (to === undefined) continue;
    const old = found.get(to);
    if (old === undefined) found.set(to, { label: line.label, times: 1, weak: line.weak });
    else {
      old.times++;
      if (!line.weak) old.weak = false;
    }
  }
  for (const [to, { label, times, weak }] of found)
    addArrow(drawn.arrows, { from, to, row, label: times > 1 ? '' : label, weak }, times);
}

/** What gets a card (or a place in a pile). Scalars only when asked for and something drawn refers to them. */
function pick(
  view: HeapView,
  objects: Objects,
  options: PictureOptions,
  wanted: ReadonlySet<Serial> | null,
): ReadonlySet<Serial> {
  const shown = new Set<Serial>();
  for (const object of view.objects) {
    if (object.builtin || (object.internal && !options.internals)) continue;
    if (wanted !== null && !wanted.has(object.serial)) continue;
    if (isScalar(object) || (!options.functions && FUNCTIONS.has(object.type))) continue;
    shown.add(object.serial);
  }
  if (!options.scalars) return shown;
  const take = (target: Serial) => {
    const object = objects.get(target);
    if (object === undefined || !isScalar(object) || (object.internal && !options.internals)) return;
    shown.add(target);
  };
  for (const namespace of view.namespaces) for (const name of namespace.names) take(name.target);
  for (const serial of [...shown]) for (const slot of objects.get(serial)?.slots ?? []) take(slot.target);
  return shown;
}

/** `import ana` binds a module object: its arrow goes to the card with Ana's names, which is what it stands for. */
function aliasModules(view: HeapView, cardOf: Map<Serial, string>): void {
  for (const each of view.namespaces) if (each.object !== null) cardOf.set(each.object, namespaceId(each));
}

/** An internal target without a card: a code object, a module's dict. Its line would say nothing. */
function isPlumbing(
  { label, target, module }: Line,
  { objects, cardOf, internals, classes }: Drawn,
): boolean {
  if (!classes && label === '__class__') return true;
  const object = objects.get(target);
  if (object === undefined) return module === undefined;
  return !internals && object.internal && !cardOf.has(target);
}

/** Arrows of the same two cards from the same line become one, with a number. */
function addArrow(arrows: Map<string, Arrow>, arrow: Omit<Arrow, 'id' | 'times'>, times = 1): void {
  const line = arrow.row < 0 ? '' : `${arrow.row}${arrow.label}`;
  const id = `${arrow.from}>${arrow.to}#${line}${arrow.weak ? '~' : ''}`;
  arrows.set(id, { ...arrow, id, times: (arrows.get(id)?.times ?? 0) + times });
}

/** What the members of a pile refer to, outside it. */
function linkPiles(piles: Piles, drawn: Drawn): void {
  for (const pile of piles.cards) {
    const strong = new Map<string, number>();
    const weak = new Map<string, number>();
    for (const member of pile.members) {
      for (const slot of drawn.objects.get(member)?.slots ?? []) {
        const to = drawn.cardOf.get(slot.target);
        if (to === undefined || to === pile.id || isPlumbing(slot, drawn)) continue;
        const counts = slot.weak ? weak : strong;
        counts.set(to, (counts.get(to) ?? 0) + 1);
      }
    }
    const from = pile.id;
    for (const [to, times] of strong)
      addArrow(drawn.arrows, { from, to, row: -1, label: '', weak: false }, times);
    for (const [to, times] of weak)
      addArrow(drawn.arrows, { from, to, row: -1, label: '', weak: true }, times);
  }
}
