/**
 * Which language a page comes in: the one chosen on the page, else the first one of the browser's that there is.
 * Pages lie under `app/[lang]`; addresses carry no language, so that a link is the same for everybody. The choice is
 * handed to Next in a request header (next.config.js), which only this server writes.
 */
import type { IncomingMessage } from 'node:http';
import { parseCookie } from 'cookie';
import Negotiator from 'negotiator';
import { LANGUAGES, type Language } from '../../classroom/languages.ts';

/** Set by the page itself: it is a taste and no secret. */
const LANGUAGE_COOKIE = 'heaproom_language';
export const LANGUAGE_HEADER = 'x-heaproom-language';

export function languageOf(
  headers: IncomingMessage['headers'],
  offered: readonly Language[] = LANGUAGES,
): Language {
  const chosen = parseCookie(headers.cookie ?? '')[LANGUAGE_COOKIE];
  const accepted = new Negotiator({ headers }).language([...offered]);
  const find = (name: string | undefined) => offered.find((language) => language === name);
  return find(chosen) ?? find(accepted) ?? 'en';
}
