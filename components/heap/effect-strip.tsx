'use client';

import { X } from 'lucide-react';
import type { HeapView, Serial } from '../../heap/index.ts';
import { IconButton } from '../design/button.tsx';
import { Python } from '../design/code.tsx';
import { Spinner } from '../design/spinner.tsx';
import { useWords, type Words } from '../language/words.ts';
import { effectWords } from '../time/effect.ts';
import { deedLine } from '../time/time-words.ts';
import type { EffectShown } from '../time/use-effect-shown.ts';
import type { Mark } from './marks.ts';

/** Words on what an entry made and changed. */
export function effectMarks(shown: EffectShown | null, words: Words['heap']): ReadonlyMap<Serial, Mark> {
  if (shown?.kind !== 'told') return new Map();
  const { made, changed } = shown.effect;
  return new Map([
    ...made.map((serial): [Serial, Mark] => [serial, { text: words.made, tone: 'newborn' }]),
    ...changed.map((serial): [Serial, Mark] => [serial, { text: words.changed, tone: 'accent' }]),
  ]);
}

/** The first object of it that is still there: it comes into sight. */
export function effectFocus(shown: EffectShown | null, view: HeapView): Serial | null {
  if (shown?.kind !== 'told') return null;
  const alive = new Set(view.objects.map(({ serial }) => serial));
  return [...shown.effect.made, ...shown.effect.changed].find((serial) => alive.has(serial)) ?? null;
}

/** Says over the heap whose entry is looked at and what it did; closed, the heap is as before. */
export function EffectStrip({
  shown,
  view,
  onClose,
}: {
  readonly shown: EffectShown;
  readonly view: HeapView;
  readonly onClose: () => void;
}) {
  const { heap, time } = useWords('heap', 'time');
  return (
    <div className="flex shrink-0 items-center gap-3 bg-accent-soft px-4 py-1 text-sm text-accent-ink">
      <p role="status" className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3 py-1">
        {shown.kind === 'running' ? (
          <span className="inline-flex items-center gap-2">
            <Spinner /> {heap.effect.running(shown.id)}
          </span>
        ) : shown.kind === 'failed' ? (
          shown.why
        ) : (
          <>
            <span className="inline-flex max-w-full min-w-0 gap-2">
              <span className="shrink-0">{heap.effect.entry(shown.id, shown.effect.author)}</span>
              <span className="min-w-0 truncate">
                {shown.effect.removed === undefined ? (
                  <Python source={deedLine(shown.effect, time)} />
                ) : (
                  deedLine(shown.effect, time)
                )}
              </span>
            </span>
            <span>{effectWords(shown.effect, view, time)}</span>
          </>
        )}
      </p>
      <IconButton size="sm" icon={X} label={heap.effect.close} onClick={onClose} />
    </div>
  );
}
