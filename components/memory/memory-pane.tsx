'use client';

import { LayoutGrid, Table2 } from 'lucide-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { ARENA_POOLS, type HeapView, holderOf, type Machine, POOL, type Serial } from '../../heap/index.ts';
import { Segmented } from '../design/choices.tsx';
import { classes } from '../design/classes.ts';
import { Notice } from '../design/notice.tsx';
import { useScheme } from '../design/theme.tsx';
import { canDraw } from '../heap/can-draw.ts';
import { useWords } from '../language/words.ts';
import { ArenaMap } from './arena-map.tsx';
import { type MapColours, readMapColours } from './colours.ts';
import { MapTable } from './map-table.tsx';
import { blockOfGranule, blockSentence, fragmentation, granuleOfBlock, poolSentence } from './map-words.ts';
import { MemoryFigures } from './memory-figures.tsx';
import { MemoryLegend } from './memory-legend.tsx';
import { OutsideBlocks } from './outside-blocks.tsx';
import type { Colouring } from './paint.ts';
import { PoolLens } from './pool-lens.tsx';
import { useMemoryMap, useSelectedBlocks } from './use-memory-map.ts';
import { useWidth } from './use-width.ts';

export interface MemoryPaneProps {
  readonly machine: Machine;
  /** The machine at this moment: another view means that the memory is read again. */
  readonly view: HeapView;
  readonly me?: string | null;
  readonly modules?: readonly string[] | undefined;
  readonly selected: Serial | null;
  readonly onSelect: (serial: Serial) => void;
  /** A projector has nobody who points at it. */
  readonly controls?: boolean;
  readonly className?: string;
}

const LENS_HEIGHT = 300;
const SIDE_BY_SIDE = 620;

