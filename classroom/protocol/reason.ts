/** Why an answer got its points, part by part: as data, so that each reader is told in their own language. */
import * as z from 'zod/mini';
import { generation } from './shapes.ts';

const count = z.int();
/** An object as it was before; null where no picture showed it. */
const object = z.nullable(z.strictObject({ type: z.string(), repr: z.string() }));
/** Where an object stands; null where the collector does not track it. */
const place = z.nullable(z.union([generation, z.literal('permanent')]));

/** What a goal of a task asked, and what there was. */
const standing = z.discriminatedUnion('goal', [
  z.strictObject({ goal: z.literal('leak'), objects: count, leaked: count }),
  z.strictObject({ goal: z.literal('free'), objects: count, name: z.string(), left: count }),
  z.strictObject({ goal: z.literal('bytes'), most: count, used: count }),
  z.strictObject({ goal: z.literal('shrink'), percent: count, start: count, fewer: count }),
  z.strictObject({ goal: z.literal('arena'), given: count }),
  z.strictObject({ goal: z.literal('none'), name: z.string(), generation }),
  z.strictObject({ goal: z.literal('gone'), name: z.string(), generation }),
  z.strictObject({ goal: z.literal('generation'), name: z.string(), generation, now: place }),
  /** What Python said of the expression. */
  z.strictObject({ goal: z.literal('true'), expression: z.string(), says: z.string() }),
]);
export type Standing = z.infer<typeof standing>;

/** Through what a reference leads, as the heap tells it. */
const label = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('python'), text: z.string() }),
  z.strictObject({ kind: z.literal('local'), name: z.string(), function: z.string() }),
  z.strictObject({
    kind: z.literal('last'),
    name: z.enum(['_', 'last_type', 'last_value', 'last_traceback']),
    module: z.string(),
  }),
  z.strictObject({ kind: z.literal('module'), module: z.string() }),
  z.strictObject({ kind: z.literal('imports') }),
  z.strictObject({ kind: z.literal('lookups') }),
]);

const told = z.discriminatedUnion('kind', [
  /** The number of a round, and the one that was predicted. */
  z.strictObject({ kind: z.literal('returned'), value: count, predicted: count }),
  z.strictObject({ kind: z.literal('noneFreed'), marked: count }),
  z.strictObject({ kind: z.literal('noneMoved') }),
  /** Of `all` objects that were freed or moved, so many marked; and so many marked in vain. */
  z.strictObject({ kind: z.literal('freed'), hits: count, all: count, missed: count, wrong: count }),
  z.strictObject({ kind: z.literal('moved'), hits: count, all: count, missed: count, wrong: count }),
  /** It was missed and went: nothing reached it, or only a cycle kept it. */
  z.strictObject({ kind: z.literal('went'), object, cycle: z.nullable(z.string()) }),
  /** It was marked in vain: a path leads to it, where one was looked for. A text is one that was stored before. */
  z.strictObject({
    kind: z.literal('stayed'),
    object,
    path: z.nullable(z.union([z.string(), z.array(label)])),
  }),
  z.strictObject({ kind: z.literal('notFreed'), object }),
  z.strictObject({ kind: z.literal('diedAlong'), object }),
  z.strictObject({ kind: z.literal('goneBefore'), object }),
  z.strictObject({ kind: z.literal('notLookedAt'), object, place }),
  z.strictObject({ kind: z.literal('unmoved'), object, place: z.union([place, z.literal('gone')]) }),
  z.strictObject({ kind: z.literal('goal'), standing }),
  /** All goals of a task are met: with so many inputs, and the fewest that somebody needed. */
  z.strictObject({ kind: z.literal('inputs'), inputs: count, fewest: count }),
]);

/** A text is said as it is: the explanation of a question, and what was stored before. */
export const reasonShape = z.union([z.string(), told]);
export type Reason = z.infer<typeof reasonShape>;
export type ToldReason = z.infer<typeof told>;
