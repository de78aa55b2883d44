import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';

/**
 * A sandbox as a link: the statements, compressed, behind the `#`, so that they never reach a server. Running them
 * again gives the same heap, byte for byte.
 */
export type Opened =
  | { readonly kind: 'none' }
  | { readonly kind: 'statements'; readonly statements: readonly string[] }
  | { readonly kind: 'broken'; readonly message: string };

const MARK = 'v1=';
/** Longer links are cut by mail and chat programs anyway. */
const LONGEST = 32_000;
const MOST_STATEMENTS = 5000;

export function makeHash(statements: readonly string[]): string {
  const packed = deflateSync(strToU8(JSON.stringify(statements)), { level: 9 });
  let binary = '';
  for (const byte of packed) binary += String.fromCharCode(byte);
  return `#${MARK}${btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')}`;
}

/** True when the link would be too long to be passed on. */
export function tooLong(hash: string): boolean {
  return hash.length > LONGEST;
}

export function openHash(hash: string): Opened {
  if (hash === '' || hash === '#') return { kind: 'none' };
  if (!hash.startsWith(`#${MARK}`)) {
    return { kind: 'broken', message: 'This is not a sandbox link, or it was made by a newer version.' };
  }
  if (tooLong(hash))
    return { kind: 'broken', message: 'The link is longer than any that the sandbox makes.' };
  const cut = {
    kind: 'broken',
    message: 'Part of the link is missing or changed. Copy the whole link and try again.',
  } as const;
  try {
    const binary = atob(
      hash
        .slice(1 + MARK.length)
        .replace(/-/g, '+')
        .replace(/_/g, '/'),
    );
    const packed = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    const value: unknown = JSON.parse(strFromU8(inflateSync(packed)));
    if (!Array.isArray(value) || value.length > MOST_STATEMENTS) return cut;
    const statements: string[] = [];
    for (const item of value) {
      if (typeof item !== 'string') return cut;
      statements.push(item);
    }
    return { kind: 'statements', statements };
  } catch {
    return cut;
  }
}
