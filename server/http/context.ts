/** What routes are given, and how they ask who is asking. */
import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { refuse } from '../../classroom/protocol/refusal.ts';
import type { PrismaClient } from '../../prisma/client/client.ts';
import type { CookieKind, Requester } from '../identity/cookies.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { Limits } from '../socket/limits.ts';
import type { Store } from '../store/store.ts';
import { type Reply, type Request, refusalReply } from './router.ts';

export interface Context {
  readonly client: PrismaClient;
  readonly rooms: Rooms;
  readonly store: Store;
  readonly limits: Limits;
  readonly now: () => number;
  requester(cookieHeader: string | undefined): Promise<Requester>;
  /** A Set-Cookie line. */
  cookie(kind: CookieKind, id: string, incoming: IncomingMessage): Promise<string>;
  /** A Set-Cookie line that takes the cookie away. */
  clearedCookie(kind: CookieKind, incoming: IncomingMessage): string;
}

/** Runs `work` for the signed-in teacher, or refuses. */
export async function asTeacher(
  context: Context,
  request: Request,
  work: (teacherId: string) => Promise<Reply>,
): Promise<Reply> {
  const { teacherId } = await context.requester(request.incoming.headers.cookie);
  return teacherId === null ? refusalReply(refuse('notSignedIn')) : work(teacherId);
}

/** Runs `work` on a body of this shape, or refuses. */
export async function withBody<T>(
  schema: z.ZodType<T>,
  request: Request,
  work: (body: T) => Promise<Reply>,
): Promise<Reply> {
  const parsed = schema.safeParse(request.body);
  return parsed.success ? work(parsed.data) : refusalReply(refuse('badShape'));
}
