/** A small class for tests: a teacher and students who say things in order, with a clock that counts. */
import { predictOnHeap } from '../../classroom/predict/onHeap.ts';
import type { Command } from '../../classroom/protocol/command.ts';
import type { Entry } from '../../classroom/protocol/entry.ts';
import type { RefusalCode } from '../../classroom/protocol/refusal.ts';
import { openingDraft, Session, type Submitted } from '../../classroom/session.ts';
import type { Step } from '../../heap/index.ts';

/** Distributes over the union of commands. */
export type Wish = Command extends infer C ? (C extends Command ? Omit<C, 'id'> : never) : never;

export const TEACHER = 'teacher-id';

export interface Lesson {
  readonly session: Session;
  readonly log: Entry[];
  /** Lets a student in and gives the member id, which is the lower-case nickname. */
  join(nickname: string): string;
  submit(member: string, wish: Wish, id?: string): Submitted;
  /** Runs a statement that must be logged; gives its step. */
  run(member: string, source: string): Step;
  /** Does something that must be logged. */
  must(member: string, wish: Wish): Entry;
  /** Does something that must be refused, and checks that nothing changed. */
  refused(member: string, wish: Wish): RefusalCode;
}

export function startLesson(): Lesson {
  const { session, entry } = Session.open(
    openingDraft({ id: TEACHER, handle: 'teacher', nickname: 'Ms Turing', role: 'teacher' }, 1),
  );
  const log: Entry[] = [entry];
  let commands = 0;

  const keep = (submitted: Submitted): Submitted => {
    if (submitted.kind === 'applied') log.push(submitted.entry);
    return submitted;
  };
  const lesson: Lesson = {
    session,
    log,
    join(nickname) {
      const id = nickname.toLowerCase();
      const joined = keep(session.join(id, nickname, log.length));
      if (joined.kind !== 'applied') throw new Error(`${nickname} could not join: ${JSON.stringify(joined)}`);
      return id;
    },
    submit(member, wish, id = `command-${++commands}`) {
      return keep(
        session.submit(
          { role: member === TEACHER ? 'teacher' : 'student', id: member },
          { ...wish, id },
          log.length,
          undefined,
          predictOnHeap,
        ),
      );
    },
    run(member, source) {
      const submitted = lesson.submit(member, { kind: 'run', source });
      if (submitted.kind !== 'applied' || submitted.step === null) throw new Error(JSON.stringify(submitted));
      session.machine.checkHeap();
      return submitted.step;
    },
    must(member, wish) {
      const submitted = lesson.submit(member, wish);
      if (submitted.kind !== 'applied') throw new Error(JSON.stringify(submitted));
      session.machine.checkHeap();
      return submitted.entry;
    },
    refused(member, wish) {
      const before = { digest: session.machine.digest(), state: session.state };
      const submitted = lesson.submit(member, wish);
      if (submitted.kind !== 'refused') throw new Error(`not refused: ${JSON.stringify(submitted)}`);
      if (session.machine.digest() !== before.digest || session.state !== before.state) {
        throw new Error('a refused command changed something');
      }
      return submitted.refusal.code;
    },
  };
  return lesson;
}
