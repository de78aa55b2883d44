/** From what a socket sent to what the room understands, or to the refusal that says why not. */
import type * as z from 'zod/mini';
import { type Command, commandSchema } from '../../classroom/protocol/command.ts';
import { type Refusal, refuse } from '../../classroom/protocol/refusal.ts';

/** The largest frame that is answered with `tooLarge`; Socket.IO cuts the connection above its own, higher limit. */
export const LARGEST_FRAME = 1024 * 1024;
export const MAX_HTTP_BUFFER = 2 * LARGEST_FRAME;

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export function parseCommand(frame: unknown): Parsed<Command> {
  return parseWith(commandSchema, frame);
}

export function parseWith<T>(schema: z.ZodMiniType<T>, frame: unknown): Parsed<T> {
  const parsed = schema.safeParse(frame);
  if (parsed.success) return { ok: true, value: parsed.data };
  const { issues } = parsed.error;
  // Only text can be long without being wrong in itself.
  const tooLarge =
    issues.length > 0 && issues.every((each) => each.code === 'too_big' && each.origin === 'string');
  if (tooLarge) return { ok: false, refusal: refuse('tooLarge') };
  return { ok: false, refusal: refuse('badShape') };
}

/** An acknowledgement callback at the end of an event's arguments. */
export function ackOf(args: readonly unknown[]): ((answer: unknown) => void) | null {
  const last = args.at(-1);
  return typeof last === 'function' ? (answer) => void last(answer) : null;
}
