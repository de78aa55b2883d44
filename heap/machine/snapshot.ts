/**
 * A machine as bytes: a mark, a checksum of what follows, and then the length of the JSON with what lives in the side
 * tables, the JSON, the pages of memory that are not zero, and the serials.
 * Code objects are kept as the source of their input and their place in it, and compiled again; those of the library
 * are those of the machine that takes the bytes.
 */
import * as L from '../memory/layout.ts';
import type { Machine } from './machine.ts';
import type { MachineOptions } from './options.ts';
import { refreshRuntime } from './refresh.ts';
import { compileAgain, restoreCode, type SavedCode, saveCode } from './savedCode.ts';
import { packSerials, unpackSerials } from './serialBytes.ts';
import { engineVersion } from './version.ts';

const PAGE = 4096;
/** HRM3: with a checksum. */
const MAGIC = 0x48524d33;
const CHECKSUM = 4;
const LENGTH = 8;
const TEXT = 12;

/** `source` is an index into the inputs. */
type Code = SavedCode & { readonly source: number };

interface Header {
  readonly version: number;
  readonly options: MachineOptions;
  readonly states: readonly { name: string; module: number; last: number[] }[];
  readonly current: string;
  readonly collectorOwner: string | null;
  readonly firstSerials: readonly number[];
  readonly statementModules: readonly string[];
  readonly ranges: readonly number[];
  readonly texts: readonly (string | null)[];
  readonly textsUnused: readonly number[];
  readonly sources: readonly string[];
  readonly codes: readonly (Code | null)[];
  readonly codesUnused: readonly number[];
  readonly recordsLength: number;
  readonly recordsUnused: readonly number[];
  readonly pages: readonly number[];
  /** Address and bytes of each block that tracemalloc counts. */
  readonly traced: readonly (readonly [number, number])[];
}

export function snapshotMachine(machine: Machine): Uint8Array<ArrayBuffer> {
  const { rt } = machine;
  const { mem } = rt;
  const top = rt.alloc.ranges.top;
  const pages: number[] = [];
  for (let page = L.STATE; page < top; page += PAGE) if (!isZero(mem.i32, page)) pages.push(page);
  const serials = packSerials(mem.serials, L.STATE >> 4, top >> 4);
  const sources = new Map<string, number>();
  const codes = rt.codes.values.slice(machine.libraryCodes).map((record): Code | null => {
    if (record === undefined) return null;
    let source = sources.get(record.source);
    if (source === undefined) {
      source = sources.size;
      sources.set(record.source, source);
    }
    return { source, ...saveCode(record) };
  });
  const header: Header = {
    version: engineVersion,
    options: machine.options,
    states: machine.states,
    current: machine.current,
    collectorOwner: machine.collectorOwner,
    firstSerials: machine.firstSerials,
    statementModules: machine.statementModules,
    ranges: rt.alloc.ranges.save(),
    texts: rt.texts.values.map((text) => text ?? null),
    textsUnused: rt.texts.save().unused,
    sources: [...sources.keys()],
    codes,
    codesUnused: rt.codes.save().unused,
    recordsLength: rt.records.values.length,
    recordsUnused: rt.records.save().unused,
    pages,
    traced: [...rt.alloc.traced.sizes],
  };
  const json = JSON.stringify(header).replace(/[\u0080-\uffff]/g, escapeUnit);
  const start = (TEXT + json.length + 7) & ~7;
  const end = start + pages.length * PAGE;
  const out = new Uint8Array(end + serials.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, MAGIC);
  view.setUint32(LENGTH, json.length);
  for (let i = 0; i < json.length; i++) out[TEXT + i] = json.charCodeAt(i);
  pages.forEach((page, i) => {
    out.set(mem.u8.subarray(page, page + PAGE), start + i * PAGE);
  });
  out.set(serials, end);
  view.setUint32(CHECKSUM, checksum(out));
  return out;
}

/** FNV-1a over all that stands behind it. */
function checksum(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (let i = LENGTH; i < bytes.length; i++) sum = Math.imul(sum ^ (bytes[i] ?? 0), 0x01000193);
  return sum >>> 0;
}

function escapeUnit(c: string): string {
  return `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function isZero(i32: Int32Array, page: number): boolean {
  const end = (page + PAGE) >> 2;
  for (let i = page >> 2; i < end; i++) if (i32[i] !== 0) return false;
  return true;
}

/** @throws when the bytes are no snapshot, a damaged one, or one of another engine version */
export function restoreMachine(bytes: Uint8Array, make: (options: MachineOptions) => Machine): Machine {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < TEXT || view.getUint32(0) !== MAGIC)
    throw new Error('these bytes are not a snapshot of a heap');
  if (view.getUint32(CHECKSUM) !== checksum(bytes)) throw new Error('the snapshot is damaged');
  const length = view.getUint32(LENGTH);
  let json = '';
  for (let i = 0; i < length; i += 8192) {
    json += String.fromCharCode(...bytes.subarray(TEXT + i, TEXT + Math.min(length, i + 8192)));
  }
  const header: Header = JSON.parse(json);
  if (header.version !== engineVersion) {
    throw new Error(`the snapshot is of engine version ${header.version}, this is version ${engineVersion}`);
  }
  const machine = make(header.options);
  const { rt } = machine;
  const { mem } = rt;
  const top = header.ranges[header.ranges.length - 1] ?? 0;
  /* the new machine has its own start in memory; behind it there is nothing yet */
  const used = rt.alloc.ranges.top;
  mem.u8.fill(0, L.STATE, used);
  mem.serials.fill(0, L.STATE >> 4, used >> 4);
  mem.ensure(top);
  const start = (TEXT + length + 7) & ~7;
  header.pages.forEach((page, i) => {
    mem.u8.set(bytes.subarray(start + i * PAGE, start + (i + 1) * PAGE), page);
  });
  unpackSerials(bytes.subarray(start + header.pages.length * PAGE), mem.serials, L.STATE >> 4);
  rt.alloc.ranges.load(header.ranges);
  rt.alloc.traced.load(header.traced);
  rt.texts.load(
    header.texts.map((text) => text ?? undefined),
    header.textsUnused,
  );
  const compiled = header.sources.map(compileAgain);
  const saved = header.codes.map((one) =>
    one === null ? undefined : restoreCode(one, compiled[one.source], header.sources[one.source] ?? ''),
  );
  rt.codes.load([...rt.codes.values.slice(0, machine.libraryCodes), ...saved], header.codesUnused);
  const records = rt.records.values.slice();
  records.length = header.recordsLength;
  rt.records.load(records, header.recordsUnused);
  machine.states = header.states.map((state) => ({ ...state, last: [...state.last] }));
  machine.current = header.current;
  machine.collectorOwner = header.collectorOwner;
  machine.firstSerials = [...header.firstSerials];
  machine.statementModules = [...header.statementModules];
  refreshRuntime(rt);
  return machine;
}
