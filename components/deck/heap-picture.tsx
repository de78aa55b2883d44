'use client';

import { useEffect, useMemo, useState } from 'react';
import { pointable, withoutLasting } from '../../classroom/deck/pointable.ts';
import { OWN_MODULE, pictureHeap } from '../../classroom/deck/run.ts';
import type { HeapView } from '../../heap/index.ts';
import { useScheme } from '../design/theme.tsx';
import { readColours } from '../heap/colours.ts';
import { firstDrawing } from '../heap/drawing.ts';
import { ownerLooks } from '../heap/owners.ts';
import { DEFAULT_PICTURE } from '../heap/picture.ts';
import { type Sketch, sketch } from '../heap/svg.ts';
import { useWords } from '../language/words.ts';
import { pictureWords } from './picture-words.ts';

/** Narrow enough for a phone: names, and what they lead to. */
const SHAPE = { columns: 2, height: 420 };
/** Smaller than so many times its size its words cannot be read; rather it is scrolled. */
const LEAST = 0.56;

export interface PictureHeap {
  readonly heap: HeapView;
  /** Its objects as they are offered for an answer. */
  readonly toPoint: HeapView;
}

/** The heap that a question's program builds, run on the simulated machine; null where it does not run. */
export function usePictureHeap(program: string | undefined): PictureHeap | null {
  return useMemo(() => {
    const heap = program === undefined || program.trim() === '' ? null : pictureHeap(program);
    return heap === null ? null : { heap, toPoint: pointable(heap) };
  }, [program]);
}

/** A small heap, drawn as on the graph. What it shows is said to screen readers as well. */
export function HeapPicture({ heap }: { readonly heap: HeapView }) {
  const spoken = useWords('deck', 'graph', 'heap', 'numbers');
  const words = spoken.deck.picture;
  const scheme = useScheme();
  const [drawn, setDrawn] = useState<Sketch | null>(null);
  // Colours are those of the page, which only the browser knows.
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew when the colours of the page change
  useEffect(() => {
    const drawing = firstDrawing(withoutLasting(heap), DEFAULT_PICTURE, SHAPE);
    setDrawn(
      sketch(drawing, ownerLooks([OWN_MODULE], OWN_MODULE), readColours(document.documentElement), spoken),
    );
  }, [heap, scheme, spoken]);
  return (
    <section
      aria-label={words.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: where it is wider than the screen, keys have to scroll it
      tabIndex={0}
      className="overflow-x-auto rounded-lg border border-line bg-canvas"
    >
      {drawn === null ? (
        <div className="h-40" />
      ) : (
        // biome-ignore lint/performance/noImgElement: made in the browser; there is nothing to optimise
        <img
          src={`data:image/svg+xml;utf8,${encodeURIComponent(drawn.svg)}`}
          width={drawn.width}
          height={drawn.height}
          alt={pictureWords(heap, words)}
          style={{ minWidth: Math.round(LEAST * drawn.width) }}
          className="mx-auto h-auto w-auto max-w-full"
        />
      )}
    </section>
  );
}
