/** Generates the database client when it is missing or older than the schema. */

import { runTool } from './command.ts';
import { alone, hashOf, isFresh, writeStamp } from './freshness.ts';

const SCHEMA = 'prisma/schema.prisma';
const STAMP = 'prisma/client/.made-from';

export async function prepareClient(): Promise<void> {
  const hash = await hashOf([SCHEMA, 'node_modules/prisma/package.json']);
  if (await isFresh(STAMP, hash)) return;
  await alone('client', async () => {
    if (await isFresh(STAMP, hash)) return;
    await runTool(
      'Generating the database client',
      'prisma/build/index.js',
      ['generate', '--schema', SCHEMA],
      {
        // Prisma's command insists on an engine binary that generating never runs, and would download one.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    );
    await writeStamp(STAMP, hash);
  });
}
