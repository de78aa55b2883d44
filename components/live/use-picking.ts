'use client';

import { useState } from 'react';
import type { HeapView, Serial } from '../../heap/index.ts';
import type { Mark } from '../heap/marks.ts';
import type { Words } from '../language/words.ts';
import { type Marking, marked, pointable } from './marking.ts';

/** The objects that are right in a question that is being written, chosen in a list or in the pictures of the heap. */
export interface Picking {
  /** The pictures take the choice at the moment; the question waits. */
  readonly on: boolean;
  readonly objects: readonly Serial[];
  readonly toggle: (serial: Serial) => void;
  readonly begin: () => void;
  readonly end: () => void;
  readonly clear: () => void;
}

export function usePicking(onBegin: () => void): Picking {
  const [on, setOn] = useState(false);
  const [objects, setObjects] = useState<readonly Serial[]>([]);
  return {
    on,
    objects,
    toggle: (serial) =>
      setObjects((old) => (old.includes(serial) ? old.filter((one) => one !== serial) : [...old, serial])),
    begin: () => {
      setOn(true);
      onBegin();
    },
    end: () => setOn(false),
    clear: () => {
      setOn(false);
      setObjects([]);
    },
  };
}

/** What died meanwhile is no answer any more. */
export function living(objects: readonly Serial[], heap: HeapView): Serial[] {
  const there = new Set(heap.objects.map(({ serial }) => serial));
  return objects.filter((serial) => there.has(serial));
}

export function pickingMarks(
  { objects, toggle, end }: Picking,
  { liveClass: { picking } }: Pick<Words, 'liveClass'>,
): Marking {
  const right: Mark = { text: picking.mark, tone: 'newborn' };
  return {
    marks: marked(objects, right),
    says: picking.choosing(objects.length),
    can: pointable,
    toggle,
    actions: [{ label: picking.back, onSelect: end }],
  };
}
