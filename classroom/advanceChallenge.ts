/** The challenges after an entry. Pure, as advance. */
import type { Entry } from './protocol/entry.ts';
import type { ChallengeState, Given } from './protocol/state.ts';

type ChallengeEntry = Extract<Entry, { kind: `challenge.${string}` }>;

export function isAboutChallenge(entry: Entry): entry is ChallengeEntry {
  return entry.kind.startsWith('challenge.');
}

export function advanceChallenge(
  challenges: readonly ChallengeState[],
  entry: ChallengeEntry,
): ChallengeState[] {
  if (entry.kind === 'challenge.open') return [...challenges, opened(entry)];
  return challenges.map((challenge) =>
    challenge.number === entry.number ? moved(challenge, entry) : challenge,
  );
}

function opened(entry: Extract<Entry, { kind: 'challenge.open' }>): ChallengeState {
  const { number, challenge, rules, seq, at, solution } = entry;
  return {
    number,
    challenge,
    rules,
    phase: rules.lead === undefined ? 'open' : 'lobby',
    vote: 1,
    openedSeq: seq,
    openedAt: at,
    closesAt: rules.lead === undefined ? closing(at, rules.seconds) : null,
    pausedAt: null,
    answers: [],
    ...(solution === undefined ? {} : { solution }),
  };
}

function closing(at: number, seconds: number | null): number | null {
  return seconds === null ? null : at + seconds * 1000;
}

function moved(
  challenge: ChallengeState,
  entry: Exclude<ChallengeEntry, { kind: 'challenge.open' }>,
): ChallengeState {
  switch (entry.kind) {
    case 'challenge.answer': {
      const { actor } = entry;
      if (actor === null) throw new Error('an answer without a member');
      return { ...challenge, answers: answered(challenge.answers, actor, entry) };
    }
    case 'challenge.begin': {
      // [CH7] After the countdown.
      const openedAt = entry.at + (challenge.rules.lead ?? 0) * 1000;
      return {
        ...challenge,
        phase: 'open',
        openedAt,
        closesAt: closing(openedAt, challenge.rules.seconds),
      };
    }
    case 'challenge.show':
      return { ...challenge, shown: entry.shown === null ? null : { ...entry.shown, seq: entry.seq } };
    case 'challenge.close':
      return { ...challenge, phase: 'closed', pausedAt: null };
    case 'challenge.again':
      return {
        ...challenge,
        phase: 'open',
        vote: 2,
        openedAt: entry.at,
        closesAt: closing(entry.at, challenge.rules.seconds),
        pausedAt: null,
        // [CH5] Who does not vote again has voted the same.
        answers: challenge.answers.map((given) =>
          given.answer === undefined ? given : { ...given, first: given.answer },
        ),
      };
    case 'challenge.pause':
      return { ...challenge, pausedAt: entry.at };
    case 'challenge.resume': {
      const stood = entry.at - (challenge.pausedAt ?? entry.at);
      const { openedAt, closesAt } = challenge;
      return {
        ...challenge,
        pausedAt: null,
        openedAt: openedAt + stood,
        closesAt: closesAt === null ? null : closesAt + stood,
      };
    }
    case 'challenge.cancel':
      return { ...challenge, phase: 'cancelled' };
    case 'challenge.reveal': {
      const { outcome } = entry;
      if (outcome === undefined) throw new Error('a reveal without its outcome');
      return {
        ...challenge,
        phase: 'revealed',
        revealedSeq: entry.seq,
        pausedAt: null,
        truth: outcome.truth,
        marks: outcome.marks,
        ...(outcome.summary === undefined ? {} : { summary: outcome.summary }),
        ...(outcome.objects === undefined ? {} : { objects: outcome.objects }),
      };
    }
  }
}

function answered(
  answers: readonly Given[],
  member: string,
  { at, answer }: Extract<Entry, { kind: 'challenge.answer' }>,
): Given[] {
  const before = answers.find((given) => given.member === member);
  const given: Given = {
    member,
    at,
    ...(answer === undefined ? {} : { answer }),
    ...(before?.first === undefined ? {} : { first: before.first }),
  };
  return before === undefined ? [...answers, given] : answers.map((one) => (one === before ? given : one));
}
