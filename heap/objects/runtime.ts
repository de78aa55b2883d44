/**
 * The interpreter's state as the object layer sees it: memory, allocator, side tables, and what higher layers put
 * in (the evaluator and the collector). Everything that lasts is in linear memory or in the three handle tables.
 */

import { Allocator } from '../memory/allocator.ts';
import * as L from '../memory/layout.ts';
import { LimitReached } from '../memory/limit.ts';
import { Memory, RECENT } from '../memory/memory.ts';
import { type CodeRecord, recordInCopy } from './codeRecord.ts';
import type { CollectionLog, CollectionWatch } from './collectorObserver.ts';
import { floatDealloc } from './float.ts';
import { Handles } from './handles.ts';
import * as H from './header.ts';
import { listDealloc } from './list.ts';
import type { BuiltinDef, GetSetDef, TypeRecord } from './record.ts';
import { tupleDealloc } from './tuple.ts';
import { TypeTable } from './typetable.ts';

/* Copies: the host's compiler takes constants of this module for what they are, and reads imported ones each time. */
const DYNAMIC_START = L.DYNAMIC_START;
const NEXT_SERIAL = L.NEXT_SERIAL >> 2;
const COUNT0 = L.COUNT0 >> 2;
const THRESHOLD0 = L.THRESHOLD0 >> 2;
const YOUNGEST = L.GENERATION(0);
const YOUNGEST_PREV = (YOUNGEST + L.GEN_PREV) >> 2;
const TP_FLAGS = H.TP_FLAGS;
const RECENT_MASK = RECENT - 1;
const MANAGED = H.FLAG_MANAGED_DICT;
const FINALIZED = H.PREV_FINALIZED;

export interface Died {
  readonly serial: number;
  readonly type: string;
  readonly repr: string;
}

const DOTTED: Readonly<Record<string, string>> = {
  ReferenceType: 'weakref.ReferenceType',
  ProxyType: 'weakref.ProxyType',
  CallableProxyType: 'weakref.CallableProxyType',
};

export class Runtime {
  readonly mem = new Memory(4 << 20);
  readonly alloc = new Allocator(this.mem);
  readonly texts = new Handles<string>();
  readonly codes = new Handles<CodeRecord>();
  readonly records = new Handles<TypeRecord>();
  readonly builtins: BuiltinDef[] = [];
  readonly getsets: GetSetDef[] = [];
  readonly types = new TypeTable();
  /** Interned strings by text. */
  readonly interned = new Map<string, number>();

  /* singletons */
  none = 0;
  true_ = 0;
  false_ = 0;
  ellipsis = 0;
  notImplemented = 0;
  emptyTuple = 0;
  emptyStr = 0;
  emptyBytes = 0;
  emptyKeys = 0;
  smallInts = 0;
  latin1 = 0;
  listIndexError = 0;

