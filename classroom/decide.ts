/** Whether a command may happen, and the entry it becomes. Pure: looks at the state, changes nothing. */
import { parseInput } from '../heap/index.ts';
import { makeHandle } from './handle.ts';
import { may } from './permissions.ts';
import type { Command } from './protocol/command.ts';
import type { Draft } from './protocol/entry.ts';
import { type Refusal, refuse } from './protocol/refusal.ts';
import { MAX, type MemberIdentity, type Role } from './protocol/shapes.ts';
import type { ChallengeState, ClassState, MemberState } from './protocol/state.ts';

/** Who asks: a member of this session, or a viewer. */
export type Asker =
  | { readonly role: 'viewer' }
  | { readonly role: Exclude<Role, 'viewer'>; readonly id: string };

export type Decision =
  | { readonly kind: 'entry'; readonly draft: Draft }
  /** This command id was carried out already, as entry seq. */
  | { readonly kind: 'done'; readonly seq: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export function openChallenge(state: ClassState): ChallengeState | undefined {
  return state.challenges.find((challenge) => challenge.phase === 'open');
}

export function memberOf(state: ClassState, id: string): MemberState | undefined {
  return state.members.find((member) => member.id === id);
}

/** [RM4] Whether this member's statements are run at the moment. */
export function mayWrite({ settings }: ClassState, member: Pick<MemberState, 'id' | 'role'>): boolean {
  return !settings.frozen || member.role === 'teacher' || settings.pens.includes(member.id);
}

/** Modules that exist in the class's heap. */
export function handles(state: ClassState): Set<string> {
  return new Set(state.members.map((member) => member.handle));
}

/** The statement by which a round runs the collector, in the teacher's module. */
export function collectSource(generation: 0 | 1 | 2): string {
  return `import gc; gc.collect(${generation})`;
}

const refused = (refusal: Refusal): Decision => ({ kind: 'refused', refusal });

export function decide(state: ClassState, asker: Asker, command: Command, at: number): Decision {
  if (asker.role === 'viewer') return refused(refuse('viewOnly'));
  const member = memberOf(state, asker.id);
  if (member === undefined) return refused(refuse('notMember'));
  if (member.removed) return refused(refuse('removed'));
  const before = state.recent.find((one) => one.actor === asker.id && one.command === command.id);
  if (before !== undefined) return { kind: 'done', seq: before.seq };
  if (state.endedAt !== null) return refused(refuse('sessionEnded'));
  if (!may(member.role, command.kind)) return refused(refuse('notAllowed'));

  const base = { at, actor: member.id, command: command.id, heap: 'shared' };
  const entry = (draft: Draft): Decision => ({ kind: 'entry', draft });
  switch (command.kind) {
    case 'run': {
      if (!mayWrite(state, member)) return refused(refuse('frozen'));
      const parsed = parseInput(command.source);
      if (!parsed.ok) {
        const { line, column, message } = parsed;
        return refused({ ...refuse('syntaxError', message), line, column });
      }
      return entry({ ...base, kind: 'run', source: command.source });
    }
    case 'challenge.open': {
      if (openChallenge(state) !== undefined) return refused(refuse('challengeOpen'));
      const number = state.challenges.length + 1;
      const { challenge, solution } = command;
      if (challenge.kind === 'round') {
        return entry({ ...base, kind: 'challenge.open', number, challenge });
      }
      if (solution === undefined || solution.correct >= challenge.options.length) {
        return refused(refuse('badShape', 'A question needs the number of its right option.'));
      }
      if (new Set(challenge.options).size !== challenge.options.length) {
        return refused(refuse('badShape', 'Two options of this question are the same.'));
      }
      return entry({ ...base, kind: 'challenge.open', number, challenge, solution });
    }
    case 'challenge.answer': {
      const open = openChallenge(state);
      if (open === undefined) return refused(refuse('noChallenge'));
      if (open.number !== command.challenge) return refused(refuse('wrongChallenge'));
      const { answer } = command;
      const { challenge } = open;
      if (answer.kind !== challenge.kind) return refused(refuse('badAnswer'));
      if (
        answer.kind === 'question' &&
        challenge.kind === 'question' &&
        answer.choice >= challenge.options.length
      ) {
        return refused(refuse('badAnswer'));
      }
      return entry({ ...base, kind: 'challenge.answer', number: open.number, answer });
    }
    case 'challenge.reveal': {
      const open = openChallenge(state);
      if (open === undefined) return refused(refuse('noChallenge'));
      const source = open.challenge.kind === 'round' ? collectSource(open.challenge.generation) : null;
      return entry({ ...base, kind: 'challenge.reveal', number: open.number, source });
    }
    case 'challenge.cancel': {
      const open = openChallenge(state);
      if (open === undefined) return refused(refuse('noChallenge'));
      return entry({ ...base, kind: 'challenge.cancel', number: open.number });
    }
    case 'settings':
      return entry({ ...base, kind: 'settings', settings: command.settings });
    case 'remove': {
      const target = memberOf(state, command.member);
      if (target === undefined || target.removed)
        return refused(refuse('notFound', 'This member is not in the class.'));
      if (target.role === 'teacher') return refused(refuse('notAllowed', 'The teacher cannot be removed.'));
      return entry({ ...base, kind: 'remove', member: target.id });
    }
    case 'rewind':
      if (openChallenge(state) !== undefined) return refused(refuse('challengeOpen'));
      if (command.to > state.seq) return refused(refuse('notFound', 'The lesson has no such moment yet.'));
      return entry({ ...base, kind: 'rewind', to: command.to });
    case 'end':
      return entry({ ...base, kind: 'end' });
  }
}

/** A new student at the door. `id` is made by the server. */
export function decideJoin(state: ClassState, id: string, nickname: string, at: number): Decision {
  if (state.endedAt !== null) return refused(refuse('sessionEnded'));
  if (state.settings.locked) return refused(refuse('locked'));
  if (state.members.length >= MAX.members) return refused(refuse('classFull'));
  const member: MemberIdentity = {
    id,
    handle: makeHandle(nickname, handles(state)),
    nickname,
    role: 'student',
  };
  return { kind: 'entry', draft: { at, actor: null, command: null, heap: 'shared', kind: 'join', member } };
}
