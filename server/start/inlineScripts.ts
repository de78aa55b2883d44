/** Hashes of the inline scripts in pages that Next rendered at build time: such a page cannot carry a nonce. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const SCRIPT = /<script([^>]*)>([\s\S]*?)<\/script>/g;

/** CSP sources (`'sha256-…'`) for the scripts of every prerendered page under this build folder. */
export async function inlineScriptHashes(buildFolder: string): Promise<string[]> {
  const pages = join(buildFolder, 'server', 'app');
  const names = await readdir(pages, { recursive: true });
  const hashes = new Set<string>();
  for (const name of names.filter((each) => each.endsWith('.html'))) {
    for (const script of inlineScripts(await readFile(join(pages, name), 'utf8'))) {
      hashes.add(`'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    }
  }
  return [...hashes];
}

export function inlineScripts(html: string): string[] {
  return [...html.matchAll(SCRIPT)].flatMap(([, attributes = '', text = '']) =>
    /\bsrc=/.test(attributes) || text === '' ? [] : [text],
  );
}
