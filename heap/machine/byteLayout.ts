/**
 * An object byte by byte: the fields of its own block and of the blocks beside it, with their C names.
 * Sources: the structs in Include/cpython/*.h and Include/internal/pycore_gc.h, pycore_dict.h.
 */
import * as L from '../memory/layout.ts';
import * as D from '../objects/dict.ts';
import { DK_ENTRIES, DK_INDICES, DK_KIND, DK_USABLE, GENERAL } from '../objects/dictKeys.ts';
import * as H from '../objects/header.ts';
import type { Runtime } from '../objects/runtime.ts';
import { SET_USED } from '../objects/set.ts';
import { sizeOf } from '../objects/sizeof.ts';
import { STR_LENGTH, STR_WIDTH, textOf } from '../objects/str.ts';
import { tupleItem } from '../objects/tuple.ts';
import { frontBytes } from './blocks.ts';
import { type PlacedBlock, placedBlocks } from './blockView.ts';
import { fieldNames } from './fieldNames.ts';
import type { Machine } from './machine.ts';
import type { Serial } from './views.ts';

/** What a stretch of bytes is for. */
export type ByteRole = 'gc' | 'refcount' | 'type' | 'field' | 'content' | 'room' | 'slack';

/** Stretches that CPython has no name for. */
export type Unnamed =
  | 'characters'
  | 'empty slots'
  | 'entries'
  | 'fields'
  | 'insertion order'
  | 'items'
  | 'room for more'
  | 'unused'
  | 'values';

export interface FieldView {
  /** CPython's own name of the field, or that of a stretch without one. */
  readonly name: string;
  /** The name again where it is not CPython's. */
  readonly unnamed: Unnamed | null;
  /** From the object header in the object's own block (negative in front of it), else from the block's start. */
  readonly offset: number;
  readonly bytes: number;
  readonly role: ByteRole;
  /** What stands there, where that is a number worth reading; of contents, how many there are. */
  readonly value: string | Contents | null;
}

/** `hashed`: entries that stand where their hash says. */
export interface Contents {
  readonly kind: 'items' | 'entries' | 'values' | 'hashed';
  readonly n: number;
}

export interface BlockLayout extends PlacedBlock {
  readonly fields: readonly FieldView[];
}

const K = H.KIND;

/** Where the header says how many items there are. */
const SIZED: ReadonlySet<number> = new Set([K.list, K.tuple, K.int, K.bytes]);

/** The blocks of an object with their fields, gapless; null when it does not live at this address any more. */
export function byteLayout(machine: Machine, serial: Serial, address: number): BlockLayout[] | null {
  const { rt } = machine;
  const blocks = placedBlocks(machine, serial, address);
  if (blocks === null) return null;
  if (address < L.DYNAMIC_START) {
    const front = frontBytes(rt, address);
    const bytes = Math.max(16, ownFieldsEnd(rt, address)) + front;
    blocks.unshift({ part: 'object', address: address - front, bytes, room: bytes, where: 'base' });
  }
  return blocks.map((block) => {
    const fields = block.part === 'object' ? ownFields(rt, address, block) : asideFields(rt, address, block);
    const end = fields.reduce((sum, field) => sum + field.bytes, 0);
    const start = block.part === 'object' ? block.address - address : 0;
    const slack: FieldView[] =
      block.room > end
        ? [
            {
              name: 'unused',
              unnamed: 'unused',
              offset: start + end,
              bytes: block.room - end,
              role: 'slack',
              value: null,
            },
          ]
        : [];
    return { ...block, fields: [...fields, ...slack] };
  });
}

/** Statically made objects have no block of their own that would say how long they are. */
function ownFieldsEnd(rt: Runtime, o: number): number {
  const kind = rt.kindOf(o);
  return kind === K.none ||
    kind === K.atom ||
    kind === K.type ||
    kind === K.dict ||
    kind === K.list ||
    kind === K.set
    ? rt.mem.ld(rt.typeOf(o) + H.TP_BASICSIZE)
    : sizeOf(rt, o);
}

/** Collects fields one behind the other. */
class Fields {
  readonly list: FieldView[] = [];
  offset: number;
  constructor(start: number) {
    this.offset = start;
  }
  add(name: string, bytes: number, role: ByteRole, value: FieldView['value'] = null): void {
    this.#push(name, null, bytes, role, value);
  }
  addUnnamed(name: Unnamed, bytes: number, role: ByteRole, value: FieldView['value'] = null): void {
    this.#push(name, name, bytes, role, value);
  }
  #push(
    name: string,
    unnamed: Unnamed | null,
    bytes: number,
    role: ByteRole,
    value: FieldView['value'],
  ): void {
    if (bytes <= 0) return;
    this.list.push({ name, unnamed, offset: this.offset, bytes, role, value });
    this.offset += bytes;
  }
}

