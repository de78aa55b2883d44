/** str.format and format_map. Models Objects/stringlib/unicode_format.h: `MarkupIterator_next`, `get_field_object`. */
import { getItem } from './abstract.ts';
import { formatInto } from './advancedFormat.ts';
import * as D from './dict.ts';
import { formatError, setError, setErrorObject } from './errors.ts';
import { newInt } from './int.ts';
import type { Runtime } from './runtime.ts';
import { intern, isStr, newStr, strHash, textOf } from './str.ts';
import { asciiObject, formatObject, reprObject, strObject } from './strobject.ts';
import { StrWriter } from './strWriter.ts';
import { decimalValue } from './unicode.ts';

interface Sources {
  /** Positional values in memory, borrowed. */
  readonly args: number;
  readonly nargs: number;
  /** Value of a name, new reference or 0. */
  readonly named: (rt: Runtime, key: number) => number;
  /** null = no number seen yet. */
  automatic: boolean | null;
  next: number;
}

export function formatTemplate(
  rt: Runtime,
  template: number,
  args: number,
  nargs: number,
  named: Sources['named'],
): number {
  const sources: Sources = { args, nargs, named, automatic: null, next: 0 };
  return build(rt, textOf(rt, template), sources, 2);
}

/** Name lookup for format(): a dict of the keyword arguments, or 0 for none. */
export function namedIn(dict: number): Sources['named'] {
  return (rt, key) => {
    const found = dict === 0 ? 0 : D.getItem(rt, dict, key, strHash(rt, key));
    if (found !== 0) return rt.incref(found);
    setErrorObject(rt, rt.types.exception('KeyError'), key);
    return 0;
  };
}

function valueError(rt: Runtime, text: string): number {
  return setError(rt, 'ValueError', text);
}

function build(rt: Runtime, text: string, sources: Sources, depth: number): number {
  if (depth <= 0) return valueError(rt, 'Max string recursion exceeded');
  const writer = new StrWriter(rt, [...text].length + 100);
  let at = 0;
  while (at < text.length) {
    let literal = '';
    let opened = false;
    while (at < text.length) {
      const c = text.charAt(at++);
      if (c !== '{' && c !== '}') {
        literal += c;
        continue;
      }
      const doubled = text.charAt(at) === c;
      if (at >= text.length || (c === '}' && !doubled)) {
        writer.drop();
        return valueError(rt, `Single '${c}' encountered in format string`);
      }
      if (doubled) {
        literal += c;
        at++;
        continue;
      }
      opened = true;
      break;
    }
    if (literal !== '') {
      if (!opened && at >= text.length) writer.overallocate = false;
      writer.write(literal);
    }
    if (!opened) continue;
    const end = field(rt, text, at, sources, depth, writer);
    if (end < 0) return writer.drop();
    at = end;
  }
  return writer.finish();
}

/** Writes one replacement field that begins at `start`; where it ends, -1 with an exception. */
function field(
  rt: Runtime,
  text: string,
  start: number,
  sources: Sources,
  depth: number,
  writer: StrWriter,
): number {
  let at = start;
  let bracket = false;
  let stop = '';
  while (at < text.length) {
    const c = text.charAt(at++);
    if (c === '{' && !bracket) {
      valueError(rt, "unexpected '{' in field name");
      return -1;
    }
    if (c === '[') bracket = true;
    else if (c === ']') bracket = false;
    else if ((c === '}' || c === ':' || c === '!') && !bracket) {
      stop = c;
      break;
    }
  }
  if (stop === '') {
    valueError(rt, "expected '}' before end of string");
    return -1;
  }
  const name = text.slice(start, at - 1);
  let conversion = '';
  if (stop === '!') {
    if (at >= text.length) {
      valueError(rt, 'end of string while looking for conversion specifier');
      return -1;
    }
    conversion = String.fromCodePoint(text.codePointAt(at) ?? 0);
    at += conversion.length;
    if (at < text.length) {
      const c = text.charAt(at++);
      if (c === '}') stop = '}';
      else if (c === ':') stop = ':';
      else {
        valueError(rt, "expected ':' after conversion specifier");
        return -1;
      }
    } else stop = '';
  }
  let spec = '';
  let nested = false;
  if (stop === ':' || stop === '') {
    let open = 1;
    const from = at;
    while (at < text.length && open > 0) {
      const c = text.charAt(at++);
      if (c === '{') {
        nested = true;
        open++;
      } else if (c === '}') open--;
    }
    if (open > 0) {
      valueError(rt, "unmatched '{' in format spec");
      return -1;
    }
    spec = text.slice(from, at - 1);
  }
  let o = fieldObject(rt, name, sources);
  if (o === 0) return -1;
  if (conversion !== '') {
    const converted = convert(rt, o, conversion);
    rt.decref(o);
    if (converted === 0) return -1;
    o = converted;
  }
  if (nested) {
    const expanded = build(rt, spec, sources, depth - 1);
    if (expanded === 0) {
      rt.decref(o);
      return -1;
    }
    spec = textOf(rt, expanded);
    rt.decref(expanded);
  }
  if (at >= text.length) writer.overallocate = false;
  const type = rt.typeOf(o);
  if (type === rt.types.str || type === rt.types.int || type === rt.types.float) {
    const done = formatInto(rt, writer, o, spec);
    rt.decref(o);
    return done ? at : -1;
  }
  const given = newStr(rt, spec);
  const result = formatObject(rt, o, given);
  rt.decref(given);
  rt.decref(o);
  if (result === 0) return -1;
  writer.writeStr(result);
  rt.decref(result);
  return at;
}

