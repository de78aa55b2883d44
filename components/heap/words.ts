import type { ObjectView } from '../../heap/index.ts';

/**
 * Numbers as they are written everywhere on screen. Own code instead of Intl, so that server, browser and tests
 * write the same text whatever the locale.
 */

/** `12345` → `12,345`. */
export function grouped(value: number): string {
  const digits = String(Math.abs(Math.trunc(value)));
  let text = '';
  for (let at = 0; at < digits.length; at++) {
    if (at > 0 && (digits.length - at) % 3 === 0) text += ',';
    text += digits.charAt(at);
  }
  return value < 0 ? `-${text}` : text;
}

/** Bytes up to 9,999 in full, since students compare them with sys.getsizeof; above in KiB or MiB. */
export function bytes(value: number): string {
  if (value < 10_000) return `${grouped(value)} B`;
  if (value < 1024 * 1024) return `${(value / 1024).toFixed(1)} KiB`;
  return `${(value / (1024 * 1024)).toFixed(2)} MiB`;
}

export function hex(address: number): string {
  return `0x${address.toString(16)}`;
}

/** `1 object`, `3 objects`. */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${grouped(value)} ${value === 1 ? one : many}`;
}

export function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, Math.max(1, length - 1))}…`;
}

export function generationWords(object: Pick<ObjectView, 'generation' | 'tracked'>): string {
  if (object.generation === 'permanent') return 'permanent';
  if (object.generation !== null) return `gen ${object.generation}`;
  return object.tracked ? 'tracked' : 'untracked';
}

/** One sentence about an object, for screen readers and titles. */
export function sentence(object: ObjectView): string {
  const parts = [`${object.type} ${object.repr}`];
  parts.push(object.refcount === null ? 'shared by the interpreter' : count(object.refcount, 'reference'));
  parts.push(`${grouped(object.size)} bytes`);
  parts.push(generationWords(object));
  if (object.owner !== null) parts.push(`allocated by ${object.owner}`);
  if (!object.reachable) parts.push('leaked: nothing that runs can reach it');
  return parts.join(', ');
}
