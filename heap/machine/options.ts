/** What a machine is given from outside; all of it is part of the log of a class, so that every copy runs alike. */
export interface MachineOptions {
  /** Objects tracked before the first statement (`long_lived_total` of a fresh interpreter); default 4929. */
  readonly longLivedTotal?: number;
  /** Names of modules that exist from the start, beside `board`; default none. */
  readonly modules?: readonly string[];
  /** Modules imported into every namespace before its first statement; default none (`__main__` of the CLI), a class uses gc, sys, weakref and board. */
  readonly preimported?: readonly string[];
  readonly limits?: Partial<Limits>;
  /** Modules whose statements may not change the collector (gc.collect, set_threshold, disable, freeze, …). */
  readonly collectorOwner?: string | null;
}

export interface Limits {
  /** Units of work per statement: about one per bytecode instruction and per item touched inside built-ins. */
  readonly fuel: number;
  /** Bytes of live blocks. */
  readonly liveBytes: number;
  /** UTF-16 units of output per statement. */
  readonly output: number;
  /** UTF-16 units of source per statement. */
  readonly source: number;
  /** Python frames, as sys.getrecursionlimit. */
  readonly recursion: number;
}
