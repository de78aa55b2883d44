/** One block of memory in words' reach: where it lies, how large it is, what it holds. */
import * as L from '../memory/layout.ts';
import { largePlaces, whereIs } from '../memory/places.ts';
import type { Runtime } from '../objects/runtime.ts';
import { type Block, type BlockPart, blocksOf } from './blocks.ts';
import type { Machine } from './machine.ts';
import type { MemoryMap } from './memoryMap.ts';
import { livingObjects, staticObjects } from './refresh.ts';
import { shortRepr } from './shortRepr.ts';
import type { Serial } from './views.ts';

/** A block that belongs to an object. */
export interface PlacedBlock {
  readonly part: BlockPart;
  readonly address: number;
  /** Bytes that the object needs of it. */
  readonly bytes: number;
  /** Bytes that the block has: its size class, or the request itself outside the pools. */
  readonly room: number;
  /** `arena.pool.block`, `K` for what belongs to compiled code, `L1`, `L2`, … for requests above 512 bytes. */
  readonly where: string;
}

export interface HolderView {
  readonly serial: Serial;
  readonly type: string;
  readonly repr: string;
  readonly owner: string | null;
}

/** A request above 512 bytes, which the C library answers. */
export interface LargeBlock {
  readonly address: number;
  readonly bytes: number;
  readonly where: string;
  readonly part: BlockPart | null;
  /** Null for what the interpreter keeps for itself. */
  readonly holder: HolderView | null;
}

/** The blocks of an object, its own first; null when the serial does not live at this address any more. */
export function placedBlocks(machine: Machine, serial: Serial, address: number): PlacedBlock[] | null {
  const { rt } = machine;
  if (rt.mem.serials[address >> 4] !== serial) return null;
  return blocksOf(rt, address).map((block) => placed(rt, block));
}

function placed(rt: Runtime, block: Block): PlacedBlock {
  return { ...block, room: rt.alloc.classSize(block.address), where: whereIs(rt.mem, block.address) };
}

/** The object that a block in use belongs to, and as what; null for a block that is free or kept. */
export function holderOf(
  machine: Machine,
  map: MemoryMap,
  block: number,
): { readonly part: BlockPart; readonly holder: HolderView } | null {
  const o = map.objectAt(block);
  const found = o === 0 ? undefined : blocksOf(machine.rt, o).find(({ address }) => address === block);
  return found === undefined ? null : { part: found.part, holder: describe(machine, o) };
}

/**
 * An object that the interpreter itself has had since the start, which no picture shows although it may have blocks in
 * the pools by now (the table of a module's names, say); null for any other.
 */
export function objectOfStart(machine: Machine, serial: Serial): HolderView | null {
  const o = staticObjects(machine.rt).find((one) => machine.rt.mem.serials[one >> 4] === serial);
  return o === undefined ? null : describe(machine, o);
}

function describe(machine: Machine, o: number): HolderView {
  const { rt } = machine;
  const serial = rt.mem.serials[o >> 4] ?? 0;
  return {
    serial,
    type: rt.typeName(rt.typeOf(o)),
    repr: shortRepr(rt, o),
    owner: o < L.DYNAMIC_START ? null : machine.origin(serial).owner,
  };
}

/** Everything outside the pools, in the order of addresses. Their bytes with headers add up to what the system gave. */
export function largeBlocks(machine: Machine): LargeBlock[] {
  const { rt } = machine;
  const places = largePlaces(rt.alloc.system);
  if (places.length === 0) return [];
  const holders = new Map<number, { part: BlockPart; o: number }>();
  for (const o of [...staticObjects(rt), ...livingObjects(rt)]) {
    for (const { part, address } of blocksOf(rt, o))
      if (rt.alloc.isLarge(address)) holders.set(address, { part, o });
  }
  return places.map((address): LargeBlock => {
    const found = holders.get(address);
    return {
      address,
      bytes: rt.alloc.classSize(address),
      where: whereIs(rt.mem, address),
      part: found?.part ?? null,
      holder: found === undefined ? null : describe(machine, found.o),
    };
  });
}