function ownFields(rt: Runtime, o: number, block: PlacedBlock): FieldView[] {
  const m = rt.mem;
  const fields = new Fields(block.address - o);
  const end = block.bytes - (o - block.address);
  if (fields.offset === -32) {
    fields.add('values', 8, 'field');
    fields.add('dict', 8, 'field');
  }
  if (fields.offset === -16) fields.add('PyGC_Head', 16, 'gc');
  fields.add('ob_refcnt', 8, 'refcount', o < L.DYNAMIC_START ? null : String(m.ld(o)));
  fields.add('ob_type', 8, 'type', rt.typeName(rt.typeOf(o)));
  const kind = rt.kindOf(o);
  for (const name of fieldNames(rt, o)) {
    const sized = (name === 'ob_size' && SIZED.has(kind)) || name === 'allocated' || name === 'ma_used';
    fields.add(name, 8, 'field', sized ? String(m.ld(o + fields.offset)) : null);
  }
  switch (kind) {
    case K.int:
    case K.bool:
      fields.add('ob_digit', 4 * Math.max(1, Math.abs(m.ld(o + H.OB_SIZE))), 'content');
      break;
    case K.bytes:
      fields.add('ob_sval', m.ld(o + H.OB_SIZE) + 1, 'content');
      break;
    case K.tuple:
      fields.add('ob_item', 8 * m.ld(o + H.OB_SIZE), 'content', { kind: 'items', n: m.ld(o + H.OB_SIZE) });
      break;
    case K.set:
      fields.add('smalltable', 128, 'content');
      fields.add('weakreflist', 8, 'field');
      break;
    case K.str:
      strFields(rt, o, fields);
      break;
    default:
  }
  if ((m.ld(rt.typeOf(o) + H.TP_FLAGS) & H.FLAG_HEAP) !== 0 && kind !== K.type) instanceFields(rt, o, fields);
  fields.addUnnamed('fields', end - fields.offset, 'field');
  return fields.list;
}

function strFields(rt: Runtime, o: number, fields: Fields): void {
  const m = rt.mem;
  const width = m.ld(o + STR_WIDTH);
  const heap = (m.ld(rt.typeOf(o) + H.TP_FLAGS) & H.FLAG_HEAP) !== 0;
  fields.add('length', 8, 'field', String(m.ld(o + STR_LENGTH)));
  for (const name of ['hash', 'state', 'wstr']) fields.add(name, 8, 'field');
  const ascii = width === 0;
  if (heap || !ascii) for (const name of ['utf8_length', 'utf8', 'wstr_length']) fields.add(name, 8, 'field');
  if (heap) fields.add('data', 8, 'field');
  else fields.addUnnamed('characters', (m.ld(o + STR_LENGTH) + 1) * Math.max(1, width), 'content');
}

/** Slots by name, at their offsets; what lies between is left to the fields in general. */
function instanceFields(rt: Runtime, o: number, fields: Fields): void {
  const m = rt.mem;
  const places: { at: number; name: string }[] = [];
  const type = rt.typeOf(o);
  for (let t = type; m.ld(t + H.TP_FLAGS) & H.FLAG_HEAP; t = m.ld(t + H.TP_BASE)) {
    const names = m.ld(t + H.HT_SLOTS);
    for (let i = 0; i < m.ld(t + H.HT_SLOT_COUNT); i++) {
      const name = names === 0 ? '?' : textOf(rt, tupleItem(rt, names, i));
      places.push({ at: m.ld(t + H.HT_SLOT_START) + 8 * i, name });
    }
  }
  const weak = m.ld(type + H.TP_WEAKLISTOFFSET);
  if (weak > 0) places.push({ at: weak, name: '__weakref__' });
  for (const { at, name } of places.sort((a, b) => a.at - b.at)) {
    if (at < fields.offset) continue;
    fields.addUnnamed('fields', at - fields.offset, 'field');
    fields.add(name, 8, 'field');
  }
}

function asideFields(rt: Runtime, o: number, block: PlacedBlock): FieldView[] {
  const m = rt.mem;
  const fields = new Fields(0);
  const { bytes, address } = block;
  switch (block.part) {
    case 'items': {
      const used = m.ld(o + H.OB_SIZE);
      fields.addUnnamed('items', 8 * used, 'content', { kind: 'items', n: used });
      fields.addUnnamed('room for more', bytes - 8 * used, 'room');
      break;
    }
    case 'keys':
    case 'shared keys': {
      const entry = m.ld(address + DK_KIND) === GENERAL ? 24 : 16;
      const used = m.ld(address + DK_ENTRIES);
      const free = m.ld(address + DK_USABLE);
      fields.add('PyDictKeysObject', DK_INDICES, 'field');
      fields.add('dk_indices', bytes - DK_INDICES - entry * (used + free), 'field');
      fields.addUnnamed('entries', entry * used, 'content', { kind: 'entries', n: used });
      fields.addUnnamed('room for more', entry * free, 'room');
      break;
    }
    case 'values': {
      const prefix = valuesPrefix(rt, o, address);
      const used = m.ldb(address + prefix - 2);
      fields.addUnnamed('insertion order', prefix, 'field');
      fields.addUnnamed('values', 8 * used, 'content', { kind: 'values', n: used });
      fields.addUnnamed('room for more', bytes - prefix - 8 * used, 'room');
      break;
    }
    case 'table': {
      const used = m.ld(o + SET_USED);
      fields.addUnnamed('entries', 16 * used, 'content', { kind: 'hashed', n: used });
      fields.addUnnamed('empty slots', bytes - 16 * used, 'room');
      break;
    }
    case 'docstring':
      fields.add('tp_doc', bytes, 'content');
      break;
    case 'text':
      fields.addUnnamed('characters', bytes, 'content');
      break;
    case 'object':
      break;
  }
  return fields.list;
}

function valuesPrefix(rt: Runtime, o: number, block: number): number {
  const m = rt.mem;
  const values = rt.kindOf(o) === K.dict ? m.ld(o + D.DICT_VALUES) : m.ld(o + H.MANAGED_VALUES);
  return values - block;
}
