/**
 * A past lesson from its stored log, without running Python again: members, challenges and scores follow from the
 * entries by the classroom's own rules, and what statements printed is stored in them. So a review never depends on
 * an engine version.
 */
import * as z from 'zod/mini';
import { advance, initialState } from '../../classroom/advance.ts';
import { type Entry, entrySchema } from '../../classroom/protocol/entry.ts';
import { type ClassState, stateSchema } from '../../classroom/protocol/state.ts';
import type { Words } from '../language/words.ts';
import { type Answered, request } from '../live/request.ts';
import type { ScenarioTitles } from '../scenario/use-titles.ts';
import type { TranscriptLine } from '../transcript/transcript.tsx';
import { type LogPart, logAddress } from './first-part.ts';
import { heapShape } from './heap-shape.ts';

const logShape = z.object({
  session: z.object({
    id: z.string(),
    classroom: z.string(),
    startedAt: z.number(),
    endedAt: z.nullable(z.number()),
    anonymised: z.boolean(),
  }),
  /** False where another engine made the log. */
  replayable: z.boolean(),
  /** Null for the teacher. */
  me: z.nullable(z.string()),
  /** How many entries there are in all. */
  length: z.number(),
  entries: z.array(entrySchema),
  /** The heap after the first entry, where it was asked for and this engine can say. */
  picture: z.exactOptional(z.nullable(heapShape)),
});
export type LessonLog = z.infer<typeof logShape>;

/** The log, as far as whoever asks may see it; all of it, or a part. */
export function askLog(session: string, part: LogPart = {}): Promise<Answered<LessonLog>> {
  return request('GET', logAddress(session, part), logShape);
}

const keyframeShape = z.object({
  keyframe: z.nullable(z.object({ state: stateSchema, machine: z.string() })),
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
export function storedLines(
  entries: readonly Entry[],
  state: ClassState,
  words: Words['replay'],
): TranscriptLine[] {
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
          {
            ...who,
            source: entry.source,
            output,
            error: null,
            state: 'done',
            note: words.roundNote(entry.number),
          },
        ];
      }
      default:
        return [];
    }
  });
}

/**
 * What an entry was, in a few words, for lists and for screen readers; scenarios by these titles, where they are here
 * (components/scenario/use-titles.ts).
 */
export function headline(
  entry: Entry,
  state: ClassState,
  words: Words['replay'],
  titles: ScenarioTitles,
): string {
  const says = words.entry;
  const name = (id: string | null) =>
    state.members.find((member) => member.id === id)?.nickname ?? words.somebody;
  switch (entry.kind) {
    case 'open':
      return says.open;
    case 'join':
      return says.join(entry.member.nickname);
    case 'run':
      return entry.source;
    case 'challenge.open':
      if (entry.challenge.kind === 'round') return says.roundOpens(entry.number, entry.challenge.generation);
      return entry.challenge.kind === 'task'
        ? says.taskOpens(entry.number)
        : says.questionOpens(entry.number);
    case 'challenge.answer':
      return says.answers(name(entry.actor));
    case 'challenge.reveal':
      return entry.source === null ? says.revealed(entry.number) : says.collectorRuns(entry.number);
    case 'challenge.begin':
      return says.begins(entry.number);
    case 'challenge.show':
      if (entry.shown === null) return says.nothingShown(entry.number);
      return entry.shown.member === null || !entry.shown.named
        ? says.shown(entry.number)
        : says.shownOf(entry.number, name(entry.shown.member));
    case 'challenge.close':
      return says.closed(entry.number);
    case 'challenge.again':
      return says.secondVote(entry.number);
    case 'challenge.pause':
      return says.paused(entry.number);
    case 'challenge.resume':
      return says.resumed(entry.number);
    case 'arrange':
      return says.arranged(name(entry.member));
    case 'teams':
      return says.teams(entry.teams.length);
    case 'challenge.cancel':
      return says.cancelled(entry.number);
    case 'settings':
      return settingsWords(entry.settings, name, words);
    case 'remove':
      return says.removed(name(entry.member));
    case 'scenario':
      return entry.place === null
        ? says.scenarioOver
        : says.scenarioStep(titles.get(entry.place.id) ?? null, entry.place.step);
    case 'rewind':
      return entry.to === 1 ? says.cleared : says.rewound(entry.to);
    case 'end':
      return says.end;
  }
}

function settingsWords(
  settings: Extract<Entry, { kind: 'settings' }>['settings'],
  name: (id: string) => string,
  { settings: says, entry }: Words['replay'],
): string {
  const { frozen, pens, locked, collectorOpen, leaderboard, streaks } = settings;
  const parts = [
    frozen === undefined ? null : frozen ? says.frozen : says.open,
    pens === undefined ? null : says.pens(pens.map(name)),
    locked === undefined ? null : locked ? says.locked : says.unlocked,
    collectorOpen === undefined ? null : collectorOpen ? says.collectorOpen : says.collectorClosed,
    leaderboard === undefined ? null : leaderboard ? says.leaderboard : says.noLeaderboard,
    streaks === undefined ? null : streaks ? says.streaks : says.noStreaks,
  ].filter((part) => part !== null);
  const text = parts.join(', ');
  return text === '' ? entry.settings : text.charAt(0).toUpperCase() + text.slice(1);
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