/** pymalloc's memory: what was asked of the system, the arenas with their pools, one pool with its blocks. */
export function MemoryPane({
  machine,
  view,
  me = null,
  modules,
  selected,
  onSelect,
  controls = true,
  className,
}: MemoryPaneProps) {
  const { memory, heap } = useWords('memory', 'heap');
  const now = useMemoryMap(machine, view);
  const { map, version, large } = now;
  const stretches = useSelectedBlocks(now, machine, view, selected);
  const [wanted, setForm] = useState<'map' | 'table'>('map');
  const [drawn] = useState(() => typeof document === 'undefined' || canDraw());
  const [colouring, setColouring] = useState<Colouring>('class');
  const [chosen, setChosen] = useState<{ readonly pool: number; readonly block: number } | null>(null);
  const [hovered, setHovered] = useState<{ readonly pool: number; readonly block: number | null } | null>(
    null,
  );
  const box = useWidth<HTMLDivElement>();
  // Until it is on a screen nobody knows whether that can be drawn on.
  const able = drawn || box.width === 0;
  const form = able ? wanted : 'table';
  const lens = useRef<HTMLDivElement>(null);
  const arenas = useRef<HTMLDivElement>(null);
  const colours = useColours(box.ref.current, map.owners, modules, me);

  // The pool in front: the one chosen, else where the selected object lies, else the one most used.
  const fullest = fullestPool(map);
  const followed = stretches[0]?.pool;
  const [following, setFollowing] = useState<number | undefined>(undefined);
  if (followed !== following) {
    setFollowing(followed);
    if (followed !== undefined && stretches.every(({ pool }) => pool !== chosen?.pool)) setChosen(null);
  }
  const active = Math.min(chosen?.pool ?? followed ?? fullest, Math.max(0, map.arenas * ARENA_POOLS - 1));
  const inPool = stretches.filter(({ pool }) => pool === active);
  const marked = new Set(inPool.flatMap(({ first }) => blockOfGranule(map, active, first) ?? []));
  const activeBlock = chosen?.pool === active ? chosen.block : ([...marked][0] ?? 0);

  const held = useCallback(
    (pool: number, block: number) =>
      holderOf(machine, map, map.addressOf(pool, granuleOfBlock(map, pool, block))),
    [machine, map],
  );
  const choose = (pool: number, block: number) => {
    const found = held(pool, block);
    if (found !== null) onSelect(found.holder.serial);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what blocks hold changes with the version
  const typeOf = useCallback(
    (block: number) => held(active, block)?.holder.type ?? '',
    [held, active, version],
  );
  const focusGrid = (within: HTMLDivElement | null) =>
    within?.querySelector<HTMLElement>('[role=grid]')?.focus();

  const outside = large.reduce((sum, block) => sum + ((block.bytes + 15) & ~15) + 16, 0);
  const sentenceOf = (pool: number, block: number | null): string => {
    const about = poolSentence(map, pool, memory);
    const state = map.poolState[pool];
    if (block === null || (state !== POOL.used && state !== POOL.full)) return about;
    return `${blockSentence(map, pool, block, held(pool, block), memory)} ${about}`;
  };
  const said =
    map.arenas === 0
      ? memory.noArena
      : hovered === null
        ? sentenceOf(active, inPool.length > 0 || chosen?.pool === active ? activeBlock : null)
        : sentenceOf(hovered.pool, hovered.block);
  const wide = box.width >= SIDE_BY_SIDE;
  const share = wide ? Math.floor((box.width - 24) * 0.45) : box.width;

  return (
    <div className={classes('flex flex-col gap-4 p-4 max-sm:gap-3', className)}>
      <h2 className="sr-only">{memory.title}</h2>
      <MemoryFigures memory={view.memory} arenas={map.bytes} outside={outside} />
      {able ? null : (
        <Notice tone="warning" title={heap.noCanvas.title}>
          {memory.noCanvas}
        </Notice>
      )}
      {controls && able ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Segmented
            label={memory.form}
            size="sm"
            value={form}
            onChange={setForm}
            options={[
              {
                value: 'map',
                label: (
                  <>
                    <LayoutGrid aria-hidden className="size-3.5" />
                    {memory.asMap}
                  </>
                ),
              },
              {
                value: 'table',
                label: (
                  <>
                    <Table2 aria-hidden className="size-3.5" />
                    {memory.asTable}
                  </>
                ),
              },
            ]}
          />
          {form === 'map' ? (
            <Segmented
              label={memory.colour}
              size="sm"
              value={colouring}
              onChange={setColouring}
              options={[
                { value: 'class', label: memory.byClass },
                { value: 'owner', label: memory.byOwner },
              ]}
            />
          ) : null}
          <p className="text-xs text-muted max-sm:hidden">{fragmentation(map.bytes, memory)}</p>
        </div>
      ) : null}
      <div ref={box.ref} className="min-w-0">
        {form === 'table' ? (
          <MapTable
            map={map}
            onPool={
              able
                ? (pool) => {
                    setForm('map');
                    setChosen({ pool, block: 0 });
                  }
                : undefined
            }
          />
        ) : map.arenas === 0 || colours === null || box.width === 0 ? null : (
          <div className={wide ? 'flex items-start gap-6' : 'flex flex-col gap-4'}>
            <div ref={arenas} className="shrink-0">
              <ArenaMap
                map={map}
                version={version}
                width={share}
                colours={colours}
                colouring={colouring}
                active={active}
                onActive={(pool) => setChosen({ pool, block: 0 })}
                onEnter={() => focusGrid(lens.current)}
                hovered={hovered?.pool ?? null}
                onHover={(place) =>
                  setHovered(
                    place === null
                      ? null
                      : { pool: place.pool, block: blockOfGranule(map, place.pool, place.granule) },
                  )
                }
                onPress={({ pool, granule }) => {
                  const block = blockOfGranule(map, pool, granule);
                  setChosen({ pool, block: block ?? 0 });
                  if (block !== null) choose(pool, block);
                }}
                selected={stretches}
              />
            </div>
            <div ref={lens} className="flex min-w-0 flex-1 flex-col gap-2">
              <p className="min-h-15 text-sm wrap-anywhere text-muted">{said}</p>
              <PoolLens
                map={map}
                version={version}
                pool={active}
                width={wide ? box.width - share - 24 : box.width}
                height={LENS_HEIGHT}
                colours={colours}
                colouring={colouring}
                active={activeBlock}
                onActive={(block) => setChosen({ pool: active, block })}
                onChoose={(block) => choose(active, block)}
                onLeave={() => focusGrid(arenas.current)}
                hovered={hovered?.pool === active ? hovered.block : null}
                onHover={(block) => setHovered(block === null ? null : { pool: active, block })}
                selected={marked}
                describe={(block) => blockSentence(map, active, block, held(active, block), memory)}
                typeOf={typeOf}
              />
            </div>
          </div>
        )}
      </div>
      {form === 'map' && colours !== null ? (
        <MemoryLegend map={map} colours={colours} colouring={colouring} />
      ) : null}
      <p className="order-1 text-xs text-muted sm:hidden">{fragmentation(map.bytes, memory)}</p>
      <OutsideBlocks blocks={large} selected={selected} onSelect={onSelect} />
    </div>
  );
}

function useColours(
  element: HTMLElement | null,
  owners: readonly string[],
  modules: readonly string[] | undefined,
  me: string | null,
): MapColours | null {
  const scheme = useScheme();
  const order = modules ?? owners.slice(1);
  const key = [owners.join(' '), order.join(' ')].join('|');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names are compared by what they say
  return useMemo(
    () => (element === null ? null : readMapColours(element, scheme === 'dark', owners, order, me)),
    [element, scheme, key, me],
  );
}

/** The pool that somebody who has chosen nothing wants to see: the one with most blocks in use. */
function fullestPool(map: { readonly poolUsed: Uint16Array; readonly arenas: number }): number {
  let fullest = 0;
  for (let pool = 1; pool < map.arenas * ARENA_POOLS; pool++)
    if ((map.poolUsed[pool] ?? 0) > (map.poolUsed[fullest] ?? 0)) fullest = pool;
  return fullest;
}