  fuel = Number.MAX_SAFE_INTEGER;
  output = '';
  outputLimit = 1 << 30;
  errorOutput = '';
  recursionLimit = 1000;
  /** An exception is being made: `recursionLimit` and the host's are a little higher. */
  headroom = false;
  hostDepth = 0;
  /** No finalizer and no callback is run; for what has to go and may not be held up by user code without end. */
  silent = false;
  /** High half of the hash that was computed last, see hash64.ts. */
  hashHigh = 0;
  /** Containers whose repr is being made. */
  readonly openReprs = new Set<number>();
  /** The thread's list of open reprs; see reprStack.ts. */
  readonly reprStack = { block: 0, room: 0, size: 0 };
  /** The tuple of arguments of the class that is being called, for what keeps it (exceptions). */
  /** The dict of the keyword arguments, where the callee is given one; 0 = none. */
  argsDict = 0;
  argsTuple = 0;
  /** A call is being made with this tuple's items: whoever needs its arguments in a tuple takes it. */
  givenTuple = 0;
  /** The same with keywords that lie in a dict already: whoever needs them in a dict takes it. */
  givenDict = 0;
  /** Serial from which on objects belong to the running statement. */
  firstOfStatement = 1;
  died: Died[] = [];
  /** Called for an object that is about to be taken apart and existed before the statement. */
  noteDeath: (rt: Runtime, o: number) => void = () => undefined;
  collectHook: (rt: Runtime) => void = () => undefined;
  /** Calls a Python function with arguments that lie in memory; set by the evaluator. */
  callFunction: (rt: Runtime, fn: number, args: number, nargs: number, kw: number) => number = () => 0;
  /** Set by the iterators and by classes. */
  sequenceIterator: (rt: Runtime, o: number) => number = () => 0;
  classGetItem: (rt: Runtime, o: number, key: number) => number = () => 0;
  iteratorHint: (rt: Runtime, o: number, fallback: number) => number = (_rt, _o, fallback) => fallback;
  /** Set by classes and the evaluator, for the class statement. */
  bindPrepare: (rt: Runtime) => number = () => 0;
  callClassBody: (rt: Runtime, body: number, namespace: number) => number = () => 0;
  sequenceTuple: (rt: Runtime, o: number) => number = () => 0;
  newSuper: (rt: Runtime, type: number, object: number) => number = () => 0;
  instanceDictGetSet = 0;
  instanceWeakrefGetSet = 0;
  /** Set by the evaluator and the machine. */
  evaluateFrame: (rt: Runtime, frame: number, thrown: boolean) => number = () => 0;
  displayHook: (rt: Runtime, value: number) => boolean = () => true;
  importModule: (rt: Runtime, name: number, fromList: number) => number = () => 0;
  setModuleAttribute: (rt: Runtime, module: number, name: number, value: number) => number = () => -1;
  updateFromMapping: (rt: Runtime, dict: number, source: number) => boolean = () => false;
  /** Key, hash, value of every entry of a dict, borrowed. */
  entriesOf: (rt: Runtime, dict: number) => (readonly [number, number, number])[] = () => [];
  moduleName: (rt: Runtime, module: number) => string = () => '';
  callMethod: (rt: Runtime, o: number, name: string, args: readonly number[]) => number = () => 0;
  buildClassFunction = 0;
  /** Set while somebody follows a program instruction by instruction: its index, the operand stack's ends. */
  watchInstruction: ((pc: number, bottom: number, sp: number) => void) | null = null;
  /** Frame at which the evaluation loop paused. */
  unfinished = 0;
  /** The pending exception goes on its way without a new traceback entry. */
  reraising = false;
  collectionLog: CollectionLog | null = null;
  /** Set while somebody watches collections step by step. */
  watchCollection: CollectionWatch | null = null;
  lookupSpecialText: (rt: Runtime, o: number, name: string) => number = () => 0;
  newInstanceDict: (rt: Runtime, type: number) => number = () => 0;
  /** What super() without arguments means in the running frame, borrowed; null = an exception is set. */
  superArguments: (rt: Runtime) => { type: number; object: number } | null = () => null;
  callableIterator = 0;
  newStrOfType: (rt: Runtime, type: number, text: string) => number = () => 0;
  roundFloat: (rt: Runtime, value: number, digits: number | null) => number = () => 0;
  /** The module that runs may not change the collector. */
  collectorLocked = false;
  sizeofDef = 0;
  newDict: (rt: Runtime) => number = () => 0;
  bigConstant: (rt: Runtime, value: bigint) => number = () => 0;
  initializeValues: (rt: Runtime, o: number, type: number) => void = () => undefined;
  lookupClassModule: (rt: Runtime, type: number) => number = () => 0;
  classModule: (rt: Runtime, type: number) => number = () => 0;
  /** What getMethod says beside its result. */
  readonly foundMethod = { unbound: false };
  /** Children of an object, see traverse.ts. */
  scratch = new Int32Array(1024);

  /* method cache, Objects/typeobject.c type_cache */
  readonly cacheType = new Int32Array(4096);
  readonly cacheName = new Int32Array(4096);
  readonly cacheValue = new Int32Array(4096);

  /** Grows with every change to any class, so that what was found through one can be trusted while it stands still. */
  typeEpoch = 1;

  /**
   * A runtime as this one stands, which then goes its own way: for one that was just built, where nothing runs.
   * The records of built-in classes and the table of types are shared; nobody writes to them after the start.
   */
  copy(): Runtime {
    const rt = new Runtime();
    const {
      mem,
      alloc,
      texts,
      codes,
      records,
      builtins,
      getsets,
      interned,
      cacheType,
      cacheName,
      cacheValue,
    } = rt;
    const { openReprs, reprStack, foundMethod, scratch, died } = rt;
    Object.assign(rt, this, { mem, alloc, texts, codes, records, builtins, getsets, interned });
    Object.assign(rt, { cacheType, cacheName, cacheValue, openReprs, reprStack, foundMethod, scratch, died });
    alloc.copyFrom(this.alloc);
    texts.load([...this.texts.values], this.texts.save().unused);
    codes.load(
      this.codes.values.map((record) => record && recordInCopy(record)),
      this.codes.save().unused,
    );
    records.load([...this.records.values], this.records.save().unused);
    builtins.push(...this.builtins);
    getsets.push(...this.getsets);
    for (const [text, o] of this.interned) interned.set(text, o);
    return rt;
  }

