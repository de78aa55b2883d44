'use client';

import { MousePointerClick } from 'lucide-react';
import type { HeapView } from '../../heap/index.ts';
import { Button } from '../design/button.tsx';
import { useWords } from '../language/words.ts';
import { ObjectChoice } from './object-choice.tsx';
import type { Picking } from './use-picking.ts';

/** Which objects are right: ticked in a list, or pointed at in the pictures of the heap. */
export function ObjectFields({ picking, heap }: { readonly picking: Picking; readonly heap: HeapView }) {
  const { point } = useWords('liveAsk').liveAsk;
  return (
    <div className="flex flex-col gap-3">
      <ObjectChoice
        label={point.right}
        heap={heap}
        chosen={picking.objects}
        onToggle={picking.toggle}
        several
      />
      <div>
        <Button size="sm" icon={MousePointerClick} onClick={picking.begin}>
          {point.inGraph}
        </Button>
      </div>
    </div>
  );
}
