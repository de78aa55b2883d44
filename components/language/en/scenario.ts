import { numbers } from './numbers.ts';

/** The frame of scenarios; what they tell is not translated. */
export const scenario = {
  label: 'Scenario',
  systems: {
    S1: 'Objects',
    S2: 'Reference counts',
    S3: 'Cycles',
    S4: 'The collector',
    S5: 'Arenas, pools and blocks',
    S6: 'Memory kept and given back',
    S7: 'Frames and the heap',
    S8: 'Using less memory',
    S9: 'Looking and steering',
  },
  picker: {
    title: 'Scenarios',
    search: 'Search the scenarios',
    example: 'cycle, slots, arena, generation …',
    none: 'Nothing is about that. Try another word, or a piece of Python.',
    found: (n: number) => `${numbers.count(n, 'scenario', 'scenarios')}, by what they are about`,
    list: 'Scenarios',
    compares: 'compares',
    /** For the search: what has a comparison in it. */
    comparison: 'comparison',
  },
  strip: {
    steps: (n: number) => `${n} steps`,
    step: (at: number, n: number) => `Step ${at} of ${n}`,
    back: 'Back one step',
    restart: 'Restart the scenario',
    leave: 'Leave the scenario',
    comparison: 'Comparison',
    runNext: 'Run next:',
    compare: 'Compare',
    rest: 'Run the rest',
  },
  question: {
    title: 'A question to close with',
    right: 'Right',
    wrong: 'Not quite',
    belief: (belief: string) => `The thought behind it: ${belief}`,
    another: 'Try another one.',
  },
  comparison: {
    failed: 'This could not be measured',
    running: 'Running both on their own copy of the heap',
    caption: (before: string, after: string) => `${before} against ${after}, measured by the machine`,
    measured: 'Measured',
    difference: 'Difference',
    same: 'same',
    figures: {
      bytesUsed: { label: 'Bytes in use', hint: 'in blocks, when it is done' },
      peakBytes: { label: 'Peak', hint: 'the most bytes asked for at any moment' },
      bytesFromSystem: { label: 'Bytes from the system', hint: 'more than before' },
      objects: { label: 'Objects', hint: 'alive when it is done' },
      allocations: { label: 'Allocations', hint: 'blocks asked for on the way' },
      collections: { label: 'Collections', hint: 'that ran on the way' },
    },
  },
};
