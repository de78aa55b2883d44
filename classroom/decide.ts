/** Whether a command may happen, and the entry it becomes. Pure: looks at the state, changes nothing. */
import { parseInput } from '../heap/index.ts';
import { decideChallenge, type Predict } from './decideChallenge.ts';
import { makeHandle } from './handle.ts';
import { may } from './permissions.ts';
import type { Command } from './protocol/command.ts';
import type { Draft } from './protocol/entry.ts';
import { type Refusal, refuse } from './protocol/refusal.ts';
import { MAX, type MemberIdentity, type Role } from './protocol/shapes.ts';
import type { ClassState, MemberState } from './protocol/state.ts';
import { hasStep } from './scenarios/steps.ts';
import { memberOf, openChallenge } from './stateReading.ts';

/** Who asks: a member of this session, or a viewer. */
export type Asker =
  | { readonly role: 'viewer' }
  | { readonly role: Exclude<Role, 'viewer'>; readonly id: string };

export type Decision =
  | { readonly kind: 'entry'; readonly draft: Draft }
  /** This command id was carried out already, as entry seq. */
  | { readonly kind: 'done'; readonly seq: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** [RM4] Whether this member's statements are run at the moment. */
export function mayWrite({ settings }: ClassState, member: Pick<MemberState, 'id' | 'role'>): boolean {
  return !settings.frozen || member.role === 'teacher' || settings.pens.includes(member.id);
}

/** [TK2], [PR5] Why nobody's statements are run at the moment, or null. */
export function standsStill(state: ClassState): 'taskOpen' | 'predictionOpen' | null {
  const open = openChallenge(state)?.challenge;
  if (open?.kind === 'task') return 'taskOpen';
  return open?.kind === 'question' && open.predicts !== undefined ? 'predictionOpen' : null;
}

/** Modules that exist in the class's heap. */
export function handles(state: ClassState): Set<string> {
  return new Set(state.members.map((member) => member.handle));
}

const refused = (refusal: Refusal): Decision => ({ kind: 'refused', refusal });

/** `predict` makes a question from the heap, which is not looked at here. */
export function decide(
  state: ClassState,
  asker: Asker,
  command: Command,
  at: number,
  predict: Predict,
): Decision {
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
      const still = standsStill(state);
      if (still !== null) return refused(refuse(still));
      const parsed = parseInput(command.source);
      if (!parsed.ok) {
        const { line, column, message } = parsed;
        return refused({ ...refuse('syntaxError', message), line, column });
      }
      return entry({ ...base, kind: 'run', source: command.source });
    }
    case 'challenge.open':
    case 'challenge.predict':
    case 'challenge.answer':
    case 'challenge.begin':
    case 'challenge.show':
    case 'challenge.close':
    case 'challenge.again':
    case 'challenge.pause':
    case 'challenge.resume':
    case 'challenge.reveal':
    case 'challenge.cancel': {
      const draft = decideChallenge(state, member, command, base, predict);
      return 'code' in draft ? refused(draft) : entry(draft);
    }
    case 'settings':
      return entry({
        ...base,
        kind: 'settings',
        settings: command.settings,
        ...(command.settings.leaderboard === true ? { scores: state.scores } : {}),
      });
    case 'arrange': {
      const target = memberOf(state, command.member);
      if (target === undefined || target.role === 'teacher')
        return refused(refuse('notFound', 'This student is not in the class.'));
      return entry({ ...base, kind: 'arrange', member: target.id, arrangement: command.arrangement });
    }
    case 'teams': {
      const known = ({ member: id }: { readonly member: string }) => memberOf(state, id)?.role === 'student';
      if (!command.teams.every(known))
        return refused(refuse('notFound', 'One of these students is not in the class.'));
      return entry({ ...base, kind: 'teams', teams: command.teams });
    }
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
    case 'scenario': {
      const { place } = command;
      if (place !== null && !hasStep(place.id, place.step))
        return refused(refuse('notFound', 'There is no such scenario, or it has no such step.'));
      return entry({ ...base, kind: 'scenario', place });
    }
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
