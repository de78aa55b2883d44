/** Addresses of the static types; filled in by boot. */
export class TypeTable {
  object = 0;
  type = 0;
  none = 0;
  ellipsis = 0;
  notImplemented = 0;
  int = 0;
  bool = 0;
  float = 0;
  complex = 0;
  str = 0;
  bytes = 0;
  bytearray = 0;
  bytearrayIterator = 0;
  list = 0;
  tuple = 0;
  dict = 0;
  set = 0;
  frozenset = 0;
  range = 0;
  rangeIterator = 0;
  slice = 0;
  function = 0;
  cell = 0;
  method = 0;
  builtin = 0;
  methodDescriptor = 0;
  wrapperDescriptor = 0;
  methodWrapper = 0;
  classMethodDescriptor = 0;
  memberDescriptor = 0;
  getsetDescriptor = 0;
  module = 0;
  code = 0;
  frame = 0;
  generator = 0;
  traceback = 0;
  weakref = 0;
  proxy = 0;
  callableProxy = 0;
  /** itertools.count, of which weakref.finalize has one. */
  counter = 0;
  /** _thread.lock, which importing uses. */
  lock = 0;
  listIterator = 0;
  listReverseIterator = 0;
  tupleIterator = 0;
  strIterator = 0;
  bytesIterator = 0;
  callIterator = 0;
  dictKeyIterator = 0;
  dictValueIterator = 0;
  dictItemIterator = 0;
  dictReverseKeys = 0;
  dictReverseValues = 0;
  dictReverseItems = 0;
  setIterator = 0;
  dictKeys = 0;
  dictValues = 0;
  dictItems = 0;
  enumerate = 0;
  zip = 0;
  map = 0;
  filter = 0;
  reversed = 0;
  property = 0;
  staticmethod = 0;
  classmethod = 0;
  super_ = 0;
  mappingProxy = 0;
  /** Exception classes by name. */
  readonly exceptions = new Map<string, number>();

  exception(name: string): number {
    const type = this.exceptions.get(name);
    if (type === undefined) throw new Error(`no exception class ${name}`);
    return type;
  }
}
