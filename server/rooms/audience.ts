/** Whom a room tells. The room knows people; how they are reached (sockets) is given to it. */
import type { Entry } from '../../classroom/protocol/entry.ts';
import { wireEntry } from '../../classroom/redact.ts';

export interface Audience {
  toTeacher(entry: Entry): void;
  toViewers(entry: Entry): void;
  toStudent(id: string, entry: Entry): void;
  /** All students but these. */
  toStudentsExcept(ids: readonly string[], entry: Entry): void;
  /** Members with an open connection. */
  connectedStudents(): readonly string[];
  ended(): void;
  removed(id: string): void;
}

/** No member has this id: what such a student may see is what every student may see. */
const NOBODY = '';

/** Students whose view of the entry is their own; all others get the same one, encoded once. */
function concerned(entry: Entry, connected: readonly string[]): readonly string[] {
  switch (entry.kind) {
    case 'challenge.answer':
      return entry.actor === null ? [] : connected.filter((id) => id === entry.actor);
    case 'challenge.reveal':
      return connected;
    default:
      return [];
  }
}

export function broadcast(audience: Audience, entry: Entry): void {
  const personal = concerned(entry, audience.connectedStudents());
  audience.toTeacher(wireEntry(entry, { role: 'teacher' }));
  audience.toViewers(wireEntry(entry, { role: 'viewer' }));
  audience.toStudentsExcept(personal, wireEntry(entry, { role: 'student', id: NOBODY }));
  for (const id of personal) audience.toStudent(id, wireEntry(entry, { role: 'student', id }));
  if (entry.kind === 'end') audience.ended();
  if (entry.kind === 'remove') audience.removed(entry.member);
}
