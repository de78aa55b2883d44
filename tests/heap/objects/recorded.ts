/** Reading what text_calls.py records. */
export type Value = null | boolean | bigint | number | string | Value[];

/** A recorded value: ints become bigints, floats numbers. */
export function decode(value: unknown): Value {
  if (typeof value === 'string') {
    const at = value.indexOf(':');
    const text = value.slice(at + 1);
    if (value.startsWith('int:')) return BigInt(text);
    if (value.startsWith('float:')) return hexFloat(text);
    return text;
  }
  if (Array.isArray(value)) return value.map(decode);
  if (value === null || typeof value === 'boolean') return value;
  throw new Error(`not a recorded value: ${JSON.stringify(value)}`);
}

function hexFloat(text: string): number {
  if (text === 'inf') return Infinity;
  if (text === '-inf') return -Infinity;
  if (text === 'nan') return Number.NaN;
  const match = /^(-?)0x([01])\.([0-9a-f]+)p([+-]\d+)$/.exec(text);
  if (match === null) throw new Error(`not a float: ${text}`);
  const digits = match[3] ?? '';
  const mantissa = Number(BigInt(`0x${match[2]}${digits}`)) / 16 ** digits.length;
  const exponent = Number(match[4]);
  const value = mantissa * 2 ** Math.max(exponent, -1000) * 2 ** Math.min(0, exponent + 1000);
  return match[1] === '-' ? -value : value;
}
