/**
 * The document about a program's memory, input by input: what the oracle says of CPython 3.11 and what the simulated
 * machine says of itself (docs/conformance.md lists the fields). Both are read through this schema.
 */
import { z } from 'zod';

const count3 = z.tuple([z.number(), z.number(), z.number()]);

/** `[where, size of its class]` */
const placed = z.tuple([z.string(), z.number()]);

const stats = z.array(
  z.object({ collections: z.number(), collected: z.number(), uncollectable: z.number() }),
);

export const nameSchema = z.object({
  type: z.string(),
  id: z.string(),
  refcount: z.number().nullish(),
  sizeof: z.number().nullish(),
  tracked: z.boolean().nullish(),
  gen: z.union([z.number(), z.literal('permanent')]).nullish(),
  value: z.string().nullish(),
  finalized: z.boolean().nullish(),
  static: z.boolean().nullish(),
  base: z.boolean().nullish(),
  place: z
    .object({
      self: placed.nullish(),
      items: placed.nullish(),
      keys: placed.nullish(),
      values: placed.nullish(),
      table: placed.nullish(),
      allocated: z.number().nullish(),
      values_n: z.number().nullish(),
      keys_log2: z.number().nullish(),
      keys_kind: z.string().nullish(),
      mask: z.number().nullish(),
      dict: z.boolean().nullish(),
    })
    .nullish(),
});

export const statementSchema = z.object({
  i: z.number(),
  src: z.string(),
  stdout: z.string(),
  exception: z.string().nullable(),
  names: z.record(z.string(), nameSchema),
  same_object: z.array(z.array(z.string())).nullish(),
  gc: z.object({
    count: count3.nullish(),
    threshold: count3.nullish(),
    enabled: z.boolean().nullish(),
    debug: z.number().nullish(),
    gen_size_delta: z.array(z.number()).nullish(),
    stats: stats.nullish(),
    stats_delta: stats.nullish(),
    long_lived_pending: z.number().nullish(),
    garbage: z.number().nullish(),
  }),
  tracked_user: z.number().nullish(),
  reachable_user: z.number().nullish(),
  gen_lists: z.record(z.string(), z.array(z.string())).default({}),
  tracked_types: z.record(z.string(), z.number()).nullish(),
  unreached_types: z.record(z.string(), z.number()).nullish(),
  freelists: z
    .object({
      list: z.number(),
      dict: z.number(),
      dict_keys: z.number(),
      float: z.number(),
      tuple: z.record(z.string(), z.number()),
      slice: z.number(),
    })
    .nullish(),
  /** `[slot, free pools, pools]` */
  arenas: z.array(z.array(z.number())).nullish(),
  trace_sha1: z.string().nullish(),
  /** The allocations themselves, where they were asked for; not in the goldens. */
  trace: z.array(z.string()).nullish(),
});

export const documentSchema = z.object({
  scenario: z.string(),
  statements: z.array(statementSchema),
});

export type NameFacts = z.infer<typeof nameSchema>;
export type StatementFacts = z.infer<typeof statementSchema>;
export type Document = z.infer<typeof documentSchema>;
