/** The state after an entry. Pure; the machine has run already and its step is given. */
import type { Step } from '../heap/index.ts';
import { memberOf } from './decide.ts';
import type { Entry } from './protocol/entry.ts';
import type { MemberIdentity } from './protocol/shapes.ts';
import type { ChallengeState, ClassState, Score, TranscriptLine } from './protocol/state.ts';
import { addMarks } from './scoring.ts';

const TRANSCRIPT = 400;
const RECENT = 2000;

function newScore(member: MemberIdentity): Score {
  return { member: member.id, points: 0, correct: 0, answered: 0, statements: 0 };
}

export function initialState(entry: Extract<Entry, { kind: 'open' }>): ClassState {
  return {
    seq: entry.seq,
    engine: entry.engine,
    limits: entry.limits,
    startedAt: entry.at,
    endedAt: null,
    settings: entry.settings,
    members: [{ ...entry.teacher, joinedAt: entry.at, removed: false }],
    challenges: [],
    scores: [],
    transcript: [],
    recent: [],
  };
}

function transcriptLine(entry: Entry, source: string, step: Step): TranscriptLine {
  return {
    seq: entry.seq,
    at: entry.at,
    actor: entry.actor,
    source,
    rewoundTo: null,
    output: step.output,
    raised: step.raised?.traceback ?? null,
    born: step.born.length,
    died: step.died.length,
    collections: step.collections.map(({ generation, automatic, collected }) => ({
      generation,
      automatic,
      collected,
    })),
  };
}

function changeChallenge(
  state: ClassState,
  number: number,
  change: (challenge: ChallengeState) => ChallengeState,
): ChallengeState[] {
  return state.challenges.map((one) => (one.number === number ? change(one) : one));
}

export function advance(before: ClassState, entry: Entry, step: Step | null): ClassState {
  const { actor, command, seq } = entry;
  const state: ClassState = {
    ...before,
    seq,
    recent:
      actor !== null && command !== null
        ? [...before.recent.slice(-RECENT + 1), { actor, command, seq }]
        : before.recent,
  };
  const withLine = (source: string): TranscriptLine[] =>
    step === null
      ? state.transcript
      : [...state.transcript.slice(-TRANSCRIPT + 1), transcriptLine(entry, source, step)];

  switch (entry.kind) {
    case 'open':
      throw new Error('a session opens once');
    case 'join':
      return {
        ...state,
        members: [...state.members, { ...entry.member, joinedAt: entry.at, removed: false }],
        scores: [...state.scores, newScore(entry.member)],
      };
    case 'run':
      return {
        ...state,
        transcript: withLine(entry.source),
        scores: state.scores.map((score) =>
          score.member === actor ? { ...score, statements: score.statements + 1 } : score,
        ),
      };
    case 'challenge.open':
      return {
        ...state,
        challenges: [
          ...state.challenges,
          {
            number: entry.number,
            challenge: entry.challenge,
            phase: 'open',
            openedSeq: seq,
            openedAt: entry.at,
            answers: [],
            ...(entry.solution === undefined ? {} : { solution: entry.solution }),
          },
        ],
      };
    case 'challenge.answer': {
      if (actor === null) throw new Error('an answer without a member');
      const given = { member: actor, ...(entry.answer === undefined ? {} : { answer: entry.answer }) };
      return {
        ...state,
        challenges: changeChallenge(state, entry.number, (challenge) => ({
          ...challenge,
          answers: challenge.answers.some((one) => one.member === actor)
            ? challenge.answers.map((one) => (one.member === actor ? given : one))
            : [...challenge.answers, given],
        })),
      };
    }
    case 'challenge.reveal': {
      const { outcome } = entry;
      if (outcome === undefined) throw new Error('a reveal without its outcome');
      return {
        ...state,
        transcript: entry.source === null ? state.transcript : withLine(entry.source),
        challenges: changeChallenge(state, entry.number, (challenge) => ({
          ...challenge,
          phase: 'revealed',
          truth: outcome.truth,
          marks: outcome.marks,
        })),
        scores: addMarks(state.scores, outcome.marks),
      };
    }
    case 'challenge.cancel':
      return {
        ...state,
        challenges: changeChallenge(state, entry.number, (challenge) => ({
          ...challenge,
          phase: 'cancelled',
        })),
      };
    case 'settings': {
      const { frozen, pens, locked, collectorOpen } = entry.settings;
      return {
        ...state,
        settings: {
          frozen: frozen ?? state.settings.frozen,
          pens: pens ?? state.settings.pens,
          locked: locked ?? state.settings.locked,
          collectorOpen: collectorOpen ?? state.settings.collectorOpen,
        },
      };
    }
    case 'remove': {
      const target = memberOf(state, entry.member);
      if (target === undefined) throw new Error('removing somebody who is not there');
      return {
        ...state,
        members: state.members.map((member) =>
          member.id === target.id ? { ...member, removed: true } : member,
        ),
      };
    }
    case 'rewind': {
      const line: TranscriptLine = {
        seq,
        at: entry.at,
        actor,
        source: '',
        rewoundTo: entry.to,
        output: '',
        raised: null,
        born: 0,
        died: 0,
        collections: [],
      };
      return { ...state, transcript: [...state.transcript.slice(-TRANSCRIPT + 1), line] };
    }
    case 'end':
      return { ...state, endedAt: entry.at };
  }
}
