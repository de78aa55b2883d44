import { ARENA_POOLS, type MemoryMap, POOL } from '../../heap/index.ts';
import { DataTable } from '../design/data-table.tsx';
import { useWords } from '../language/words.ts';
import { blockSize, capacityOf, classRows, poolName, usedPools } from './map-words.ts';

const LISTED = 200;

/** The same map as text: size classes, then the pools in use. */
export function MapTable({
  map,
  onPool,
}: {
  readonly map: MemoryMap;
  /** Without it pools have no map to be shown on. */
  readonly onPool: ((pool: number) => void) | undefined;
}) {
  const { memory, numbers } = useWords('memory', 'numbers');
  const { table } = memory;
  const { whole } = numbers;
  const pools = usedPools(map);
  return (
    <div className="flex flex-col gap-5">
      <DataTable
        caption={table.classes}
        showCaption
        rows={classRows(map)}
        rowKey={({ sizeClass }) => sizeClass}
        empty={table.noArena}
        columns={[
          { id: 'class', head: table.blocksOf, cell: ({ sizeClass }) => table.bytes(blockSize(sizeClass)) },
          { id: 'pools', head: table.pools, align: 'right', cell: ({ pools: n }) => whole(n) },
          { id: 'used', head: table.used, align: 'right', cell: ({ used }) => whole(used) },
          {
            id: 'free',
            head: table.free,
            align: 'right',
            cell: ({ used, capacity }) => whole(capacity - used),
          },
          {
            id: 'bytes',
            head: table.usedBytes,
            align: 'right',
            cell: ({ usedBytes }) => numbers.bytes(usedBytes),
          },
        ]}
      />
      <DataTable
        caption={
          pools.length > LISTED ? table.firstPools(LISTED, pools.length) : table.allPools(pools.length)
        }
        showCaption
        rows={pools.slice(0, LISTED)}
        rowKey={(pool) => pool}
        empty={memory.noPool}
        columns={[
          {
            id: 'pool',
            head: table.pool,
            cell: (pool) =>
              onPool === undefined ? (
                poolName(map, pool, memory)
              ) : (
                <button
                  type="button"
                  className="cursor-pointer rounded text-left hover:underline"
                  onClick={() => onPool(pool)}
                >
                  <span className="sr-only">{table.show} </span>
                  {poolName(map, pool, memory)}
                </button>
              ),
          },
          {
            id: 'class',
            head: table.blocksOf,
            align: 'right',
            cell: (pool) => table.bytes(blockSize(map.poolClass[pool] ?? 0)),
          },
          {
            id: 'used',
            head: table.used,
            align: 'right',
            cell: (pool) => table.usedOf(map.poolUsed[pool] ?? 0, capacityOf(map.poolClass[pool] ?? 0)),
          },
          {
            id: 'state',
            head: table.state,
            cell: (pool) => (map.poolState[pool] === POOL.full ? table.full : table.hasRoom),
          },
          {
            id: 'arena',
            head: table.address,
            wideOnly: true,
            cell: (pool) => <code>0x{map.addressOf(pool).toString(16)}</code>,
          },
        ]}
      />
      <p className="sr-only">{table.others(map.arenas * ARENA_POOLS - pools.length)}</p>
    </div>
  );
}
