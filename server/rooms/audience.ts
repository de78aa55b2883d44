/** Whom a room tells. The room knows people; how they are reached (sockets) is given to it. */
import type { Entry } from '../../classroom/protocol/entry.ts';
import type { Judging } from '../../classroom/protocol/messages.ts';
import { wireEntry } from '../../classroom/redact.ts';

export interface Audience {
  toTeacher(entry: Entry): void;
  toViewers(entry: Entry): void;
  toStudent(id: string, entry: Entry): void;
  /** All students but these. */
  toStudentsExcept(ids: readonly string[], entry: Entry): void;
  /** Members with an open connection. */
  connectedStudents(): readonly string[];
  /** How far the answers to a task are judged; null once that is over. */
  judging(judging: Judging | null): void;
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
    case 'challenge.show':
      return connected.filter((id) => id === entry.shown?.member);
    case 'arrange':
      return connected.filter((id) => id === entry.member);
    default:
      return [];
  }
}

/**
 * The messages that tell an entry to everybody, to be sent in this order and without another entry in between.
 * `leaderboard`: by the room's rules as they are now.
 */
export function* broadcast(audience: Audience, entry: Entry, leaderboard: boolean): Generator<() => void> {
  const personal = concerned(entry, audience.connectedStudents());
  yield () => audience.toTeacher(wireEntry(entry, { role: 'teacher' }, leaderboard));
  yield () => audience.toViewers(wireEntry(entry, { role: 'viewer' }, leaderboard));
  yield () =>
    audience.toStudentsExcept(personal, wireEntry(entry, { role: 'student', id: NOBODY }, leaderboard));
  for (const id of personal)
    yield () => audience.toStudent(id, wireEntry(entry, { role: 'student', id }, leaderboard));
  if (entry.kind === 'end') yield () => audience.ended();
  if (entry.kind === 'remove') yield () => audience.removed(entry.member);
}
