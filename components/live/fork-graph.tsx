'use client';

import { useState } from 'react';
import type { HeapView, Serial } from '../../heap/index.ts';
import { NO_FILTER } from '../heap/filter.ts';
import { HeapGraph } from '../heap/graph.tsx';
import { GraphMemory } from '../heap/graph-memory.ts';
import { DEFAULT_PICTURE } from '../heap/picture.ts';

/** A fork as a graph, at first only what is its owner's: a whole class's heap is in every fork. */
export function ForkGraph({ heap, handle }: { readonly heap: HeapView; readonly handle: string }) {
  const [selected, setSelected] = useState<Serial | null>(null);
  const [memory] = useState(() => {
    const own = new GraphMemory();
    own.options = { ...DEFAULT_PICTURE, filter: { ...NO_FILTER, module: handle } };
    return own;
  });
  return (
    <HeapGraph
      view={heap}
      me={handle}
      selected={selected}
      onSelect={setSelected}
      memory={memory}
      legend={false}
      className="h-full"
    />
  );
}
