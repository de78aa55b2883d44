/** A session's people as Socket.IO rooms. */
import type { Server } from 'socket.io';
import type { Audience } from '../rooms/audience.ts';

const everybody = (sessionId: string) => `${sessionId}`;
const teacher = (sessionId: string) => `${sessionId}/teacher`;
const students = (sessionId: string) => `${sessionId}/students`;
const viewers = (sessionId: string) => `${sessionId}/viewers`;
const member = (sessionId: string, id: string) => `${sessionId}/member/${id}`;

export type Place =
  | { readonly role: 'viewer' }
  | { readonly role: 'teacher' | 'student'; readonly id: string };

/** Heard from the moment of connecting: who is there, and that the lesson ended. */
export function presentRooms(sessionId: string): string[] {
  return [everybody(sessionId)];
}

/** Projectors, and the teacher's own pages: they are told what the teacher looks at. Students are not. */
export function wallRoom(sessionId: string): string {
  return `${sessionId}/walls`;
}

/** Heard from the first resync on: entries. */
export function listeningRooms(sessionId: string, place: Place): string[] {
  switch (place.role) {
    case 'viewer':
      return [viewers(sessionId)];
    case 'teacher':
      return [teacher(sessionId), member(sessionId, place.id)];
    case 'student':
      return [students(sessionId), member(sessionId, place.id)];
  }
}

/** Members and viewers with an open connection. */
export interface Presence {
  /** Connected member ids with their role. */
  readonly members: ReadonlyMap<string, 'teacher' | 'student'>;
  readonly viewers: number;
}

export function socketAudience(
  io: Server,
  sessionId: string,
  presence: () => Presence,
  judging: Audience['judging'],
): Audience {
  return {
    judging,
    toTeacher: (entry) => void io.to(teacher(sessionId)).emit('entry', entry),
    toViewers: (entry) => void io.to(viewers(sessionId)).emit('entry', entry),
    toStudent: (id, entry) => void io.to(member(sessionId, id)).emit('entry', entry),
    toStudentsExcept: (ids, entry) =>
      void io
        .to(students(sessionId))
        .except(ids.map((id) => member(sessionId, id)))
        .emit('entry', entry),
    connectedStudents: () =>
      [...presence().members].filter(([, role]) => role === 'student').map(([id]) => id),
    ended: () => void io.to(everybody(sessionId)).emit('ended'),
    removed: (id) => void io.in(member(sessionId, id)).disconnectSockets(true),
  };
}
