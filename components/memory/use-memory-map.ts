'use client';

import { useMemo, useState } from 'react';
import {
  GRANULE_BYTES,
  type HeapView,
  type LargeBlock,
  largeBlocks,
  type Machine,
  MemoryMap,
  placedBlocks,
  type Serial,
} from '../../heap/index.ts';
import type { Stretch } from './arena-map.tsx';

export interface MapNow {
  readonly map: MemoryMap;
  /** A new object after each update. */
  readonly version: object;
  readonly large: readonly LargeBlock[];
}

/** The memory behind a view; read anew whenever the view is another one. */
export function useMemoryMap(machine: Machine, view: HeapView): MapNow {
  const [map] = useState(() => new MemoryMap());
  return useMemo(() => {
    map.update(machine);
    return { map, version: { of: view }, large: largeBlocks(machine) };
  }, [map, machine, view]);
}

/** Where the blocks of the selected object lie in the pools. */
export function useSelectedBlocks(
  { map, version }: MapNow,
  machine: Machine,
  view: HeapView,
  selected: Serial | null,
): readonly Stretch[] {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the map is the same object; the version says that it changed
  return useMemo(() => {
    const object =
      selected === null
        ? undefined
        : (view.objects.find(({ serial }) => serial === selected) ??
          machine.inspect({ internals: true }).objects.find(({ serial }) => serial === selected));
    if (object === undefined) return [];
    return (placedBlocks(machine, object.serial, object.address) ?? []).flatMap((block): Stretch[] => {
      const place = map.locate(block.address);
      if (place === null) return [];
      return [{ pool: place.pool, first: place.granule, length: block.room / GRANULE_BYTES }];
    });
  }, [map, version, machine, view, selected]);
}
