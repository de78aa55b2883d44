/** A heap as the server reads it off (heap/machine/views.ts), for a page that has no machine yet. */
import * as z from 'zod/mini';
import type { HeapView } from '../../heap/index.ts';

const serial = z.int();
const count = z.int();
const three = z.tuple([count, count, count]);

const objectShape = z.strictObject({
  serial,
  address: z.int(),
  type: z.string(),
  repr: z.string(),
  refcount: z.nullable(count),
  size: count,
  tracked: z.boolean(),
  generation: z.nullable(z.literal([0, 1, 2, 'permanent'])),
  finalized: z.boolean(),
  builtin: z.boolean(),
  internal: z.boolean(),
  owner: z.nullable(z.string()),
  bornIn: count,
  reachable: z.boolean(),
  slots: z.array(
    z.strictObject({
      label: z.string(),
      target: serial,
      weak: z.boolean(),
      module: z.exactOptional(z.string()),
    }),
  ),
  capacity: z.nullable(z.strictObject({ used: count, allocated: count })),
});

const namespaceShape = z.strictObject({
  kind: z.literal(['module', 'frame']),
  title: z.string(),
  module: z.string(),
  holder: z.nullable(serial),
  object: z.nullable(serial),
  names: z.array(z.strictObject({ name: z.string(), target: serial, module: z.exactOptional(z.string()) })),
});

export const heapShape: z.ZodMiniType<HeapView> = z.strictObject({
  objects: z.array(objectShape),
  namespaces: z.array(namespaceShape),
  collector: z.strictObject({
    enabled: z.boolean(),
    counts: three,
    thresholds: three,
    sizes: z.tuple([count, count, count, count]),
    longLivedPending: count,
    longLivedTotal: count,
    stats: z.array(z.strictObject({ collections: count, collected: count, uncollectable: count })),
  }),
  memory: z.strictObject({ bytesUsed: count, bytesFromSystem: count, arenas: count, blocks: count }),
});
