/** The heap as the rest of the product sees it. */

export { Machine } from './machine/machine.ts';
export type { Limits, MachineOptions } from './machine/options.ts';
export { engineVersion } from './machine/version.ts';
export type {
  CollectionView,
  CollectorView,
  GenerationNumber,
  HeapView,
  Limit,
  MemoryView,
  NamespaceView,
  NameView,
  ObjectView,
  RaisedView,
  Serial,
  SlotView,
  Step,
} from './machine/views.ts';
export type { CollectorObserver } from './objects/collectorObserver.ts';
export { parseInput, splitInputs } from './python/inputs.ts';
