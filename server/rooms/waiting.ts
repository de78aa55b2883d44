/**
 * The reveal of a task, for which every answer is run again: with many of them that takes seconds. They are judged one
 * between two rounds of the room, so that it goes on meanwhile. The reveal waits, and behind it whatever would come
 * out differently if it were carried out first. A closed task is judged ahead of its reveal.
 */
import { openChallenge } from '../../classroom/decideChallenge.ts';
import type { Session } from '../../classroom/session.ts';
import type { Job } from './job.ts';

type CommandJob = Extract<Job, { kind: 'command' }>;

function isTeachers(job: Job): job is CommandJob {
  return job.kind === 'command' && job.asker.role === 'teacher';
}

function isAnswer(job: Job): boolean {
  return job.kind === 'command' && job.command.kind === 'challenge.answer';
}

export class RevealWaiting {
  #jobs: Job[] = [];
  /** The challenge whose answers cannot be judged: its reveal says so. */
  #failed: number | null = null;

  /** Whether there is an answer to judge, ahead of time or because somebody waits. */
  hasWork(session: Session | null): boolean {
    if (this.#jobs.length > 0) return true;
    const challenge = session === null ? undefined : openChallenge(session.state);
    return challenge?.phase === 'closed' && this.#toJudge(session) !== null;
  }

  /** Keeps a job that has to wait; false where it has not. */
  keeps(job: Job, session: Session): boolean {
    const waits =
      this.#jobs.length > 0
        ? isTeachers(job) || isAnswer(job)
        : isTeachers(job) && job.command.kind === 'challenge.reveal' && this.#toJudge(session) !== null;
    if (waits) this.#jobs.push(job);
    return waits;
  }

  /** Judges one answer. Gives the jobs that waited, in their order, once none is left. */
  judge(session: Session, fault: (error: unknown) => void): readonly Job[] {
    const member = this.#toJudge(session);
    if (member === null) return this.drop();
    try {
      session.judge(member);
      return [];
    } catch (error) {
      fault(error);
      this.#failed = openChallenge(session.state)?.number ?? null;
      return this.drop();
    }
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
