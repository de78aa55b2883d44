'use client';

import { useMemo, useState } from 'react';
import type { HeapView, Serial } from '../../heap/index.ts';
import { effectFocus, effectMarks } from '../heap/effect-strip.tsx';
import type { Mark } from '../heap/marks.ts';
import { type GraphOverlay, NO_OVERLAY } from '../heap/overlay.ts';
import { useWords } from '../language/words.ts';
import type { HeapSource } from '../time/heap-source.ts';
import { type EffectShown, useEffectShown } from '../time/use-effect-shown.ts';
import type { TranscriptLine } from '../transcript/transcript.tsx';

/** What a line of the transcript did, over the heap as it is now. */
export interface EntryEffect {
  /** Null while no line is looked at. */
  readonly shown: EffectShown | null;
  readonly marks: ReadonlyMap<Serial, Mark> | undefined;
  readonly overlay: GraphOverlay;
  readonly show: (line: TranscriptLine['id']) => void;
  readonly close: () => void;
}

/** A line that was taken back has done nothing: its effect goes with it. */
export function useEntryEffect(
  lines: readonly TranscriptLine[],
  view: HeapView,
  openPast: HeapSource['openPast'],
): EntryEffect {
  const { heap: words } = useWords('heap');
  const told = useEffectShown(openPast);
  const [line, setLine] = useState<TranscriptLine | null>(null);
  const shown = line !== null && lines.includes(line) ? told.shown : null;
  const marks = useMemo(() => (shown === null ? undefined : effectMarks(shown, words)), [shown, words]);
  const focus = effectFocus(shown, view);
  const overlay = useMemo(() => (focus === null ? NO_OVERLAY : { focus }), [focus]);
  return {
    shown,
    marks,
    overlay,
    show: (id) => {
      setLine(lines.find((one) => one.id === id) ?? null);
      told.show(Number(id));
    },
    close: told.close,
  };
}
