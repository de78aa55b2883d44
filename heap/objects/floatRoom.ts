/** Size of the scratch in which a double is written. Models Python/pystrtod.c `format_float_short`. */
import { shortest } from './float.ts';
import { fixed, significant } from './floatDigits.ts';

/** Digits that dtoa gives and where the point lies (1 = after the first). */
function digitsOf(value: number, kind: string, precision: number): { count: number; point: number } {
  if (value === 0) return { count: 1, point: 1 };
  if (kind === 'r') {
    const { digits, exponent } = shortest(value);
    return { count: digits.length, point: exponent + 1 };
  }
  if (kind === 'f') {
    const text = fixed(value, precision).replace('.', '');
    const significantText = text.replace(/^0+/, '');
    if (significantText === '') return { count: 0, point: -precision };
    const whole = text.length - precision;
    const zeros = text.length - significantText.length;
    return { count: significantText.replace(/0+$/, '').length, point: whole - zeros };
  }
  const { digits, exponent } = significant(value, kind === 'e' ? precision + 1 : Math.max(1, precision));
  return { count: digits.replace(/0+$/, '').length, point: exponent + 1 };
}

/** Bytes; kind e f g r in either case. */
export function doubleRoom(
  value: number,
  kind: string,
  precision: number,
  alternate: boolean,
  dot: boolean,
): number {
  if (!Number.isFinite(value)) return 5;
  const lower = kind.toLowerCase();
  const { count, point } = digitsOf(Math.abs(value), lower, precision);
  let end = count;
  let exponential = false;
  const places = lower === 'g' ? Math.max(1, precision) : precision;
  if (lower === 'e') {
    exponential = true;
    end = precision + 1;
  } else if (lower === 'f') end = point + precision;
  else if (lower === 'g') {
    exponential = point <= -4 || point > places - (dot ? 1 : 0);
    if (alternate) end = places;
  } else exponential = point <= -4 || point > 16;
  const at = exponential ? 1 : point;
  const start = at <= 0 ? at - 1 : 0;
  end = Math.max(end, !exponential && dot ? at + 1 : at);
  return 3 + (end - start) + (exponential ? 5 : 0);
}
