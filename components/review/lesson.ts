/**
 * A past lesson from its stored log, without running Python again: members, challenges and scores follow from the
 * entries by the classroom's own rules, and what statements printed is stored in them. So a review never depends on
 * an engine version.
 */
import { z } from 'zod';
import { advance, initialState } from '../../classroom/advance.ts';
import { type Entry, entrySchema } from '../../classroom/protocol/entry.ts';
import { type ClassState, stateSchema } from '../../classroom/protocol/state.ts';
import { scenarioOf } from '../../classroom/scenarios/index.ts';
import { type Answered, request } from '../live/request.ts';
import type { TranscriptLine } from '../transcript/transcript.tsx';

const logShape = z.object({
  session: z.object({
    id: z.string(),
    classroom: z.string(),
    startedAt: z.number(),
    endedAt: z.number().nullable(),
    anonymised: z.boolean(),
  }),
  /** False where another engine made the log. */
  replayable: z.boolean(),
  /** Null for the teacher. */
  me: z.string().nullable(),
  /** How many entries there are in all. */
  length: z.number(),
  entries: z.array(entrySchema),
});
export type LessonLog = z.infer<typeof logShape>;

/** The log, as far as whoever asks may see it; all of it, or entries after one and up to another. */
export function askLog(
  session: string,
  part: { readonly after?: number; readonly upTo?: number } = {},
): Promise<Answered<LessonLog>> {
  const query = new URLSearchParams(Object.entries(part).map(([name, value]) => [name, String(value)]));
  return request('GET', `/api/sessions/${encodeURIComponent(session)}/log?${query}`, logShape);
}

const keyframeShape = z.object({
  keyframe: z.object({ state: stateSchema, machine: z.string() }).nullable(),
});

/** The server's last snapshot at or before an entry; null where there is none. The machine in base64, raw deflate. */
export function askKeyframe(session: string, at: number) {
  return request('GET', `/api/sessions/${encodeURIComponent(session)}/keyframe?at=${at}`, keyframeShape);
}

/** The class as it stood after its last entry, but for the transcript. Null for a log without a beginning. */
export function finalState(entries: readonly Entry[]): ClassState | null {
  const [first, ...rest] = entries;
  return first?.kind === 'open' ? stateAfter(initialState(first), rest) : null;
}

export function stateAfter(state: ClassState, entries: readonly Entry[]): ClassState {
  // Which commands were carried out is the live class's affair, and keeping the list takes most of the time.
  return entries.reduce((before, entry) => advance(before, { ...entry, command: null }, null), state);
}

/** Every statement with its stored outcome, a round's collection included. */
export function storedLines(entries: readonly Entry[], state: ClassState): TranscriptLine[] {
  const authors = new Map(state.members.map((member) => [member.id, member]));
  return entries.flatMap((entry): TranscriptLine[] => {
    const author = authors.get(entry.actor ?? '');
    const who = { id: entry.seq, author: author?.nickname ?? 'Heaproom', handle: author?.handle ?? '' };
    switch (entry.kind) {
      case 'run':
        return [
          {
            ...who,
            source: entry.source,
            output: entry.outcome?.output ?? '',
            error: entry.outcome?.raised ?? null,
            state: 'done',
          },
        ];
      case 'challenge.reveal': {
        if (entry.source === null) return [];
        const truth = entry.outcome?.truth;
        const output = truth?.kind === 'round' ? `${truth.returned}\n` : '';
        return [
          { ...who, source: entry.source, output, error: null, state: 'done', note: `round ${entry.number}` },
        ];
      }
      default:
        return [];
    }
  });
}

/** What an entry was, in a few words, for lists and for screen readers. */
export function headline(entry: Entry, state: ClassState): string {
  const name = (id: string | null) =>
    state.members.find((member) => member.id === id)?.nickname ?? 'Somebody';
  switch (entry.kind) {
    case 'open':
      return 'The lesson begins';
    case 'join':
      return `${entry.member.nickname} joins`;
    case 'run':
      return entry.source;
    case 'challenge.open':
      return entry.challenge.kind === 'round'
        ? `Round ${entry.number} opens: gc.collect(${entry.challenge.generation})`
        : `${entry.challenge.kind === 'task' ? 'Task' : 'Question'} ${entry.number} opens`;
    case 'challenge.answer':
      return `${name(entry.actor)} answers`;
    case 'challenge.reveal':
      return entry.source === null
        ? `Challenge ${entry.number} is revealed`
        : `Round ${entry.number}: the collector runs`;
    case 'challenge.begin':
      return `Challenge ${entry.number} begins`;
    case 'challenge.show':
      return entry.shown === null
        ? `Task ${entry.number}: no solution is shown any more`
        : entry.shown.member === null || !entry.shown.named
          ? `Task ${entry.number}: a solution is shown to all`
          : `Task ${entry.number}: the solution of ${name(entry.shown.member)} is shown to all`;
    case 'challenge.close':
      return `Challenge ${entry.number} takes no more answers`;
    case 'challenge.again':
      return `Challenge ${entry.number}: second vote`;
    case 'challenge.pause':
      return `Challenge ${entry.number}: the clock stands still`;
    case 'challenge.resume':
      return `Challenge ${entry.number}: the clock goes on`;
    case 'arrange':
      return `The teacher arranges something for ${name(entry.member)}`;
    case 'teams':
      return `Teams for ${entry.teams.length} students`;
    case 'challenge.cancel':
      return `Challenge ${entry.number} is cancelled`;
    case 'settings': {
      const { frozen, pens, locked, collectorOpen, leaderboard, streaks } = entry.settings;
      const parts = [
        frozen === undefined ? null : frozen ? 'the heap is frozen' : 'the heap is open again',
        pens === undefined
          ? null
          : `the pen is with ${pens.length === 0 ? 'nobody' : pens.map(name).join(', ')}`,
        locked === undefined ? null : locked ? 'the room is locked' : 'the room is open again',
        collectorOpen === undefined
          ? null
          : collectorOpen
            ? 'the collector is open to all'
            : 'the collector is the teacher’s again',
        leaderboard === undefined
          ? null
          : leaderboard
            ? 'everybody sees all scores'
            : 'everybody sees their own score only',
        streaks === undefined ? null : streaks ? 'streaks are shown' : 'streaks are not shown any more',
      ].filter((part) => part !== null);
      const text = parts.join(', ');
      return text === '' ? 'Settings' : text.charAt(0).toUpperCase() + text.slice(1);
    }
    case 'remove':
      return `${name(entry.member)} is removed`;
    case 'scenario':
      return entry.place === null
        ? 'The scenario is over'
        : `${scenarioOf(entry.place.id)?.title ?? 'Scenario'}: step ${entry.place.step}`;
    case 'rewind':
      return entry.to === 1 ? 'The heap is cleared' : `The heap goes back to entry ${entry.to}`;
    case 'end':
      return 'The lesson ends';
  }
}

export const MOMENTS = ['round', 'question', 'collection', 'error', 'join'] as const;
export type Moment = (typeof MOMENTS)[number];

/** Whether an entry is worth a sign on the time line. */
export function momentOf(entry: Entry, state: ClassState): Moment | null {
  if (entry.kind === 'join') return 'join';
  if (entry.kind === 'run') return typeof entry.outcome?.raised === 'string' ? 'error' : null;
  if (entry.kind !== 'challenge.open' && entry.kind !== 'challenge.reveal') return null;
  const challenge = state.challenges.find((one) => one.number === entry.number);
  const kind = challenge?.challenge.kind;
  return kind === undefined ? null : kind === 'round' ? 'round' : 'question';
}
