'use client';

import { classes } from '../design/classes.ts';
import { Notice } from '../design/notice.tsx';
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
  return (
    <div className={classes('min-h-0 overflow-auto', className)}>
      <Notice tone="warning" className="m-3" title="This browser draws no pictures">
        It gives the page no canvas, so there are no cards and arrows. The table has the same objects, and
        everything else works.
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
