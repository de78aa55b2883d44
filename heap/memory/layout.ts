/**
 * Where things lie in the address space. Everything the interpreter keeps between statements is inside
 * [STATE, top), so that a snapshot is a copy of that stretch. The data stack below it is empty between statements.
 */
export const DATA_STACK = 0x1000;
export const DATA_STACK_END = 0x100000;
export const STATE = 0x100000;

const word = (n: number): number => STATE + n * 8;

/* generations: one 32-byte head each (next, prev as a GC header; then threshold and count) */
export const GENERATION = (g: number): number => STATE + 64 + g * 32;
export const GEN_NEXT = 0;
export const GEN_PREV = 8;
export const GEN_THRESHOLD = 16;
export const GEN_COUNT = 24;
export const COUNT0 = GENERATION(0) + GEN_COUNT;
export const THRESHOLD0 = GENERATION(0) + GEN_THRESHOLD;
/** Head of the permanent generation is GENERATION(3). */

export const GC_ENABLED = word(40);
export const GC_COLLECTING = word(41);
export const GC_DEBUG = word(42);
export const LONG_LIVED_TOTAL = word(43);
export const LONG_LIVED_PENDING = word(44);
/** collections, collected, uncollectable of each generation */
export const GC_STATS = (g: number, what: number): number => word(45 + g * 3 + what);
/** Pre-existing tracked objects that are counted but not laid out; and whether they are frozen. */
export const PHANTOM = word(54);
export const PHANTOM_FROZEN = word(55);
export const GC_GARBAGE = word(56);
export const GC_CALLBACKS = word(57);
/** First free address of the static region, or 0 before anything is there. */
export const STATIC_CURSOR = word(58);

/* error indicator (curexc) and the handled exception of the running thread */
export const CUR_TYPE = word(60);
export const CUR_VALUE = word(61);
export const CUR_TB = word(62);
/** Bottom of the stack of handled exceptions: exc_value, previous item. */
export const EXC_BASE = word(63);
export const EXC_INFO = word(65);

export const NEXT_SERIAL = word(66);
export const STATEMENT = word(67);
export const TRASH_NESTING = word(68);
export const TRASH_LATER = word(69);
export const LARGE_LABEL = word(70);
export const K_CHUNK = word(71);
export const K_CURSOR = word(72);
export const K_END = word(73);
export const CURRENT_FRAME = word(74);
export const STACK_TOP = word(75);
export const RECURSION = word(76);
export const BUILTINS_DICT = word(77);
export const SYS_DICT = word(78);
export const MODULES_DICT = word(79);
export const SLICE_CACHE = word(82);
export const FREE_LISTS_LENGTH = word(83);
export const FREE_DICTS_LENGTH = word(84);
export const FREE_KEYS_LENGTH = word(85);
export const FREE_FLOATS = word(86);
export const FREE_FLOATS_LENGTH = word(87);
/** Heads and lengths for tuple sizes 0..20 (0 unused). */
export const FREE_TUPLES = (n: number): number => word(88 + n * 2);
export const FREE_TUPLES_LENGTH = (n: number): number => word(89 + n * 2);
export const FREE_LISTS = STATE + 0x800;
export const FREE_DICTS = STATE + 0xc00;
export const FREE_KEYS = STATE + 0x1000;

/** What atexit.register was given: first of a chain of blocks. */
export const EXIT_CALLBACKS = word(140);

/** Strings that only the cache of attribute lookups keeps. */
export const CACHED_NAMES = [word(145), word(146)] as const;

/** tracemalloc: is it on, bytes now, most bytes, frames it was asked to keep. */
export const TRACE_ON = word(141);
export const TRACE_BYTES = word(142);
export const TRACE_PEAK = word(143);
export const TRACE_FRAMES = word(144);

/** Heads of the lists that a collection uses while it runs. */
export const GC_TEMPORARY = (n: number): number => STATE + 0x1600 + n * 32;

/** Tuples of names that built-in functions with keywords keep. */
export const KEYWORD_TABLES = STATE + 0x1800;

/** First partially used pool of each of the 32 size classes. */
export const USED_POOLS = STATE + 0x1400;
export const USABLE_ARENAS = STATE + 0x1500;
export const UNUSED_ARENAS = STATE + 0x1504;
export const ARENA_COUNT = STATE + 0x1508;
export const LARGE_BYTES = STATE + 0x150c;
/** Blocks outside the arenas that were freed last, by size: heads of the chains, and how many each has (u8). */
export const KEPT_BLOCKS = STATE + 0x1510;
export const KEPT_COUNTS = STATE + 0x1598;
/** Arena objects, 32 bytes each. */
export const ARENA_TABLE = STATE + 0x2000;
export const MAX_ARENAS = 1024;
/** What lies in each 64 KiB of the address space (u8). */
export const REGION_TABLE = STATE + 0xa000;
export const REGION_NONE = 0;
export const REGION_ARENA = 1;
export const REGION_CONSTANTS = 2;
export const REGION_LARGE = 3;

export const STATIC_START = STATE + 0x14000;
export const STATIC_END = 0x200000;
export const DYNAMIC_START = 0x200000;
export const ADDRESS_LIMIT = 0x7ff00000;
