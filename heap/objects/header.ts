/**
 * Offsets of the object header, of the collector's header in front of it, and of type objects; the kinds that say
 * which layout an object has. Models Include/object.h and Include/internal/pycore_gc.h. Fields of type objects
 * are this project's own choice inside a block of CPython's size.
 */
export const OB_TYPE = 8;
export const OB_SIZE = 16;
export const GC_HEADER = 16;
/** Relative to the object: next and prev of the collector's list, dict and values of a managed-dict instance. */
export const GC_NEXT = -16;
export const GC_PREV = -8;
export const MANAGED_DICT = -24;
export const MANAGED_VALUES = -32;

export const PREV_FINALIZED = 1;
export const PREV_COLLECTING = 2;
export const NEXT_UNREACHABLE = 1;

export const TP_NAME = 24;
export const TP_BASICSIZE = 32;
export const TP_ITEMSIZE = 40;
export const TP_KIND = 48;
export const TP_RECORD = 52;
export const TP_FLAGS = 56;
export const TP_DICT = 64;
export const TP_BASE = 72;
export const TP_BASES = 80;
export const TP_MRO = 88;
export const TP_SUBCLASSES = 96;
export const TP_WEAKLIST = 104;
export const TP_DICTOFFSET = 112;
export const TP_WEAKLISTOFFSET = 120;
export const HT_NAME = 128;
export const HT_QUALNAME = 136;
export const HT_SLOTS = 144;
export const HT_CACHED_KEYS = 152;
export const HT_SLOT_START = 160;
export const HT_SLOT_COUNT = 168;
/** A copy of the docstring, as UTF-8. */
export const TP_DOC = 184;
export const TP_DOC_BYTES = 192;
export const STATIC_TYPE_SIZE = 424;
export const HEAP_TYPE_SIZE = 904;

export const FLAG_GC = 1;
export const FLAG_HEAP = 2;
export const FLAG_MANAGED_DICT = 4;
export const FLAG_BASE = 8;
export const FLAG_LONG = 16;
export const FLAG_LIST = 32;
export const FLAG_TUPLE = 64;
export const FLAG_STR = 128;
export const FLAG_DICT = 256;
export const FLAG_TYPE = 512;
export const FLAG_EXCEPTION = 1024;
export const FLAG_BYTES = 2048;
export const FLAG_SET = 4096;
export const FLAG_FLOAT = 8192;
/** The class, or a base made by a class statement, defines `__del__`. */
export const FLAG_DEL = 16384;
export const FLAG_METHOD = 32768;
export const SUBCLASS_FLAGS =
  FLAG_LONG |
  FLAG_LIST |
  FLAG_TUPLE |
  FLAG_STR |
  FLAG_DICT |
  FLAG_TYPE |
  FLAG_EXCEPTION |
  FLAG_BYTES |
  FLAG_SET |
  FLAG_FLOAT;

/** Refcount given to what existed before the first statement; it moves but never reaches zero. */
export const IMMORTAL = 1 << 28;

export const KIND = {
  atom: 0,
  int: 1,
  float: 2,
  str: 3,
  list: 4,
  tuple: 5,
  dict: 6,
  function: 7,
  cell: 8,
  method: 9,
  builtin: 10,
  module: 11,
  type: 12,
  instance: 13,
  set: 14,
  bytes: 15,
  code: 16,
  frame: 17,
  generator: 18,
  traceback: 19,
  exception: 20,
  weakref: 21,
  listIterator: 22,
  dictIterator: 23,
  setIterator: 24,
  rangeIterator: 25,
  range: 26,
  slice: 27,
  enumerate: 28,
  zip: 29,
  map: 30,
  filter: 31,
  reversed: 32,
  dictView: 33,
  property: 34,
  wrapper: 35,
  descriptor: 36,
  super: 37,
  mappingProxy: 38,
  callIterator: 39,
  none: 40,
  bool: 41,
  bytearray: 42,
} as const;
