/** Builds the pages, and compresses them, when there is no build or when something they are made of has changed. */
import { join } from 'node:path';
import { projectRoot } from '../root.ts';
import { runTool } from './command.ts';
import { compressFolder } from './compress.ts';
import { alone, hashOf, isFresh, writeStamp } from './freshness.ts';

/** Everything that ends up in the pages. */
const SOURCES = [
  'app',
  'components',
  'classroom',
  'heap',
  'public',
  'server/database/bridge.ts',
  'server/start/compress.ts',
  'next.config.js',
  'postcss.config.mjs',
  'package-lock.json',
];
/** Inside the build folder, which Next empties first: a build that was cut short leaves no stamp. */
const STAMP = '.next/made-from';

export async function preparePages(): Promise<void> {
  const hash = await hashOf(SOURCES);
  if (await isFresh(STAMP, hash)) return;
  await alone('pages', async () => {
    if (await isFresh(STAMP, hash)) return;
    console.log('Building the pages. This takes half a minute, and only after an update.');
    await runTool('Building the pages', 'next/dist/bin/next', ['build'], { NODE_ENV: 'production' });
    await compressFolder(join(projectRoot, '.next', 'static'));
    await writeStamp(STAMP, hash);
  });
}
