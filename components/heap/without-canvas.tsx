'use client';

import { classes } from '../design/classes.ts';
import { Notice } from '../design/notice.tsx';
import { useWords } from '../language/words.ts';
import type { HeapGraphProps } from './graph.tsx';
import { HeapTable } from './parts.tsx';

/** What stands in place of the graph where nothing can be drawn: the same objects, as text. */
export function WithoutCanvas({
  view,
  me = null,
  selected,
  onSelect,
  onRun,
  marks,
  className,
}: HeapGraphProps) {
  const { noCanvas } = useWords('heap').heap;
  return (
    <div className={classes('min-h-0 overflow-auto', className)}>
      <Notice tone="warning" className="m-3" title={noCanvas.title}>
        {noCanvas.text}
      </Notice>
      <HeapTable
        view={view}
        me={me}
        selected={selected}
        onSelect={onSelect}
        onRun={onRun}
        {...(marks === undefined ? {} : { marks })}
      />
    </div>
  );
}
