'use client';

import { useState } from 'react';
import type { HeapView } from '../../heap/index.ts';
import { useWords } from '../language/words.ts';
import { news } from './news.ts';

/** Says what each statement did to the heap, to whoever does not see it happen. */
export function HeapNews({ view }: { readonly view: HeapView }) {
  const { heap } = useWords('heap');
  const [told, setTold] = useState({ view, text: '' });
  if (told.view !== view) setTold({ view, text: news(told.view, view, heap) });
  return (
    <p role="status" className="sr-only" data-testid="heap-news">
      {told.text}
    </p>
  );
}
