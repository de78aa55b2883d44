import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { scenarioOf } from '../../classroom/scenarios/index.ts';
import type { Scenario } from '../../classroom/scenarios/scenario.ts';
import type { Words } from '../language/words.ts';
import { SCENARIO } from './scenario-link.ts';

/**
 * A sandbox as a link: the statements, compressed, behind the `#`, so that they never reach a server. Running them
 * again gives the same heap, byte for byte. Or a scenario of the library, by its name.
 */
export type Opened =
  | { readonly kind: 'none' }
  | { readonly kind: 'statements'; readonly statements: readonly string[] }
  | { readonly kind: 'scenario'; readonly scenario: Scenario }
  | { readonly kind: 'broken'; readonly message: string };

/** `parseInput` of the heap. */
export type Parse = (
  source: string,
) =>
  | { readonly ok: true }
  | { readonly ok: false; readonly line: number; readonly column: number; readonly message: string };

const MARK = 'v1=';
/** Longer links are cut by mail and chat programs anyway. */
const LONGEST = 32_000;
const MOST_STATEMENTS = 5000;
/** Characters of all statements together: a short link can hold very much of the same. */
const MOST_SOURCE = 500_000;

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

function broken(message: string): Opened {
  return { kind: 'broken', message };
}

/** What a link leads to. Statements are only given back when all of them are Python: half a story is another story. */
export function openHash(hash: string, parse: Parse, words: Words['sandbox']['link']): Opened {
  if (hash === '' || hash === '#') return { kind: 'none' };
  if (tooLong(hash)) return broken(words.long);
  if (hash.startsWith(`#${SCENARIO}`)) {
    const scenario = scenarioOf(hash.slice(1 + SCENARIO.length));
    return scenario === undefined ? broken(words.noScenario) : { kind: 'scenario', scenario };
  }
  if (!hash.startsWith(`#${MARK}`)) {
    return broken(words.other);
  }
  const statements = unpack(hash.slice(1 + MARK.length));
  if (statements === null) {
    return broken(words.damaged);
  }
  if (statements.length > MOST_STATEMENTS || statements.join('').length > MOST_SOURCE) {
    return broken(words.tooMany);
  }
  for (const [index, source] of statements.entries()) {
    const parsed = parse(source);
    if (!parsed.ok) {
      return broken(words.notPython(index + 1, parsed.line, parsed.message));
    }
  }
  return { kind: 'statements', statements };
}

function unpack(text: string): string[] | null {
  try {
    const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    const packed = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    const value: unknown = JSON.parse(strFromU8(inflateSync(packed)));
    if (!Array.isArray(value)) return null;
    const statements: string[] = [];
    for (const item of value) {
      if (typeof item !== 'string') return null;
      statements.push(item);
    }
    return statements;
  } catch {
    return null;
  }
}
