/**
 * The reveal of a task, for which every answer is run again: with many of them that takes seconds. They are judged one
 * at a time and in portions between two rounds of the room, so that it goes on meanwhile: everybody is answered at once, and told how far it is.
 * Only the reveal waits. What would come out differently if it were carried out first is refused: an answer, which
 * comes too late, and what ends the lesson or opens the task again. A closed task is judged ahead of its reveal.
 */

import type { CommandKind } from '../../classroom/protocol/command.ts';
import type { Judging } from '../../classroom/protocol/messages.ts';
import { type Refusal, refuse } from '../../classroom/protocol/refusal.ts';
import type { Session } from '../../classroom/session.ts';
import { openChallenge } from '../../classroom/stateReading.ts';
import type { Job } from './job.ts';

type CommandJob = Extract<Job, { kind: 'command' }>;

/** A teacher's commands that have to come after the reveal. */
const AFTER: ReadonlySet<CommandKind> = new Set(['challenge.reveal', 'challenge.again', 'end']);

/** Now, once the answers are judged, or not at all. */
export type Turn = 'now' | 'later' | Refusal;

export class RevealWaiting {
  /** The reveal, and copies of it that a page has sent again. */
  #jobs: CommandJob[] = [];
  /** The challenge whose answers cannot be judged: its reveal says so. */
  #failed: number | null = null;

  /** Whether there is an answer to judge, ahead of time or because somebody waits. */
  hasWork(session: Session | null): boolean {
    if (this.#jobs.length > 0) return true;
    const challenge = session === null ? undefined : openChallenge(session.state);
    return challenge?.phase === 'closed' && this.#toJudge(session) !== null;
  }

  /** When it is this job's turn; one that waits is kept. */
  turnOf(job: Job, session: Session): Turn {
    if (job.kind !== 'command' || job.asker.role === 'viewer') return 'now';
    const { asker, command } = job;
    const [first] = this.#jobs;
    if (first === undefined) {
      const waits =
        asker.role === 'teacher' && command.kind === 'challenge.reveal' && this.#toJudge(session) !== null;
      if (waits) this.#jobs.push(job);
      return waits ? 'later' : 'now';
    }
    // A retry is answered as the command itself was.
    if (session.state.recent.some(({ actor, command: id }) => actor === asker.id && id === command.id))
      return 'now';
    if (command.id === first.command.id && first.asker.role !== 'viewer' && first.asker.id === asker.id) {
      this.#jobs.push(job);
      return 'later';
    }
    if (command.kind === 'challenge.answer') return refuse('tooLate');
    return asker.role === 'teacher' && AFTER.has(command.kind) ? refuse('judging') : 'now';
  }

  /**
   * Judges one answer, or as much of it as `mayGoOn` leaves time for. Gives the jobs that waited, in their order, once
   * none is left.
   */
  judge(session: Session, mayGoOn: () => boolean, fault: (error: unknown) => void): readonly Job[] {
    const member = this.#toJudge(session);
    if (member === null) return this.drop();
    try {
      while (!session.judge(member) && mayGoOn());
      return [];
    } catch (error) {
      fault(error);
      this.#failed = openChallenge(session.state)?.number ?? null;
      return this.drop();
    }
  }

  /** How far it is; null where nobody waits. */
  progress(session: Session | null): Judging | null {
    return this.#jobs.length === 0 ? null : (session?.judged ?? null);
  }

  /** Nobody waits any more: these did. */
  drop(): readonly Job[] {
    return this.#jobs.splice(0);
  }

  #toJudge(session: Session | null): string | null {
    if (session === null || openChallenge(session.state)?.number === this.#failed) return null;
    return session.unjudged;
  }
}
