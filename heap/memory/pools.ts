/** Where the fields of pools and arenas lie. Models Objects/obmalloc.c `pool_header`, `arena_object`. */
import * as L from './layout.ts';

export const POOL_SIZE = 16384;
export const POOL_HEADER = 48;
export const ARENA_SIZE = 1 << 20;
export const ARENA_POOLS = 64;

/* pool header */
export const POOL_COUNT = 0;
export const POOL_FREE = 8;
export const POOL_NEXT = 16;
export const POOL_PREV = 24;
export const POOL_ARENA = 32;
export const POOL_CLASS = 36;
export const POOL_NEXT_OFFSET = 40;
export const POOL_MAX_OFFSET = 44;

/* arena object */
export const ARENA_ADDRESS = 0;
export const ARENA_CARVE = 4;
export const ARENA_FREE = 8;
export const ARENA_FREE_POOLS = 12;
export const ARENA_NEXT = 16;
export const ARENA_PREV = 20;

export function arenaAt(slot: number): number {
  return L.ARENA_TABLE + slot * 32;
}
