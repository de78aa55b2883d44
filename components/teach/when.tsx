'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

const FORMAT = { dateStyle: 'medium', timeStyle: 'short' } as const;
const WORLD = new Intl.DateTimeFormat('en-GB', { ...FORMAT, timeZone: 'UTC' });
const CLOCK = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;

/** A moment in the reader's own time zone; in UTC until the browser has taken over from the server. */
export function When({ at, clock = false }: { readonly at: number; readonly clock?: boolean }) {
  const local = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const date = new Date(at);
  const here = new Intl.DateTimeFormat('en-GB', clock ? CLOCK : FORMAT);
  return (
    <time dateTime={date.toISOString()} className="tabular">
      {local ? here.format(date) : WORLD.format(date)}
    </time>
  );
}
