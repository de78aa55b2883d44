import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { secure } from '../../server/http/security.ts';
import { withBuiltFiles } from '../../server/start/builtFiles.ts';
import { compressFolder } from '../../server/start/compress.ts';

const SCRIPT = 'console.log("a list refers to a list");\n'.repeat(200);
const PICTURE = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

let folder = '';
let port = 0;
const asked: string[] = [];
const server = createServer((incoming, response) => {
  const handle = withBuiltFiles(folder, async (passed, answer) => {
    asked.push(passed.url ?? '');
    answer.statusCode = 404;
    answer.end('from the pages');
  });
  secure(incoming, response, { mode: 'production', hashes: [] });
  void handle(incoming, response);
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heaproom-built-'));
  await mkdir(join(folder, 'static', 'chunks'), { recursive: true });
  await writeFile(join(folder, 'secret.js'), 'not for the web');
  await writeFile(join(folder, 'static', 'chunks', 'a~b-1.js'), SCRIPT);
  await writeFile(join(folder, 'static', 'p.png'), PICTURE);
  await compressFolder(join(folder, 'static'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = portOf(server.address());
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

function portOf(bound: AddressInfo | string | null): number {
  if (bound === null || typeof bound === 'string') throw new Error('listening on no port');
  return bound.port;
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
}

/** As bytes on the wire: `fetch` would unpack them. */
function get(path: string, accepts?: string, method = 'GET'): Promise<Answer> {
  return new Promise((done, failed) => {
    const headers = accepts === undefined ? {} : { 'Accept-Encoding': accepts };
    const outgoing = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    outgoing.on('error', failed);
    outgoing.end();
  });
}

const CHUNK = '/_next/static/chunks/a~b-1.js';

test('a script goes out as Brotli, as gzip or as it is, whichever the browser can read', async () => {
  const best = await get(CHUNK, 'gzip, deflate, br, zstd');
  expect(best.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'text/javascript',
    'cache-control': 'public,max-age=31536000,immutable',
    vary: 'Accept-Encoding',
  });
  expect(brotliDecompressSync(best.body).toString()).toBe(SCRIPT);
  const plainHttp = await get(CHUNK, 'gzip, deflate');
  expect(plainHttp.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(plainHttp.body).toString()).toBe(SCRIPT);
  const old = await get(CHUNK);
  expect(old.headers['content-encoding']).toBeUndefined();
  expect(old.body.toString()).toBe(SCRIPT);
});

test('what is compressed already goes out as it is', async () => {
  const { headers, body } = await get('/_next/static/p.png', 'gzip, br');
  expect(headers['content-encoding']).toBeUndefined();
  expect(headers['content-type']).toBe('image/png');
  expect(body).toEqual(PICTURE);
});

test('what is not there, lies elsewhere or is not asked for with GET is left to the pages, address unchanged', async () => {
  asked.length = 0;
  const paths = [
    '/_next/static/chunks/gone.js?x=1',
    '/_next/static/../secret.js',
    '/c/ABCDEF',
    '/_next/static',
  ];
  for (const path of paths) {
    const answer = await get(path, 'br');
    expect(answer.status).toBe(404);
    expect(answer.body.toString()).toBe('from the pages');
  }
  await get(CHUNK, 'br', 'POST');
  expect(asked).toEqual([...paths, CHUNK]);
});

test('a file carries its own short policy, and what is left to the pages that of a page', async () => {
  const { headers } = await get(CHUNK, 'br');
  expect(headers).toMatchObject({
    'content-security-policy': "default-src 'self'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  });
  expect(headers).not.toHaveProperty('x-frame-options');
  const page = await get('/c/ABCDEF');
  expect(page.headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-[^']+'/);
  expect(page.headers['x-frame-options']).toBe('DENY');
});
