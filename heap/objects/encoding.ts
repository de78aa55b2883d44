/** str ↔ bytes: UTF-8, ASCII, Latin-1. Bytes are text of characters below 256. Models Objects/unicodeobject.c codecs. */

export interface EncodeFault {
  readonly kind: 'encode' | 'decode';
  /** As the message names it. */
  readonly codec: string;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

export type Codec = 'utf-8' | 'ascii' | 'latin-1';

/** null = not known here. */
export function codecNamed(name: string): Codec | null {
  const plain = name.toLowerCase().replace(/[_ ]/g, '-');
  if (plain === 'utf-8' || plain === 'utf8' || plain === 'u8') return 'utf-8';
  if (plain === 'ascii' || plain === 'us-ascii') return 'ascii';
  if (['latin-1', 'latin1', 'iso-8859-1', 'iso8859-1', 'l1'].includes(plain)) return 'latin-1';
  return null;
}

/** errors: strict, ignore or replace. */
export function encode(text: string, codec: Codec, errors: string): string | EncodeFault {
  const limit = codec === 'ascii' ? 128 : codec === 'latin-1' ? 256 : 0x110000;
  const characters = [...text];
  let out = '';
  for (let i = 0; i < characters.length; i++) {
    const code = characters[i]?.codePointAt(0) ?? 0;
    const surrogate = codec === 'utf-8' && code >= 0xd800 && code < 0xe000;
    if (code >= limit || surrogate) {
      if (errors === 'ignore') continue;
      if (errors === 'replace') {
        out += '?';
        continue;
      }
      let end = i + 1;
      const bad = (c: number): boolean => c >= limit || (codec === 'utf-8' && c >= 0xd800 && c < 0xe000);
      while (end < characters.length && bad(characters[end]?.codePointAt(0) ?? 0)) end++;
      const reason = codec === 'utf-8' ? 'surrogates not allowed' : `ordinal not in range(${limit})`;
      return { kind: 'encode', codec, start: i, end, reason };
    }
    out += codec === 'utf-8' ? utf8(code) : String.fromCharCode(code);
  }
  return out;
}

function utf8(code: number): string {
  if (code < 0x80) return String.fromCharCode(code);
  if (code < 0x800) return String.fromCharCode(0xc0 | (code >> 6), 0x80 | (code & 63));
  if (code < 0x10000) {
    return String.fromCharCode(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return String.fromCharCode(
    0xf0 | (code >> 18),
    0x80 | ((code >> 12) & 63),
    0x80 | ((code >> 6) & 63),
    0x80 | (code & 63),
  );
}

export function decode(bytes: string, codec: Codec, errors: string): string | EncodeFault {
  if (codec === 'latin-1') return bytes;
  let out = '';
  let at = 0;
  while (at < bytes.length) {
    const first = bytes.charCodeAt(at);
    if (first < 0x80) {
      out += bytes.charAt(at++);
      continue;
    }
    const step: Step =
      codec === 'ascii' ? { length: 1, reason: 'ordinal not in range(128)' } : decodeOne(bytes, at);
    if (step.code !== undefined) out += String.fromCodePoint(step.code);
    else if (errors === 'replace') out += '\ufffd';
    else if (errors !== 'ignore') {
      return { kind: 'decode', codec, start: at, end: at + step.length, reason: step.reason ?? '' };
    }
    at += step.length;
  }
  return out;
}

interface Step {
  readonly length: number;
  readonly code?: number;
  readonly reason?: string;
}

function decodeOne(bytes: string, at: number): Step {
  const first = bytes.charCodeAt(at);
  const needed =
    first >= 0xc2 && first < 0xe0
      ? 1
      : first >= 0xe0 && first < 0xf0
        ? 2
        : first >= 0xf0 && first < 0xf5
          ? 3
          : 0;
  if (needed === 0) return { length: 1, reason: 'invalid start byte' };
  let code = first & (needed === 1 ? 31 : needed === 2 ? 15 : 7);
  for (let k = 1; k <= needed; k++) {
    if (at + k >= bytes.length) return { length: k, reason: 'unexpected end of data' };
    const next = bytes.charCodeAt(at + k);
    let valid = next >= 0x80 && next < 0xc0;
    if (k === 1) {
      if (first === 0xe0) valid = valid && next >= 0xa0;
      if (first === 0xed) valid = valid && next < 0xa0;
      if (first === 0xf0) valid = valid && next >= 0x90;
      if (first === 0xf4) valid = valid && next < 0x90;
    }
    if (!valid) return { length: k, reason: 'invalid continuation byte' };
    code = (code << 6) | (next & 63);
  }
  return { length: needed + 1, code };
}
