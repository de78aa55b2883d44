/** What the replay asks for first: enough to show the beginning, little enough to be here at once. */
const FIRST_PART = 100;

/** Entries after one and up to another; without these all. `picture`: with the heap after the first entry. */
export interface LogPart {
  readonly after?: number;
  readonly upTo?: number;
  readonly picture?: 1;
}

export function logAddress(session: string, part: LogPart): string {
  const query = new URLSearchParams(Object.entries(part).map(([name, value]) => [name, String(value)]));
  return `/api/sessions/${encodeURIComponent(session)}/log?${query}`;
}

export const FIRST = { upTo: FIRST_PART, picture: 1 } as const satisfies LogPart;
