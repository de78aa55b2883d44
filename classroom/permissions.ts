/** Who may do what: one table, checked on the server for every command. Rules [PE1], [PE2] in SPEC.md. */
import type { CommandKind } from './protocol/command.ts';
import type { Role } from './protocol/shapes.ts';

const WHO: Record<CommandKind, readonly Role[]> = {
  run: ['teacher', 'student'],
  'challenge.open': ['teacher'],
  'challenge.predict': ['teacher'],
  'challenge.answer': ['student'],
  'challenge.begin': ['teacher'],
  'challenge.close': ['teacher'],
  'challenge.again': ['teacher'],
  'challenge.pause': ['teacher'],
  'challenge.resume': ['teacher'],
  'challenge.reveal': ['teacher'],
  'challenge.cancel': ['teacher'],
  'challenge.show': ['teacher'],
  settings: ['teacher'],
  arrange: ['teacher'],
  teams: ['teacher'],
  remove: ['teacher'],
  rewind: ['teacher'],
  scenario: ['teacher'],
  end: ['teacher'],
};

export function may(role: Role, kind: CommandKind): boolean {
  return WHO[kind].includes(role);
}
