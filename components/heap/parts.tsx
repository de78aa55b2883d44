'use client';

/** The views of a heap that are not on the first screen: each is loaded when it is opened. */
import { later } from '../design/later.tsx';

export const HeapTable = later(() => import('./table.tsx').then((module) => module.HeapTable));
export const HeapTree = later(() => import('./tree.tsx').then((module) => module.HeapTree));
export const ObjectInspector = later(() =>
  import('./inspector.tsx').then((module) => module.ObjectInspector),
);
export const CollectorLanes = later(() => import('./collector.tsx').then((module) => module.CollectorLanes));
export const MemoryPane = later(() =>
  import('../memory/memory-pane.tsx').then((module) => module.MemoryPane),
);
export const TimePane = later(() => import('../time/time-pane.tsx').then((module) => module.TimePane));

const nothing = () => null;
export const CardMenuAt = later(() => import('./card-menu.tsx').then((module) => module.CardMenuAt), nothing);
export const PointPanel = later(
  () => import('./point-panel.tsx').then((module) => module.PointPanel),
  nothing,
);
