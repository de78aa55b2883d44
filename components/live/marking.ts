/** Objects of the heap that are chosen one by one, in whatever form the heap is shown: a prediction, an answer, a key. */
import type { HeapView, ObjectView, Serial } from '../../heap/index.ts';
import type { Mark } from '../heap/marks.ts';

export interface Marking {
  readonly marks: ReadonlyMap<Serial, Mark>;
  /** What choosing an object does, and how far one is, in a sentence. */
  readonly says: string;
  readonly can: (object: ObjectView) => boolean;
  readonly toggle: (serial: Serial) => void;
  /** Where choosing may mean several things: which of them it means now. */
  readonly modes?: {
    readonly label: string;
    readonly value: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
    readonly onChange: (value: string) => void;
  };
  readonly actions?: readonly { readonly label: string; readonly onSelect: () => void }[];
}

/** What can be pointed at: everything of the program that has a card. */
export function pointable(object: ObjectView): boolean {
  return !object.builtin && !object.internal;
}

/** The same marks for all. */
export function marked(serials: Iterable<Serial>, mark: Mark): Map<Serial, Mark> {
  return new Map([...serials].map((serial): [Serial, Mark] => [serial, mark]));
}

/** Objects in the order in which they are listed, with the names that lead to them; `query` is found in either. */
export function listedObjects(
  heap: HeapView,
  names: ReadonlyMap<Serial, readonly string[]>,
  query: string,
): { readonly object: ObjectView; readonly names: string }[] {
  const wanted = query.trim().toLowerCase();
  const all = heap.objects
    .filter(pointable)
    .map((object) => ({ object, names: (names.get(object.serial) ?? []).join(', ') }));
  const found = all.filter(({ object, names: called }) =>
    [object.type, object.repr, called].some((text) => text.toLowerCase().includes(wanted)),
  );
  // What has a name is what a question is about most of the time.
  return [...found.filter((each) => each.names !== ''), ...found.filter((each) => each.names === '')];
}
