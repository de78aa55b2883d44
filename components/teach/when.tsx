'use client';

import { useSyncExternalStore } from 'react';
import type { Language } from '../../classroom/languages.ts';
import { useLanguage } from '../language/words.ts';

const never = () => () => {};

const FORMAT = { dateStyle: 'medium', timeStyle: 'short' } as const;
/** How a language writes days; English as in Britain, where the day comes first. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE', es: 'es-ES' };
const CLOCK = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;

/** A moment in the reader's own time zone; in UTC until the browser has taken over from the server. */
export function When({ at, clock = false }: { readonly at: number; readonly clock?: boolean }) {
  const locale = LOCALES[useLanguage()];
  const local = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const date = new Date(at);
  const format = clock ? CLOCK : FORMAT;
  const written = new Intl.DateTimeFormat(locale, local ? format : { ...FORMAT, timeZone: 'UTC' });
  return (
    <time dateTime={date.toISOString()} className="tabular">
      {written.format(date)}
    </time>
  );
}
