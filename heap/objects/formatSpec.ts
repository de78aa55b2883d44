/** The format mini-language: reading a specifier. Models Python/formatter_unicode.c `parse_internal_render_format_spec`. */
import { LimitReached } from '../memory/limit.ts';
import { decimalValue } from './unicode.ts';

/** An exception as data: its class and message. */
export interface Fault {
  readonly error: 'ValueError' | 'TypeError' | 'OverflowError' | 'IndexError' | 'KeyError';
  readonly message: string;
}

export function fault(error: Fault['error'], message: string): Fault {
  return { error, message };
}

export function isFault(result: unknown): result is Fault {
  return typeof result === 'object' && result !== null && 'error' in result;
}

export interface FormatSpec {
  readonly fill: string;
  readonly align: string;
  readonly sign: string;
  readonly noNegativeZero: boolean;
  readonly alternate: boolean;
  /** -1 = not given. */
  readonly width: number;
  readonly thousands: '' | ',' | '_';
  readonly precision: number;
  /** '' = not given and the type has no default. */
  readonly type: string;
}

const LARGEST = Number.MAX_SAFE_INTEGER;
/** Wider than any heap could hold. */
export const TOO_WIDE = 1 << 28;

/** Digits at `at`: value and where they end; null = larger than an index. */
function integerAt(spec: readonly string[], at: number): { value: number; end: number } | null {
  let value = 0;
  let end = at;
  for (; end < spec.length; end++) {
    const digit = decimalValue(spec[end]?.codePointAt(0) ?? 0);
    if (digit < 0) break;
    value = value * 10 + digit;
    if (value > 9223372036854775000) return null;
  }
  return { value: Math.min(value, LARGEST), end };
}

export function characterName(type: string): string {
  const code = type.codePointAt(0) ?? 0;
  return code > 32 && code < 128 ? type : `\\x${code.toString(16)}`;
}

export function parseSpec(
  text: string,
  typeName: string,
  type: string,
  defaultAlign: string,
): FormatSpec | Fault {
  const spec = [...text];
  let at = 0;
  let fill = ' ';
  let align = defaultAlign;
  let filled = false;
  let aligned = false;
  if (spec.length >= 2 && '<>=^'.includes(spec[1] ?? '')) {
    fill = spec[0] ?? ' ';
    align = spec[1] ?? '';
    filled = true;
    aligned = true;
    at = 2;
  } else if (spec.length >= 1 && '<>=^'.includes(spec[0] ?? '')) {
    align = spec[0] ?? '';
    aligned = true;
    at = 1;
  }
  let sign = '';
  const next = spec[at];
  if (next !== undefined && ' +-'.includes(next)) {
    sign = next;
    at++;
  }
  const noNegativeZero = spec[at] === 'z';
  if (noNegativeZero) at++;
  const alternate = spec[at] === '#';
  if (alternate) at++;
  if (!filled && spec[at] === '0') {
    fill = '0';
    if (!aligned && defaultAlign === '>') align = '=';
    at++;
  }
  const width = integerAt(spec, at);
  if (width === null) return fault('ValueError', 'Too many decimal digits in format string');
  const hasWidth = width.end > at;
  at = width.end;
  let thousands: FormatSpec['thousands'] = '';
  if (spec[at] === ',') {
    thousands = ',';
    at++;
  }
  if (spec[at] === '_') {
    if (thousands !== '') return fault('ValueError', "Cannot specify both ',' and '_'.");
    thousands = '_';
    at++;
  }
  if (spec[at] === ',' && thousands === '_') return fault('ValueError', "Cannot specify both ',' and '_'.");
  let precision = -1;
  if (spec[at] === '.') {
    const digits = integerAt(spec, at + 1);
    if (digits === null) return fault('ValueError', 'Too many decimal digits in format string');
    if (digits.end === at + 1) return fault('ValueError', 'Format specifier missing precision');
    precision = digits.value;
    at = digits.end;
  }
  if (spec.length - at > 1) {
    return fault('ValueError', `Invalid format specifier '${text}' for object of type '${typeName}'`);
  }
  const given = spec[at] ?? type;
  if (thousands !== '' && given !== '' && !'defgEG%F'.includes(given)) {
    if (thousands !== '_' || !'boxX'.includes(given)) {
      return fault('ValueError', `Cannot specify '${thousands}' with '${characterName(given)}'.`);
    }
  }
  if (width.value > TOO_WIDE) throw new LimitReached('memory');
  return {
    fill,
    align,
    sign,
    noNegativeZero,
    alternate,
    width: hasWidth ? width.value : -1,
    thousands,
    precision,
    type: given,
  };
}

export function unknownType(type: string, typeName: string): Fault {
  return fault('ValueError', `Unknown format code '${characterName(type)}' for object of type '${typeName}'`);
}

/** Spaces (or fill) on both sides as the alignment says. */
export function padded(text: string, length: number, spec: FormatSpec): string {
  const missing = spec.width - length;
  if (missing <= 0) return text;
  if (spec.align === '<') return text + spec.fill.repeat(missing);
  if (spec.align === '^') {
    const left = missing >> 1;
    return spec.fill.repeat(left) + text + spec.fill.repeat(missing - left);
  }
  return spec.fill.repeat(missing) + text;
}
