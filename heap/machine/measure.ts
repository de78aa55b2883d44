/**
 * What a few inputs cost, measured on the machine while they run. The machine goes on from where they left it.
 * Only what statements ask for is counted: reading, compiling and printing ask for nothing, as everywhere.
 */
import * as L from '../memory/layout.ts';
import { figuresOf } from './figures.ts';
import type { Machine } from './machine.ts';

export interface Measured {
  /** Living objects more than before. */
  readonly objects: number;
  /** Bytes in blocks more than before. */
  readonly bytesUsed: number;
  /** The most bytes asked for at any moment, on top of what there was before; as tracemalloc counts them. */
  readonly peakBytes: number;
  /** Bytes from the operating system more than before. */
  readonly bytesFromSystem: number;
  /** Blocks asked for, those included that were given back meanwhile and those that grew. */
  readonly allocations: number;
  /** Collections that ran. */
  readonly collections: number;
  /** What the inputs printed. */
  readonly output: string;
}

/** @throws Error where an input raises or goes over a limit: a measurement of half of it would say nothing. */
export function measure(machine: Machine, module: string, inputs: readonly string[]): Measured {
  const { alloc, mem } = machine.rt;
  const before = figuresOf(machine);
  let allocations = 0;
  let collections = 0;
  let output = '';
  alloc.traced.clear();
  alloc.traced.start();
  machine.wasChanged();
  alloc.listener = (op) => {
    if (op === 'm' || op === 'c' || op === 'r') allocations++;
  };
  try {
    for (const input of inputs) {
      const step = machine.run(module, input);
      if (step.raised !== null) throw new Error(`${input}: ${step.raised.message}`);
      collections += step.collections.length;
      output += step.output;
    }
    const after = figuresOf(machine);
    return {
      objects: after.objects - before.objects,
      bytesUsed: after.bytesUsed - before.bytesUsed,
      peakBytes: mem.ld(L.TRACE_PEAK),
      bytesFromSystem: after.bytesFromSystem - before.bytesFromSystem,
      allocations,
      collections,
      output,
    };
  } finally {
    alloc.listener = null;
    alloc.traced.stop();
    machine.wasChanged();
  }
}