function convert(rt: Runtime, o: number, conversion: string): number {
  if (conversion === 'r') return reprObject(rt, o);
  if (conversion === 's') return strObject(rt, o);
  if (conversion === 'a') return asciiObject(rt, o);
  const code = conversion.codePointAt(0) ?? 0;
  if (code > 32 && code < 127) {
    return formatError(rt, 'ValueError', 'Unknown conversion specifier %c', conversion);
  }
  return formatError(rt, 'ValueError', 'Unknown conversion specifier \\x%x', code);
}

/** -1 = not a number, null = larger than an index. */
function numberIn(text: string): number | null {
  if (text === '') return -1;
  let value = 0;
  for (const c of text) {
    const digit = decimalValue(c.codePointAt(0) ?? 0);
    if (digit < 0) return -1;
    value = value * 10 + digit;
    if (value > 9223372036854775000) return null;
  }
  return value;
}

/** New reference to what `name.attribute[item]…` means, or 0. */
function fieldObject(rt: Runtime, whole: string, sources: Sources): number {
  const dot = whole.search(/[.[]/);
  const first = dot < 0 ? whole : whole.slice(0, dot);
  let index = numberIn(first);
  if (index === null) return valueError(rt, 'Too many decimal digits in format string');
  const automatic = first === '';
  if (automatic || index >= 0) {
    if (sources.automatic !== null && sources.automatic !== automatic) {
      return valueError(
        rt,
        automatic
          ? 'cannot switch from manual field specification to automatic field numbering'
          : 'cannot switch from automatic field numbering to manual field specification',
      );
    }
    sources.automatic = automatic;
    if (automatic) index = sources.next++;
  }
  let o: number;
  if (index < 0) {
    const key = newStr(rt, first);
    o = sources.named(rt, key);
    rt.decref(key);
  } else if (sources.nargs < 0) return valueError(rt, 'Format string contains positional fields');
  else if (index >= sources.nargs) {
    return formatError(
      rt,
      'IndexError',
      'Replacement index %zd out of range for positional args tuple',
      index,
    );
  } else o = rt.incref(rt.mem.ld(sources.args + 8 * index));
  let at = first.length;
  while (o !== 0 && at < whole.length) {
    const c = whole.charAt(at++);
    if (c !== '.' && c !== '[') {
      rt.decref(o);
      return valueError(rt, "Only '.' or '[' may follow ']' in format field specifier");
    }
    const step = c === '.' ? attribute(rt, o, whole, at) : item(rt, o, whole, at);
    rt.decref(o);
    if (step === null) return 0;
    o = step.o;
    at = step.end;
  }
  return o;
}

interface Step {
  readonly o: number;
  readonly end: number;
}

function attribute(rt: Runtime, o: number, whole: string, start: number): Step | null {
  let end = start;
  while (end < whole.length && whole.charAt(end) !== '.' && whole.charAt(end) !== '[') end++;
  if (end === start) {
    valueError(rt, 'Empty attribute in format string');
    return null;
  }
  const name = intern(rt, whole.slice(start, end));
  const value = rt.recordOf(o).getattr(rt, o, name);
  rt.decref(name);
  return value === 0 ? null : { o: value, end };
}

function item(rt: Runtime, o: number, whole: string, start: number): Step | null {
  const end = whole.indexOf(']', start);
  if (end < 0) {
    valueError(rt, "Missing ']' in format string");
    return null;
  }
  const text = whole.slice(start, end);
  if (text === '') {
    valueError(rt, 'Empty attribute in format string');
    return null;
  }
  const index = numberIn(text);
  if (index === null) {
    valueError(rt, 'Too many decimal digits in format string');
    return null;
  }
  const key = index >= 0 ? newInt(rt, index) : newStr(rt, text);
  const value = getItem(rt, o, key);
  rt.decref(key);
  return value === 0 ? null : { o: value, end: end + 1 };
}

/** format_map: names are looked up in the mapping, positions are refused. */
export function formatMap(rt: Runtime, template: number, mapping: number): number {
  if (!isStr(rt, template)) throw new Error('format_map of what is no str');
  return formatTemplate(rt, template, 0, -1, (r, key) => getItem(r, mapping, key));
}
