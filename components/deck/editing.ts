/** A deck while it is being edited: items with keys that last, what is chosen, and every step back. */
import { DECK, type Deck, type DeckItem, deckVersion } from '../../classroom/protocol/deck.ts';

export interface Slot {
  /** Of this editor, not of the file. */
  readonly key: string;
  readonly item: DeckItem;
}

interface Sheet {
  readonly title: string;
  readonly slots: readonly Slot[];
}

export interface Editing extends Sheet {
  readonly past: readonly Sheet[];
  readonly future: readonly Sheet[];
  readonly chosen: string | null;
  /** What the last step changed: another change of the same is part of that step. */
  readonly last: string | null;
}

export type Edit =
  | { readonly kind: 'title'; readonly title: string }
  | { readonly kind: 'change'; readonly key: string; readonly item: DeckItem }
  /** Behind the chosen one, or at the end. */
  | { readonly kind: 'add'; readonly slots: readonly Slot[] }
  | { readonly kind: 'duplicate'; readonly key: string; readonly copy: string }
  | { readonly kind: 'move'; readonly key: string; readonly to: number }
  | { readonly kind: 'remove'; readonly key: string }
  | { readonly kind: 'choose'; readonly key: string }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

/** Steps that can be taken back. */
const KEPT = 200;

export function beginEditing(title: string, slots: readonly Slot[]): Editing {
  return { title, slots, past: [], future: [], chosen: slots[0]?.key ?? null, last: null };
}

/** The deck as it would be saved. Without a title it keeps `title`, since a deck needs one. */
export function deckOf(state: Sheet, title: string): Deck {
  return {
    heaproom: 'deck',
    version: deckVersion,
    title: state.title.trim() === '' ? title : state.title.trim(),
    items: state.slots.map(({ item }) => item),
  };
}

export function edited(state: Editing, edit: Edit): Editing {
  const at = 'key' in edit ? state.slots.findIndex(({ key }) => key === edit.key) : -1;
  const { slots } = state;
  switch (edit.kind) {
    case 'title':
      return step(state, { title: edit.title, slots }, 'title');
    case 'change':
      return at < 0
        ? state
        : step(
            state,
            { ...state, slots: slots.with(at, { key: edit.key, item: edit.item }) },
            `change ${edit.key}`,
          );
    case 'add': {
      const room = edit.slots.slice(0, DECK.items - slots.length);
      const first = room[0];
      if (first === undefined) return state;
      const chosen = slots.findIndex(({ key }) => key === state.chosen);
      const place = chosen < 0 ? slots.length : chosen + 1;
      return {
        ...step(state, { ...state, slots: slots.toSpliced(place, 0, ...room) }, null),
        chosen: first.key,
      };
    }
    case 'duplicate': {
      const slot = slots[at];
      if (slot === undefined || slots.length >= DECK.items) return state;
      const copy = { key: edit.copy, item: slot.item };
      return {
        ...step(state, { ...state, slots: slots.toSpliced(at + 1, 0, copy) }, null),
        chosen: edit.copy,
      };
    }
    case 'move': {
      const slot = slots[at];
      const to = Math.max(0, Math.min(edit.to, slots.length - 1));
      if (slot === undefined || to === at) return state;
      return step(state, { ...state, slots: slots.toSpliced(at, 1).toSpliced(to, 0, slot) }, null);
    }
    case 'remove': {
      if (at < 0) return state;
      const left = slots.toSpliced(at, 1);
      const next = left[Math.min(at, left.length - 1)]?.key ?? null;
      return {
        ...step(state, { ...state, slots: left }, null),
        chosen: state.chosen === edit.key ? next : state.chosen,
      };
    }
    case 'choose':
      return { ...state, chosen: edit.key, last: null };
    case 'undo': {
      const before = state.past.at(-1);
      if (before === undefined) return state;
      return shown(state, before, state.past.slice(0, -1), [sheetOf(state), ...state.future]);
    }
    case 'redo': {
      const [after, ...rest] = state.future;
      return after === undefined ? state : shown(state, after, [...state.past, sheetOf(state)], rest);
    }
  }
}

function sheetOf({ title, slots }: Sheet): Sheet {
  return { title, slots };
}

function step(state: Editing, { title, slots }: Sheet, mark: string | null): Editing {
  const same = mark !== null && mark === state.last;
  const past = same ? state.past : [...state.past.slice(1 - KEPT), sheetOf(state)];
  return { ...state, title, slots, past, future: [], last: mark };
}

/** After a step back or forth the item that came or changed is chosen. */
function shown(state: Editing, sheet: Sheet, past: readonly Sheet[], future: readonly Sheet[]): Editing {
  const old = new Map(state.slots.map((slot) => [slot.key, slot.item]));
  const changed = sheet.slots.find(({ key, item }) => old.get(key) !== item)?.key;
  const kept = sheet.slots.some(({ key }) => key === state.chosen) ? state.chosen : null;
  return {
    ...sheetOf(sheet),
    past,
    future,
    chosen: changed ?? kept ?? sheet.slots[0]?.key ?? null,
    last: null,
  };
}
