/**
 * Whether a request comes from our own pages. Browsers send `Sec-Fetch-Site` or `Origin` with every request that can
 * change something; a client without either is no browser and carries nobody's cookies by accident.
 */
import type { IncomingHttpHeaders } from 'node:http';

export function sameOrigin(headers: IncomingHttpHeaders, publicUrl: string | null): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = headers;
  if (origin === undefined) return true;
  if (publicUrl !== null && origin === new URL(publicUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === headers.host;
}
