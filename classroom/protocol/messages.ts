/** Events on the socket and their answers. */
import { z } from 'zod';
import { entrySchema } from './entry.ts';
import { refusalSchema } from './refusal.ts';
import { MAX, memberId } from './shapes.ts';

export const handshakeSchema = z.strictObject({
  /** The class code, as typed: upper case. */
  code: z.string().min(4).max(12),
  as: z.enum(['member', 'viewer']),
  wire: z.number().int(),
});
export type Handshake = z.infer<typeof handshakeSchema>;

/** Binary arrives as a Buffer in Node and as an ArrayBuffer in a browser. */
const bytesShape = z.union([
  z.instanceof(Uint8Array),
  z.instanceof(ArrayBuffer).transform((buffer) => new Uint8Array(buffer)),
]);

export const resyncSchema = z.strictObject({
  /** Last seq that the client applied with the right digest; 0 for a snapshot. */
  since: z.number().int().min(0),
});

/** Volatile and never logged: what somebody points at or that they are typing. */
export const presenceSchema = z.strictObject({
  typing: z.boolean(),
  selected: z.number().int().positive().nullable(),
});
export type Presence = z.infer<typeof presenceSchema>;

/** Where the class's player stands: an entry, which of its collections, and how many steps of it have been shown. */
export const playerPositionSchema = z.strictObject({
  seq: z.number().int().positive(),
  collection: z.number().int().min(0).max(100_000),
  step: z.number().int().min(0).max(10_000),
});
export type PlayerPosition = z.infer<typeof playerPositionSchema>;

/** Volatile and never logged: the teacher moves, opens or (null) closes the player, and all follow. */
export const playerSchema = z.strictObject({ position: playerPositionSchema.nullable() });

/** What a projector can show of the heap while it follows the teacher. */
export const FOCUS_PANES = ['graph', 'table', 'tree', 'memory', 'time', 'wall'] as const;

export const MOST_CARDS = 60;
export const MOST_ARROWS = 120;
const ofCards = z
  .number()
  .int()
  .min(0)
  .max(MOST_CARDS - 1);

/** A heap in miniature: enough to be recognised, too little to be read. */
export const miniatureSchema = z.strictObject({
  /** Where each card stands, as parts of the picture's width and height, and what it is. */
  cards: z
    .array(
      z.strictObject({
        x: z.number().min(0).max(1),
        y: z.number().min(0).max(1),
        w: z.number().min(0).max(1),
        h: z.number().min(0).max(1),
        look: z.enum(['names', 'alive', 'leaked']),
      }),
    )
    .max(MOST_CARDS),
  /** Pairs of cards, by their index. */
  arrows: z.array(z.tuple([ofCards, ofCards])).max(MOST_ARROWS),
  /** Width over height. */
  ratio: z.number().min(0.05).max(20),
  /** Objects that found no room. */
  more: z.number().int().min(0),
});
export type Miniature = z.infer<typeof miniatureSchema>;

/** How far one student is with a task; without a name unless the teacher wants it said. */
export const tileSchema = z.strictObject({
  name: z.string().max(MAX.nickname).nullable(),
  inputs: z.number().int().min(0).max(MAX.inputs),
  met: z.number().int().min(0).max(20),
  of: z.number().int().min(1).max(20),
  heap: miniatureSchema.nullable(),
});
export type Tile = z.infer<typeof tileSchema>;
export const MOST_TILES = 24;

/** What the teacher looks at, for projectors that follow. */
export const focusSchema = z.strictObject({
  pane: z.enum(FOCUS_PANES),
  selected: z.number().int().positive().nullable(),
  /** The wall of forks, as far as it has room: who is furthest first. */
  tiles: z.array(tileSchema).max(MOST_TILES),
  /** How many students there are beyond the tiles. */
  more: z.number().int().min(0).max(MAX.members),
});
export type Focus = z.infer<typeof focusSchema>;

/** Volatile and never logged; null: projectors are left to themselves. */
export const focusFrameSchema = z.strictObject({ focus: focusSchema.nullable() });

/** For somebody who came after it: the log up to this entry. */
export const pastSchema = z.strictObject({ upTo: z.number().int().positive() });

export const ackSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), seq: z.number().int() }),
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
    me: memberId.nullable(),
    /** The server's clock, milliseconds since 1970. */
    now: z.number().int(),
    snapshot: z.strictObject({ seq: z.number().int(), state: z.unknown(), machine: bytesShape }).nullable(),
    entries: z.array(entrySchema),
  }),
  z.strictObject({ ok: z.literal(false), refusal: refusalSchema }),
]);
export type ResyncAck = z.infer<typeof resyncAckSchema>;

export const pastAckSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), entries: z.array(entrySchema) }),
  z.strictObject({ ok: z.literal(false), refusal: refusalSchema }),
]);

export const rosterSchema = z.strictObject({ connected: z.array(memberId), viewers: z.number().int() });
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
  'ended',
  'restarting',
] as const;
