/**
 * What CPython calls the fields of 8 bytes that follow an object's header, in their order.
 * Sources: the structs in Include/cpython/*.h and Objects/*.c, Python/bltinmodule.c.
 */
import * as H from '../objects/header.ts';
import type { Runtime } from '../objects/runtime.ts';

const K = H.KIND;
const FIRST = 16;

const SEQUENCE_ITERATOR = ['it_index', 'it_seq'] as const;

const FIELDS: Readonly<Record<number, readonly string[]>> = {
  [K.float]: ['ob_fval'],
  [K.list]: ['ob_size', 'ob_item', 'allocated'],
  [K.tuple]: ['ob_size'],
  [K.int]: ['ob_size'],
  [K.bool]: ['ob_size'],
  [K.bytes]: ['ob_size', 'ob_shash'],
  [K.dict]: ['ma_used', 'ma_version_tag', 'ma_keys', 'ma_values'],
  [K.set]: ['fill', 'used', 'mask', 'table', 'hash', 'finger'],
  [K.function]: [
    'func_globals',
    'func_builtins',
    'func_name',
    'func_qualname',
    'func_code',
    'func_defaults',
    'func_kwdefaults',
    'func_closure',
    'func_doc',
    'func_dict',
    'func_weakreflist',
    'func_module',
    'func_annotations',
    'vectorcall',
    'func_version',
  ],
  [K.cell]: ['ob_ref'],
  [K.method]: ['im_func', 'im_self', 'im_weakreflist', 'vectorcall'],
  [K.builtin]: ['m_ml', 'm_self', 'm_module', 'm_weakreflist', 'vectorcall'],
  [K.module]: ['md_dict', 'md_def', 'md_state', 'md_weaklist', 'md_name'],
  [K.weakref]: ['wr_object', 'wr_callback', 'hash', 'wr_prev', 'wr_next', 'vectorcall'],
  [K.slice]: ['start', 'stop', 'step'],
  [K.range]: ['start', 'stop', 'step', 'length'],
  [K.exception]: ['dict', 'args', 'notes', 'traceback', 'context', 'cause', 'suppress_context'],
  [K.listIterator]: SEQUENCE_ITERATOR,
  [K.reversed]: ['index', 'seq'],
  [K.dictIterator]: ['di_dict', 'di_used', 'di_pos', 'di_result', 'len'],
  [K.setIterator]: ['si_set', 'si_used', 'si_pos', 'len'],
  [K.rangeIterator]: ['index', 'start', 'step', 'len'],
  [K.callIterator]: ['it_callable', 'it_sentinel'],
  [K.enumerate]: ['en_index', 'en_sit', 'en_result', 'en_longindex', 'one'],
  [K.zip]: ['tuplesize', 'ittuple', 'result', 'strict'],
  [K.map]: ['iters', 'func'],
  [K.filter]: ['func', 'it'],
  [K.dictView]: ['dv_dict'],
  [K.property]: ['prop_get', 'prop_set', 'prop_del', 'prop_doc', 'prop_name', 'getter_doc'],
  [K.descriptor]: ['d_type', 'd_name', 'd_qualname'],
  [K.super]: ['type', 'obj', 'obj_type'],
  [K.mappingProxy]: ['mapping'],
};

/** Of an object whose kind is laid out as another's, by its type; else by its kind. */
export function fieldNames(rt: Runtime, o: number): readonly string[] {
  const kind = rt.kindOf(o);
  const { types } = rt;
  switch (rt.typeOf(o)) {
    case types.listReverseIterator:
      return SEQUENCE_ITERATOR;
    case types.staticmethod:
      return ['sm_callable', 'sm_dict'];
    case types.classmethod:
      return ['cm_callable', 'cm_dict'];
    case types.methodWrapper:
      return ['descr', 'self'];
    default:
      return FIELDS[kind] ?? [];
  }
}

/** The name of the field at an offset from the header; empty where it has none. */
export function fieldAt(rt: Runtime, o: number, offset: number): string {
  return fieldNames(rt, o)[(offset - FIRST) / 8] ?? '';
}
