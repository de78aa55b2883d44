/** Small pieces of English for the player's sentences. */

/** `a`, `a and b`, `a, b and c`; long lists are cut. */
export function listed(parts: readonly string[]): string {
  const shown = parts.length > 5 ? [...parts.slice(0, 4), `${parts.length - 4} more`] : parts;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}

/** Names that are code stay as they are. */
export function capital(text: string): string {
  return /^(?:gc\.|__)/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

export function are(n: number): string {
  return n === 1 ? 'is' : 'are';
}

const PLURALS = new Map([['goes', 'go']]);

/** The verb for n of them: `moves`, `move`. */
export function verb(n: number, one: string): string {
  return n === 1 ? one : (PLURALS.get(one) ?? one.replace(/s$/, ''));
}

export function them(n: number): string {
  return n === 1 ? 'it' : 'them';
}

export function parts(n: number): string {
  return n === 1 ? 'a part of a class' : `${n} parts of classes`;
}
