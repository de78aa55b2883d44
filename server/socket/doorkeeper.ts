/** Who somebody is that knocks: from the handshake and the cookies to a place in a session, or a refusal. */
import { handshakeSchema } from '../../classroom/protocol/messages.ts';
import { type Refusal, refuse } from '../../classroom/protocol/refusal.ts';
import { wireVersion } from '../../classroom/protocol/version.ts';
import type { PrismaClient } from '../../prisma/client/client.ts';
import type { Requester } from '../identity/cookies.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { lessonByCode } from '../store/lessons.ts';
import type { Place } from './audience.ts';

export type Admission =
  | { readonly ok: true; readonly sessionId: string; readonly place: Place }
  | { readonly ok: false; readonly refusal: Refusal };

const refused = (refusal: Refusal): Admission => ({ ok: false, refusal });

export async function admit(
  client: PrismaClient,
  rooms: Rooms,
  auth: unknown,
  requester: Requester,
): Promise<Admission> {
  const handshake = handshakeSchema.safeParse(auth);
  if (!handshake.success) return refused(refuse('badShape'));
  const { code, as, wire } = handshake.data;
  if (wire !== wireVersion) return refused(refuse('wrongWire'));
  const lesson = await lessonByCode(client, code);
  if (lesson === null) return refused(refuse('unknownCode'));
  const { sessionId } = lesson;
  if (sessionId === null) return refused(refuse('noSession'));
  if (as === 'viewer') return { ok: true, sessionId, place: { role: 'viewer' } };

  const room = await rooms.get(sessionId);
  const person = requester.teacherId === lesson.teacherId ? requester.teacherId : requester.person;
  const { state, member } = await room.look(person);
  if (state.endedAt !== null) return refused(refuse('noSession'));
  const found = state.members.find((each) => each.id === member);
  if (found === undefined) return refused(refuse('notMember'));
  if (found.removed) return refused(refuse('removed'));
  return { ok: true, sessionId, place: { role: found.role, id: found.id } };
}
