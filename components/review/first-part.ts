/** What the replay asks for first: enough to show the beginning, little enough to be here at once. */
const FIRST_PART = 200;

export function logAddress(
  session: string,
  part: { readonly after?: number; readonly upTo?: number },
): string {
  const query = new URLSearchParams(Object.entries(part).map(([name, value]) => [name, String(value)]));
  return `/api/sessions/${encodeURIComponent(session)}/log?${query}`;
}

export const FIRST = { upTo: FIRST_PART } as const;