  clearMethodCache(): void {
    this.cacheType.fill(0);
    this.typeEpoch = (this.typeEpoch + 1) | 0;
  }

  work(units: number): void {
    this.fuel -= units;
    if (this.fuel < 0) throw new LimitReached('fuel');
  }

  write(text: string): void {
    if (this.output.length + text.length > this.outputLimit) throw new LimitReached('output');
    this.output += text;
  }

  /** First address of the static region that is not taken. In memory, so that a rollback takes it back. */
  get staticCursor(): number {
    return this.mem.ld(L.STATIC_CURSOR) || L.STATIC_START;
  }

  /** A block in the static region, never freed. */
  staticBlock(bytes: number): number {
    const at = this.staticCursor;
    const next = at + ((bytes + 15) & ~15);
    if (next > L.STATIC_END) throw new Error('static region is full');
    this.mem.st(L.STATIC_CURSOR, next);
    return at;
  }

  /** Header of an object that existed before the first statement; a zeroed collector's header stands in front. */
  staticObject(type: number, bytes: number): number {
    const o = this.staticBlock(bytes + 32) + 32;
    this.mem.st(o, H.IMMORTAL);
    this.mem.st(o + H.OB_TYPE, type);
    this.mem.serials[o >> 4] = this.nextSerial();
    return o;
  }

  nextSerial(): number {
    const serial = this.mem.ld(L.NEXT_SERIAL) + 1;
    this.mem.st(L.NEXT_SERIAL, serial);
    return serial;
  }

  /** Writes the header of a new object. Models Objects/object.c `_PyObject_Init`. */
  initObject(o: number, type: number): void {
    const { i32, serials, recent } = this.mem;
    i32[o >> 2] = 1;
    i32[(o + 8) >> 2] = type;
    if (type >= DYNAMIC_START) i32[type >> 2] = (i32[type >> 2] ?? 0) + 1;
    const serial = (i32[NEXT_SERIAL] ?? 0) + 1;
    i32[NEXT_SERIAL] = serial;
    serials[o >> 4] = serial;
    recent[serial & RECENT_MASK] = o;
  }

  /** An object is moved to a block of another size. */
  moveSerial(from: number, to: number): void {
    const { serials, recent } = this.mem;
    const serial = serials[from >> 4] ?? 0;
    serials[from >> 4] = 0;
    serials[to >> 4] = serial;
    if (recent[serial & RECENT_MASK] === from) recent[serial & RECENT_MASK] = to;
  }

  newObject(type: number, bytes: number): number {
    const o = this.alloc.malloc(bytes);
    this.initObject(o, type);
    return o;
  }

  /** Memory for a collected object, untracked. Models Modules/gcmodule.c `gc_alloc`. */
  newCollected(type: number, bytes: number): number {
    return this.newCollectedAfter(type, bytes, H.GC_HEADER);
  }

  newCollectedAfter(type: number, bytes: number, prefix: number): number {
    const o = this.alloc.malloc(bytes + prefix) + prefix;
    const { i32 } = this.mem;
    i32[(o - 16) >> 2] = 0;
    i32[(o - 8) >> 2] = 0;
    if (prefix > 16) {
      i32[(o - 24) >> 2] = 0;
      i32[(o - 32) >> 2] = 0;
    }
    const count = (i32[COUNT0] ?? 0) + 1;
    i32[COUNT0] = count;
    if (count > (i32[THRESHOLD0] ?? 0)) this.collectIfDue();
    this.initObject(o, type);
    return o;
  }

  /** The youngest generation is above its threshold. */
  private collectIfDue(): void {
    const m = this.mem;
    if (
      m.ld(L.GC_ENABLED) !== 0 &&
      m.ld(L.THRESHOLD0) !== 0 &&
      m.ld(L.GC_COLLECTING) === 0 &&
      m.ld(L.CUR_TYPE) === 0
    ) {
      this.collectHook(this);
    }
  }

  /** Models `PyObject_GC_Del`. */
  deleteCollected(o: number): void {
    const { i32, serials } = this.mem;
    if (i32[(o - 16) >> 2] !== 0) this.untrack(o);
    const count = i32[COUNT0] ?? 0;
    if (count > 0) i32[COUNT0] = count - 1;
    serials[o >> 4] = 0;
    const flags = i32[((i32[(o + 8) >> 2] ?? 0) + TP_FLAGS) >> 2] ?? 0;
    this.alloc.free(flags & MANAGED ? o - 32 : o - 16);
  }

