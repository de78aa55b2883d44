/**
 * Headers for every response. Scripts run only from this server; inline ones only with this response's nonce, which
 * Next reads from the request's policy and puts on the scripts of pages it renders, or with one of the hashes taken
 * from the pages that were rendered when they were built (inlineScripts.ts).
 */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** CSP sources that allow inline scripts; in development Next's reloading needs more than production does. */
export type InlineScripts =
  | { readonly mode: 'development' }
  | { readonly mode: 'production'; readonly hashes: readonly string[] };

export function secure(request: IncomingMessage, response: ServerResponse, inline: InlineScripts): void {
  const policy = contentPolicy(inline);
  // Overwritten and not added: a client must not choose the nonce that a page is rendered with.
  request.headers['content-security-policy'] = policy;
  response.setHeader('Content-Security-Policy', policy);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('X-Frame-Options', 'DENY');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
}

/**
 * A built file is no document: what protects pages says nothing about it and would make each of the thirty that a page
 * loads two kilobytes longer. As a worker it has a policy of its own.
 */
export function secureBuiltFile(response: ServerResponse): void {
  response.setHeader('Content-Security-Policy', "default-src 'self'");
  for (const name of ['X-Frame-Options', 'Cross-Origin-Opener-Policy', 'Permissions-Policy'])
    response.removeHeader(name);
}

function contentPolicy(inline: InlineScripts): string {
  const scripts =
    inline.mode === 'development'
      ? "'unsafe-inline' 'unsafe-eval'"
      : [`'nonce-${randomBytes(16).toString('base64')}'`, ...inline.hashes].join(' ');
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts}`,
    // The editor and the graph set styles of their own at run time.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    // Some browsers do not count a WebSocket to the same host as 'self'.
    "connect-src 'self' ws: wss:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
