/** How a page stands towards its class, in the words that screens use. */
import type { Command } from '../../classroom/protocol/command.ts';
import type { Focus, Judging, PlayerPosition, Presence, Roster } from '../../classroom/protocol/messages.ts';
import type { Refusal, RefusalCode } from '../../classroom/protocol/refusal.ts';
import type { ClassState, MemberState } from '../../classroom/protocol/state.ts';
import type { HeapView, Machine, Step } from '../../heap/index.ts';
import type { HistoryPoint } from '../time/past.ts';

export type Connection =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  /** `since` in milliseconds since 1970; `restarting` when the server had said that it would be away. */
  | { readonly kind: 'reconnecting'; readonly since: number; readonly restarting: boolean }
  | { readonly kind: 'ended' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Sent or waiting to be sent, and not yet in the log. */
export interface PendingCommand {
  readonly id: string;
  readonly command: Command;
  /** Milliseconds since 1970 when it was given. */
  readonly since: number;
}

/** A command before it has an id. */
export type CommandBody = Command extends infer C ? (C extends Command ? Omit<C, 'id'> : never) : never;

/** One immutable moment of a live class; a new object whenever something in it changed. */
export interface LiveView {
  readonly connection: Connection;
  /** Null for viewers, and until the first answer of the server. */
  readonly me: MemberState | null;
  readonly state: ClassState | null;
  readonly heap: HeapView | null;
  /** The machine that `heap` was read from; null as long as that is. */
  readonly machine: Machine | null;
  /** After each statement since this page came in. */
  readonly history: readonly HistoryPoint[];
  /** Of the shared heap after the newest entry. */
  readonly digest: string | null;
  /** What the newest entry that ran something did. */
  readonly step: Step | null;
  readonly pending: readonly PendingCommand[];
  readonly roster: Roster;
  readonly presence: ReadonlyMap<string, Presence>;
  /** Where the class's player stands; null when it is closed. */
  readonly player: PlayerPosition | null;
  /** What projectors follow; null where they are left to themselves. Not told to students. */
  readonly focus: Focus | null;
  /** How far the answers to a task are marked, while they are. */
  readonly judging: Judging | null;
  /** The server's clock minus ours, milliseconds. */
  readonly clock: number;
}

export const NOTHING: LiveView = {
  connection: { kind: 'connecting' },
  me: null,
  state: null,
  heap: null,
  machine: null,
  history: [],
  digest: null,
  step: null,
  pending: [],
  roster: { connected: [], viewers: 0 },
  presence: new Map(),
  player: null,
  focus: null,
  judging: null,
  clock: 0,
};

/** The server gives no past to a page. */
export class PastRefused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** Refusals that pass by themselves: the same request may be made again a little later. */
const PASSING: ReadonlySet<RefusalCode> = new Set(['restarting', 'tooFast', 'engineFault', 'notSaved']);

export function passes(refusal: Refusal): boolean {
  return PASSING.has(refusal.code);
}
