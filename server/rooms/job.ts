/** What waits in a room's queue, and how its author is answered. */
import type { Asker } from '../../classroom/decide.ts';
import type { Command } from '../../classroom/protocol/command.ts';
import type { Entry } from '../../classroom/protocol/entry.ts';
import type { Refusal } from '../../classroom/protocol/refusal.ts';
import type { ClassState } from '../../classroom/protocol/state.ts';
import type { Submitted } from '../../classroom/session.ts';

type Refused = { readonly ok: false; readonly refusal: Refusal };
export type Answer = { readonly ok: true; readonly seq: number } | Refused;
export type Joined = { readonly ok: true; readonly member: string } | Refused;

export type Job =
  | { readonly kind: 'command'; readonly asker: Asker; readonly command: Command; done(answer: Answer): void }
  | { readonly kind: 'join'; readonly person: string; readonly nickname: string; done(answer: Joined): void };

type Rewinds = Extract<Job, { kind: 'command' }> & {
  readonly command: Extract<Command, { kind: 'rewind' }>;
};

/** A teacher's command that needs an earlier moment of the log. */
export function goesBack(job: Job): job is Rewinds {
  return job.kind === 'command' && job.command.kind === 'rewind' && job.asker.role === 'teacher';
}

/** A job that was run, and waits for its entry to be stored before its author hears of it. */
export interface Ran {
  readonly job: Job;
  /** False for refusals, which hold whether or not the append succeeds. */
  readonly needsStore: boolean;
  tell(): void;
}

/** What somebody lacks: a snapshot where the entries alone do not do, then the entries after it. */
export interface Resynced {
  readonly snapshot: {
    readonly seq: number;
    readonly state: ClassState;
    readonly machine: Uint8Array;
  } | null;
  readonly entries: readonly Entry[];
}

export function refuseJob(job: Job, refusal: Refusal): void {
  job.done({ ok: false, refusal });
}

export function answerOf(result: Submitted): Answer {
  switch (result.kind) {
    case 'applied':
      return { ok: true, seq: result.entry.seq };
    case 'done':
      return { ok: true, seq: result.seq };
    case 'refused':
      return { ok: false, refusal: result.refusal };
  }
}
