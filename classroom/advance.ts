/** The state after an entry. Pure; the machine has run already and its step is given. */
import type { Step } from '../heap/index.ts';
import { advanceChallenge } from './advanceChallenge.ts';
import type { Entry } from './protocol/entry.ts';
import type { MemberIdentity, Score } from './protocol/shapes.ts';
import type { ClassState, MemberState, TranscriptLine } from './protocol/state.ts';
import { addMarks } from './scoring.ts';
import { changedSettings } from './settings.ts';
import { memberOf } from './stateReading.ts';

const TRANSCRIPT = 400;
const RECENT = 2000;

function newScore(member: MemberIdentity): Score {
  return { member: member.id, points: 0, correct: 0, answered: 0, statements: 0 };
}

function newMember(identity: MemberIdentity, joinedAt: number): MemberState {
  return { ...identity, extraTime: 1, team: null, joinedAt, removed: false };
}

export function initialState(entry: Extract<Entry, { kind: 'open' }>): ClassState {
  return {
    seq: entry.seq,
    engine: entry.engine,
    limits: entry.limits,
    startedAt: entry.at,
    endedAt: null,
    settings: entry.settings,
    members: [newMember(entry.teacher, entry.at)],
    challenges: [],
    scenario: null,
    scores: [],
    transcript: [],
    recent: [],
  };
}

/** What the transcript tells of a statement: as much of its step as the state holds. */
export type Told = Pick<TranscriptLine, 'output' | 'raised' | 'born' | 'died' | 'collections'>;

export function toldOf(step: Step): Told {
  return {
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

function transcriptLine({ seq, at, actor }: Entry, source: string, told: Told): TranscriptLine {
  return { seq, at, actor, source, rewoundTo: null, ...told };
}

export function advance(before: ClassState, entry: Entry, step: Step | null): ClassState {
  return advanceTold(before, entry, step === null ? null : toldOf(step));
}

/** The same where the machine ran elsewhere. */
export function advanceTold(before: ClassState, entry: Entry, told: Told | null): ClassState {
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
    told === null
      ? state.transcript
      : [...state.transcript.slice(-TRANSCRIPT + 1), transcriptLine(entry, source, told)];

  switch (entry.kind) {
    case 'open':
      throw new Error('a session opens once');
    case 'join':
      return {
        ...state,
        members: [...state.members, newMember(entry.member, entry.at)],
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
    case 'challenge.answer':
    case 'challenge.begin':
    case 'challenge.show':
    case 'challenge.close':
    case 'challenge.again':
    case 'challenge.pause':
    case 'challenge.resume':
    case 'challenge.cancel':
      return { ...state, challenges: advanceChallenge(state.challenges, entry) };
    case 'challenge.reveal':
      return {
        ...state,
        transcript: entry.source === null ? state.transcript : withLine(entry.source),
        challenges: advanceChallenge(state.challenges, entry),
        scores: addMarks(state.scores, entry.outcome?.marks ?? []),
      };
    case 'arrange': {
      const { extraTime, team } = entry.arrangement;
      return {
        ...state,
        members: state.members.map((member) =>
          member.id === entry.member
            ? {
                ...member,
                extraTime: extraTime ?? member.extraTime,
                team: team === undefined ? member.team : team,
              }
            : member,
        ),
      };
    }
    case 'teams': {
      const teams = new Map(entry.teams.map(({ member, team }) => [member, team]));
      return {
        ...state,
        members: state.members.map((member) => {
          const team = teams.get(member.id);
          return team === undefined ? member : { ...member, team };
        }),
      };
    }
    case 'settings':
      return {
        ...state,
        settings: changedSettings(state.settings, entry.settings),
        scores: entry.scores ?? state.scores,
      };
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
    case 'scenario': {
      const { place } = entry;
      const goesOn = place !== null && place.step > 0 && place.id === before.scenario?.id;
      const from = goesOn ? before.scenario?.from : undefined;
      return { ...state, scenario: place === null ? null : { ...place, from: from ?? seq } };
    }
    case 'end':
      return { ...state, endedAt: entry.at };
  }
}
