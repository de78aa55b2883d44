/** Serves what Next built (`/_next/static`) in the form that was compressed beforehand; everything else is Next's. */
import { join } from 'node:path';
import sirv from 'sirv';
import { secureBuiltFile } from '../http/security.ts';
import type { Pages } from '../server.ts';

const PREFIX = '/_next/static';
/** Names carry a hash of what is inside. */
const A_YEAR = 365 * 24 * 60 * 60;

export function withBuiltFiles(buildFolder: string, handle: Pages['handle']): Pages['handle'] {
  const files = sirv(join(buildFolder, 'static'), {
    brotli: true,
    gzip: true,
    extensions: [],
    maxAge: A_YEAR,
    immutable: true,
    setHeaders: secureBuiltFile,
  });
  return (request, response) => {
    const { url = '/', method } = request;
    if (!url.startsWith(`${PREFIX}/`) || (method !== 'GET' && method !== 'HEAD'))
      return handle(request, response);
    request.url = url.slice(PREFIX.length);
    return new Promise((done, failed) => {
      response.once('close', done);
      files(request, response, () => {
        request.url = url;
        handle(request, response).catch(failed);
      });
    });
  };
}
