/** The class's transcript as lines to draw, and what the prompt completes. */
import type { ClassState, TranscriptLine as Logged, MemberState } from '../../classroom/protocol/state.ts';
import type { HeapView } from '../../heap/index.ts';
import { type RefusalWords, refusalWords } from '../language/refusal.ts';
import type { Words } from '../language/words.ts';
import { onceEach } from '../transcript/onceEach.ts';
import type { TranscriptLine } from '../transcript/transcript.tsx';
import type { PendingCommand } from './connection.ts';
import type { RefusedStatement } from './use-console.ts';

/** What a statement did to the heap, as a note: empty where there is nothing to say. */
function note(
  { died, collections }: Pick<Logged, 'died' | 'collections'>,
  { note: words }: Words['liveClass'],
): string {
  const parts = collections.map(({ generation, automatic, collected }) =>
    automatic ? words.automatic(generation, collected) : words.collected(generation, collected),
  );
  if (died > 0) parts.push(words.freed(died));
  return onceEach(parts).join(', ');
}

function rewound(to: number, { note: words }: Words['liveClass']): string {
  return to === 1 ? words.cleared : words.rewound(to);
}

type Named = Pick<MemberState, 'id' | 'handle' | 'nickname'>;

/** Lines that were made before, so that a screen can tell by identity what to draw again. */
interface Made {
  readonly author: Named | undefined;
  readonly words: Words['liveClass'];
  readonly line: TranscriptLine;
}
const made = new WeakMap<Logged, Made>();

export function loggedLine(
  logged: Logged,
  members: readonly Named[],
  { liveClass: words }: Pick<Words, 'liveClass'>,
): TranscriptLine {
  const author = members.find((member) => member.id === logged.actor);
  const before = made.get(logged);
  const same = before?.author?.nickname === author?.nickname && before?.author?.handle === author?.handle;
  if (before !== undefined && same && before.words === words) return before.line;
  const line = newLine(logged, author, words);
  made.set(logged, { author, words, line });
  return line;
}

function newLine(line: Logged, author: Named | undefined, words: Words['liveClass']): TranscriptLine {
  const about = line.rewoundTo === null ? note(line, words) : rewound(line.rewoundTo, words);
  return {
    id: line.seq,
    author: author?.nickname ?? 'Heaproom',
    handle: author?.handle ?? '',
    source: line.source,
    output: line.output,
    error: line.raised,
    state: 'done',
    ...(about === '' ? {} : { note: about }),
    collections: line.collections.map(({ automatic, generation }, index) => ({
      index,
      automatic,
      generation,
    })),
  };
}

export function consoleLines(
  state: ClassState,
  me: MemberState,
  pending: readonly PendingCommand[],
  refused: RefusedStatement | null,
  words: Pick<Words, 'liveClass'> & RefusalWords,
): TranscriptLine[] {
  const mine = { author: me.nickname, handle: me.handle, output: '', error: null };
  const waiting = pending.flatMap(({ id, command }): TranscriptLine[] =>
    command.kind === 'run' ? [{ ...mine, id, source: command.source, state: 'pending' }] : [],
  );
  const kept: TranscriptLine[] =
    refused === null
      ? []
      : [
          {
            ...mine,
            id: 'refused',
            source: refused.source,
            state: 'refused',
            note: refusalWords(words, refused.refusal),
          },
        ];
  return [...state.transcript.map((line) => loggedLine(line, state.members, words)), ...kept, ...waiting];
}

/** My names first, then the others' through their modules. */
export function reachableNames(heap: HeapView, me: string): string[] {
  const modules = heap.namespaces.filter((namespace) => namespace.kind === 'module');
  const own = modules.filter((namespace) => namespace.module === me);
  const others = modules.filter((namespace) => namespace.module !== me);
  return [
    ...own.flatMap((namespace) => namespace.names.map(({ name }) => name)),
    ...others.flatMap((namespace) => namespace.names.map(({ name }) => `${namespace.title}.${name}`)),
  ];
}

/** What one member has run, oldest first. */
export function ownHistory(state: ClassState, me: string): string[] {
  return state.transcript
    .filter((line) => line.actor === me && line.source !== '')
    .map((line) => line.source);
}