  /** Frees the block of an object of a type without collector's header, or of a class that extends it. */
  deleteObject(o: number): void {
    if ((this.mem.ld(this.mem.ld(o + H.OB_TYPE) + H.TP_FLAGS) & H.FLAG_GC) !== 0) {
      this.deleteCollected(o);
      return;
    }
    this.mem.serials[o >> 4] = 0;
    this.alloc.free(o);
  }

  /** Models `_PyObject_GC_TRACK`: to the tail of the youngest generation. */
  track(o: number): void {
    const { i32 } = this.mem;
    const g = o - 16;
    const last = i32[YOUNGEST_PREV] ?? 0;
    i32[last >> 2] = g;
    i32[g >> 2] = YOUNGEST;
    i32[(g + 8) >> 2] = last | ((i32[(g + 8) >> 2] ?? 0) & 3);
    i32[YOUNGEST_PREV] = g;
  }

  untrack(o: number): void {
    const { i32 } = this.mem;
    const at = (o - 16) >> 2;
    const next = i32[at] ?? 0;
    const prevWord = i32[at + 2] ?? 0;
    const prev = prevWord & ~3;
    i32[prev >> 2] = ((i32[prev >> 2] ?? 0) & 1) | next;
    i32[(next + 8) >> 2] = prev | ((i32[(next + 8) >> 2] ?? 0) & 3);
    i32[at] = 0;
    i32[at + 2] = prevWord & FINALIZED;
  }

  isTracked(o: number): boolean {
    return this.mem.ld(o + H.GC_NEXT) !== 0;
  }

  flagsOf(o: number): number {
    return this.mem.ld(this.mem.ld(o + H.OB_TYPE) + H.TP_FLAGS);
  }

  typeOf(o: number): number {
    return this.mem.ld(o + H.OB_TYPE);
  }

  kindOf(o: number): number {
    return this.mem.ld(this.mem.ld(o + H.OB_TYPE) + H.TP_KIND);
  }

  recordOf(o: number): TypeRecord {
    const record = this.records.values[this.mem.ld(this.mem.ld(o + H.OB_TYPE) + H.TP_RECORD)];
    if (record === undefined) throw new Error('object without a type');
    return record;
  }

  recordOfType(type: number): TypeRecord {
    return this.records.get(this.mem.ld(type + H.TP_RECORD));
  }

  /** `__name__` */
  typeName(type: number): string {
    return this.texts.get(this.mem.ld(type + H.TP_NAME));
  }

  /** `tp_name` as error messages have it: some built-in classes carry their module in it. */
  tpName(type: number): string {
    const name = this.typeName(type);
    const isHeap = (this.mem.ld(type + H.TP_FLAGS) & H.FLAG_HEAP) !== 0;
    return isHeap ? name : (DOTTED[name] ?? name);
  }

  incref(o: number): number {
    const { i32 } = this.mem;
    i32[o >> 2] = (i32[o >> 2] ?? 0) + 1;
    return o;
  }

  decref(o: number): void {
    const { i32 } = this.mem;
    const count = (i32[o >> 2] ?? 0) - 1;
    i32[o >> 2] = count;
    if (count === 0) dealloc(this, o);
  }

  xdecref(o: number): void {
    if (o !== 0) this.decref(o);
  }

  /** Reads an owned pointer, empties the field, and gives the reference up. Models `Py_CLEAR`. */
  clearField(address: number): void {
    const old = this.mem.ld(address);
    if (old !== 0) {
      this.mem.st(address, 0);
      this.decref(old);
    }
  }

  bool(value: boolean): number {
    return this.incref(value ? this.true_ : this.false_);
  }

  newNone(): number {
    return this.incref(this.none);
  }

  failed(): boolean {
    return this.mem.ld(L.CUR_TYPE) !== 0;
  }
}

/** Models Objects/object.c `_Py_Dealloc`. */
export function dealloc(rt: Runtime, o: number): void {
  if (o < DYNAMIC_START && rt.alloc.boot === null)
    throw new Error(`static object at ${o} lost its last reference`);
  const { i32, serials } = rt.mem;
  if ((serials[o >> 4] ?? 0) < rt.firstOfStatement) rt.noteDeath(rt, o);
  /* the commonest types are told apart here, which spares the call through the record */
  const type = i32[(o + 8) >> 2] ?? 0;
  const { types } = rt;
  if (type === types.int) {
    serials[o >> 4] = 0;
    rt.alloc.free(o);
  } else if (type === types.list) listDealloc(rt, o);
  else if (type === types.tuple) tupleDealloc(rt, o);
  else if (type === types.float) floatDealloc(rt, o);
  else rt.recordOf(o).dealloc(rt, o);
}
