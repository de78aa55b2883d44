/** The log of a class as a past. */
import type { Entry } from '../../classroom/protocol/entry.ts';
import type { ClassState } from '../../classroom/protocol/state.ts';
import { Session } from '../../classroom/session.ts';
import type { Step } from '../../heap/index.ts';
import type { Past, PastStep } from './past.ts';

export function pastStep(entry: Entry, step: Step | null, state: ClassState): PastStep {
  const nickname = (id: string | null) =>
    state.members.find((member) => member.id === id)?.nickname ?? 'Heaproom';
  const source = entry.kind === 'run' || entry.kind === 'challenge.reveal' ? (entry.source ?? '') : '';
  const removed = entry.kind === 'remove' ? { removed: nickname(entry.member) } : {};
  return { id: entry.seq, author: nickname(entry.actor), source, ...removed, step };
}

/** @throws Error where the log does not begin with its opening entry; steps throw where this engine differs */
export function classPast(entries: readonly Entry[]): Past {
  const [first, ...rest] = entries;
  if (first?.kind !== 'open') throw new Error('a log begins with its opening entry');
  return {
    length: rest.length,
    open() {
      const { session } = Session.open(first);
      let at = 0;
      return {
        machine: session.machine,
        next() {
          const entry = rest[at++];
          if (entry === undefined) return null;
          const { step } = session.apply(entry);
          return pastStep(entry, step, session.state);
        },
      };
    },
  };
}
