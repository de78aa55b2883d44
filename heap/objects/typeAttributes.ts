/** Attributes of classes, and what follows when one changes. Models `type_getattro`, `type_setattro`, `type_modified`. */

import { fillAttributeError } from './attributes.ts';
import * as D from './dict.ts';
import { formatError, keyNotFound } from './errors.ts';
import * as H from './header.ts';
import { baseOfLayout } from './instance.ts';
import type { Runtime } from './runtime.ts';
import { classRecord } from './slots.ts';
import { strHash, textOf } from './str.ts';
import { subclasses } from './subclasses.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { isSubtype, lookupText, lookupType } from './typetools.ts';

/** Recomputes the slots of a class and of its subclasses after one of their attributes changed. */
export function updateRecord(rt: Runtime, type: number): void {
  const m = rt.mem;
  rt.clearMethodCache();
  const layout = baseOfLayout(rt, type);
  let inherited = rt.recordOfType(layout);
  const mro = m.ld(type + H.TP_MRO);
  for (let i = 0; i < tupleSize(rt, mro); i++) {
    const t = tupleItem(rt, mro, i);
    if ((m.ld(t + H.TP_FLAGS) & H.FLAG_HEAP) === 0) {
      if (t !== layout && isSubtype(rt, t, layout)) inherited = rt.recordOfType(t);
      break;
    }
  }
  rt.records.set(m.ld(type + H.TP_RECORD), classRecord(rt, type, inherited));
  const del = lookupText(rt, type, '__del__') !== 0 ? H.FLAG_DEL : 0;
  m.st(type + H.TP_FLAGS, (m.ld(type + H.TP_FLAGS) & ~H.FLAG_DEL) | del);
  for (const sub of subclasses(rt, type)) updateRecord(rt, sub);
}

/** Models `type_getattro`. */
export function typeGetAttr(rt: Runtime, type: number, name: number): number {
  const meta = rt.typeOf(type);
  const metaAttribute = lookupType(rt, meta, name);
  const metaRecord = metaAttribute === 0 ? null : rt.recordOf(metaAttribute);
  if (metaRecord !== null && metaRecord.descrGet !== null && metaRecord.descrSet !== null) {
    return metaRecord.descrGet(rt, metaAttribute, type, meta);
  }
  const attribute = lookupType(rt, type, name);
  if (attribute !== 0) {
    const get = rt.recordOf(attribute).descrGet;
    return get === null ? rt.incref(attribute) : get(rt, attribute, 0, type);
  }
  if (metaRecord !== null) {
    if (metaRecord.descrGet !== null) return metaRecord.descrGet(rt, metaAttribute, type, meta);
    return rt.incref(metaAttribute);
  }
  formatError(
    rt,
    'AttributeError',
    "type object '%.50s' has no attribute '%U'",
    rt.tpName(type),
    textOf(rt, name),
  );
  fillAttributeError(rt, type, name);
  return 0;
}

/** Models `type_setattro`. */
export function typeSetAttr(rt: Runtime, type: number, name: number, value: number): number {
  const m = rt.mem;
  const text = textOf(rt, name);
  if ((m.ld(type + H.TP_FLAGS) & H.FLAG_HEAP) === 0) {
    formatError(rt, 'TypeError', "cannot set '%s' attribute of immutable type '%s'", text, rt.tpName(type));
    return -1;
  }
  const metaAttribute = lookupType(rt, rt.typeOf(type), name);
  if (metaAttribute !== 0) {
    const set = rt.recordOf(metaAttribute).descrSet;
    if (set !== null) return set(rt, metaAttribute, type, value);
  }
  const dict = m.ld(type + H.TP_DICT);
  if (value === 0) {
    if (D.remove(rt, dict, name, strHash(rt, name)) !== 1) {
      keyNotFound(rt, name);
      const format = "type object '%.50s' has no attribute '%U'";
      formatError(rt, 'AttributeError', format, rt.tpName(type), text);
      return -1;
    }
  } else if (D.setStr(rt, dict, name, value) < 0) return -1;
  rt.clearMethodCache();
  if (text.startsWith('__') && text.endsWith('__')) updateRecord(rt, type);
  return 0;
}
