/** Events on the socket and their answers. */
import * as z from 'zod/mini';
import { entrySchema } from './entry.ts';
import { refusalSchema } from './refusal.ts';
import { MAX, memberId } from './shapes.ts';

export const handshakeSchema = z.strictObject({
  /** The class code, as typed: upper case. */
  code: z.string().check(z.minLength(4), z.maxLength(12)),
  as: z.enum(['member', 'viewer']),
  wire: z.int(),
});
export type Handshake = z.infer<typeof handshakeSchema>;

/** Binary arrives as a Buffer in Node and as an ArrayBuffer in a browser. */
const bytesShape = z.union([
  z.instanceof(Uint8Array),
  z.pipe(
    z.instanceof(ArrayBuffer),
    z.transform((buffer) => new Uint8Array(buffer)),
  ),
]);

export const resyncSchema = z.strictObject({
  /** Last seq that the client applied with the right digest; 0 for a snapshot. */
  since: z.int().check(z.minimum(0)),
});

/** Volatile and never logged: what somebody points at or that they are typing. */
export const presenceSchema = z.strictObject({
  typing: z.boolean(),
  selected: z.nullable(z.int().check(z.positive())),
});
export type Presence = z.infer<typeof presenceSchema>;

/** Where the class's player stands: an entry, which of its collections, and how many steps of it have been shown. */
export const playerPositionSchema = z.strictObject({
  seq: z.int().check(z.positive()),
  collection: z.int().check(z.minimum(0), z.maximum(100_000)),
  step: z.int().check(z.minimum(0), z.maximum(10_000)),
});
export type PlayerPosition = z.infer<typeof playerPositionSchema>;

/** Volatile and never logged: the teacher moves, opens or (null) closes the player, and all follow. */
export const playerSchema = z.strictObject({ position: z.nullable(playerPositionSchema) });

/** What a projector can show of the heap while it follows the teacher. */
export const FOCUS_PANES = ['graph', 'table', 'tree', 'memory', 'time', 'wall'] as const;

export const MOST_CARDS = 60;
export const MOST_ARROWS = 120;
const ofCards = z.int().check(z.minimum(0), z.maximum(MOST_CARDS - 1));

/** A heap in miniature: enough to be recognised, too little to be read. */
export const miniatureSchema = z.strictObject({
  /** Where each card stands, as parts of the picture's width and height, and what it is. */
  cards: z
    .array(
      z.strictObject({
        x: z.number().check(z.minimum(0), z.maximum(1)),
        y: z.number().check(z.minimum(0), z.maximum(1)),
        w: z.number().check(z.minimum(0), z.maximum(1)),
        h: z.number().check(z.minimum(0), z.maximum(1)),
        look: z.enum(['names', 'alive', 'leaked']),
      }),
    )
    .check(z.maxLength(MOST_CARDS)),
  /** Pairs of cards, by their index. */
  arrows: z.array(z.tuple([ofCards, ofCards])).check(z.maxLength(MOST_ARROWS)),
  /** Width over height. */
  ratio: z.number().check(z.minimum(0.05), z.maximum(20)),
  /** Objects that found no room. */
  more: z.int().check(z.minimum(0)),
});
export type Miniature = z.infer<typeof miniatureSchema>;

/** How far one student is with a task; without a name unless the teacher wants it said. */
export const tileSchema = z.strictObject({
  name: z.nullable(z.string().check(z.maxLength(MAX.nickname))),
  inputs: z.int().check(z.minimum(0), z.maximum(MAX.inputs)),
  met: z.int().check(z.minimum(0), z.maximum(20)),
  of: z.int().check(z.minimum(1), z.maximum(20)),
  heap: z.nullable(miniatureSchema),
});
export type Tile = z.infer<typeof tileSchema>;
export const MOST_TILES = 24;

/** What the teacher looks at, for projectors that follow. */
export const focusSchema = z.strictObject({
  pane: z.enum(FOCUS_PANES),
  selected: z.nullable(z.int().check(z.positive())),
  /** The wall of forks, as far as it has room: who is furthest first. */
  tiles: z.array(tileSchema).check(z.maxLength(MOST_TILES)),
  /** How many students there are beyond the tiles. */
  more: z.int().check(z.minimum(0), z.maximum(MAX.members)),
});
export type Focus = z.infer<typeof focusSchema>;

/** Volatile and never logged; null: projectors are left to themselves. */
export const focusFrameSchema = z.strictObject({ focus: z.nullable(focusSchema) });

/** Volatile and never logged: how far the answers to a task are marked, of how many; null once that is over. */
export const judgingSchema = z.strictObject({
  judging: z.nullable(
    z.strictObject({
      number: z.int().check(z.positive()),
      done: z.int().check(z.minimum(0)),
      of: z.int().check(z.minimum(0)),
    }),
  ),
});
export type Judging = NonNullable<z.infer<typeof judgingSchema>['judging']>;

/** For somebody who came after it: the log up to this entry. */
export const pastSchema = z.strictObject({ upTo: z.int().check(z.positive()) });

export const ackSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), seq: z.int() }),
  z.strictObject({ ok: z.literal(false), refusal: refusalSchema }),
]);
export type Ack = z.infer<typeof ackSchema>;

/**
 * Where a client starts: a snapshot unless it only lacks a tail. `state` is ClassState as JSON, redacted for this
 * viewer; `machine` is Machine.snapshot(), deflated.
 */
export const resyncAckSchema = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    /** null for viewers */
    me: z.nullable(memberId),
    /** The server's clock, milliseconds since 1970. */
    now: z.int(),
    snapshot: z.nullable(z.strictObject({ seq: z.int(), state: z.unknown(), machine: bytesShape })),
    entries: z.array(entrySchema),
  }),
  z.strictObject({ ok: z.literal(false), refusal: refusalSchema }),
]);
export type ResyncAck = z.infer<typeof resyncAckSchema>;

export const pastAckSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), entries: z.array(entrySchema) }),
  z.strictObject({ ok: z.literal(false), refusal: refusalSchema }),
]);

export const rosterSchema = z.strictObject({ connected: z.array(memberId), viewers: z.int() });
export type Roster = z.infer<typeof rosterSchema>;

/** Client → server; each is acknowledged. */
export const CLIENT_EVENTS = ['command', 'resync', 'past', 'presence', 'player', 'focus'] as const;
/** Server → client. */
export const SERVER_EVENTS = [
  'entry',
  'roster',
  'presence',
  'player',
  'focus',
  'judging',
  'ended',
  'restarting',
] as const;
