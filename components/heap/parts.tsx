'use client';

/** The views of a heap that are not on the first screen: each is loaded when it is opened. */
import { later } from '../design/later.tsx';

export const HeapTable = later(['heap'], () => import('./table.tsx').then((module) => module.HeapTable));
export const HeapTree = later(['heap'], () => import('./tree.tsx').then((module) => module.HeapTree));
export const ObjectInspector = later(['heap', 'inspector'], () =>
  import('./inspector.tsx').then((module) => module.ObjectInspector),
);
export const CollectorLanes = later(['collector', 'heap'], () =>
  import('./collector.tsx').then((module) => module.CollectorLanes),
);
export const MemoryPane = later(['heap', 'memory'], () =>
  import('../memory/memory-pane.tsx').then((module) => module.MemoryPane),
);
export const TimePane = later(['heap'], () =>
  import('../time/time-pane.tsx').then((module) => module.TimePane),
);

const nothing = () => null;
export const CardMenuAt = later(
  ['heap'],
  () => import('./card-menu.tsx').then((module) => module.CardMenuAt),
  nothing,
);
export const PointPanel = later(
  ['heap'],
  () => import('./point-panel.tsx').then((module) => module.PointPanel),
  nothing,
);
