/** The heap as the rest of the product sees it. */
export {
  type HolderView,
  holderOf,
  type LargeBlock,
  largeBlocks,
  objectOfStart,
  type PlacedBlock,
  placedBlocks,
} from './machine/blockView.ts';
export {
  type BlockLayout,
  type ByteRole,
  byteLayout,
  type Contents,
  type FieldView,
  type Unnamed,
} from './machine/byteLayout.ts';
export { type Holding, holdersOf } from './machine/countHolders.ts';
export { type CountCause, type CountChange, type CountLine, CountWatch } from './machine/countWatch.ts';
export { type Figures, figuresOf } from './machine/figures.ts';
export { filmCollections } from './machine/film.ts';
export {
  type CollectionFilm,
  type Examined,
  type Fact,
  type FilmStep,
  type OwnLabel,
  PHASES,
  type Phase,
  type Standing,
} from './machine/filmed.ts';
export type { Label } from './machine/label.ts';
export { type Lifeline, type Link, lifelineOf } from './machine/lifeline.ts';
export { Machine } from './machine/machine.ts';
export { type Measured, measure } from './machine/measure.ts';
export {
  ARENA_POOLS,
  type ArenaBytes,
  GRANULE,
  GRANULE_BYTES,
  HEADER_GRANULES,
  MemoryMap,
  NO_SIZE_CLASS,
  POOL,
  POOL_GRANULES,
  STARTS,
} from './machine/memoryMap.ts';
export type { Moment } from './machine/moment.ts';
export type { MachineOptions } from './machine/options.ts';
export { type Difference, Reel, ReelMaker } from './machine/reel.ts';
export { engineVersion } from './machine/version.ts';
export type {
  CollectorView,
  GenerationNumber,
  HeapView,
  MemoryView,
  NamespaceView,
  ObjectView,
  Serial,
  Step,
} from './machine/views.ts';
export type { CollectionWatch } from './objects/collectorObserver.ts';
export { parseInput, splitInputs } from './python/inputs.ts';
