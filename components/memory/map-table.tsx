import { ARENA_POOLS, type MemoryMap, POOL } from '../../heap/index.ts';
import { DataTable } from '../design/data-table.tsx';
import { bytes, count, grouped } from '../heap/words.ts';
import { blockSize, capacityOf, classRows, poolName, usedPools } from './map-words.ts';

const LISTED = 200;

/** The same map as text: size classes, then the pools in use. */
export function MapTable({
  map,
  onPool,
}: {
  readonly map: MemoryMap;
  readonly onPool: (pool: number) => void;
}) {
  const pools = usedPools(map);
  return (
    <div className="flex flex-col gap-5">
      <DataTable
        caption="Size classes"
        showCaption
        rows={classRows(map)}
        rowKey={({ sizeClass }) => sizeClass}
        empty="No arena yet: nothing was asked for."
        columns={[
          { id: 'class', head: 'Blocks of', cell: ({ sizeClass }) => `${blockSize(sizeClass)} bytes` },
          { id: 'pools', head: 'Pools', align: 'right', cell: ({ pools: n }) => grouped(n) },
          { id: 'used', head: 'In use', align: 'right', cell: ({ used }) => grouped(used) },
          {
            id: 'free',
            head: 'Not in use',
            align: 'right',
            cell: ({ used, capacity }) => grouped(capacity - used),
          },
          { id: 'bytes', head: 'Bytes in use', align: 'right', cell: ({ usedBytes }) => bytes(usedBytes) },
        ]}
      />
      <DataTable
        caption={
          pools.length > LISTED
            ? `The first ${LISTED} of ${count(pools.length, 'pool')} in use`
            : `${count(pools.length, 'pool')} in use`
        }
        showCaption
        rows={pools.slice(0, LISTED)}
        rowKey={(pool) => pool}
        empty="No pool is in use."
        columns={[
          {
            id: 'pool',
            head: 'Pool',
            cell: (pool) => (
              <button
                type="button"
                className="cursor-pointer rounded text-left hover:underline"
                onClick={() => onPool(pool)}
              >
                <span className="sr-only">Show on the map: </span>
                {poolName(map, pool)}
              </button>
            ),
          },
          {
            id: 'class',
            head: 'Blocks of',
            align: 'right',
            cell: (pool) => `${blockSize(map.poolClass[pool] ?? 0)} bytes`,
          },
          {
            id: 'used',
            head: 'In use',
            align: 'right',
            cell: (pool) =>
              `${grouped(map.poolUsed[pool] ?? 0)} of ${grouped(capacityOf(map.poolClass[pool] ?? 0))}`,
          },
          {
            id: 'state',
            head: 'State',
            cell: (pool) => (map.poolState[pool] === POOL.full ? 'full' : 'has room'),
          },
          {
            id: 'arena',
            head: 'Address',
            wideOnly: true,
            cell: (pool) => <code>0x{map.addressOf(pool).toString(16)}</code>,
          },
        ]}
      />
      <p className="sr-only">{count(map.arenas * ARENA_POOLS - pools.length, 'pool')} not in use.</p>
    </div>
  );
}
