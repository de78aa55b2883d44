/** What is on the wire is pinned: whoever changes a schema raises the version, and says so here. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { commandSchema } from '../../classroom/protocol/command.ts';
import { entrySchema } from '../../classroom/protocol/entry.ts';
import * as messages from '../../classroom/protocol/messages.ts';
import { stateSchema } from '../../classroom/protocol/state.ts';
import { wireVersion } from '../../classroom/protocol/version.ts';

/** Version and hash of the schemas that belong to it. */
const PINNED = [7, '5ae07f9830f354b7'] as const;

it('the schemas are those of the wire version', () => {
  const schemas = { commandSchema, entrySchema, stateSchema, ...messages };
  const hash = createHash('sha256');
  for (const [name, schema] of Object.entries(schemas)) {
    if (!(schema instanceof z.ZodMiniType)) continue;
    hash.update(name).update(JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })));
  }
  hash.update(JSON.stringify([messages.CLIENT_EVENTS, messages.SERVER_EVENTS]));
  expect([wireVersion, hash.digest('hex').slice(0, 16)]).toEqual(PINNED);
});
