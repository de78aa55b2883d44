/** Number of the engine: it changes with every change of a digest. One line of history each. */
// 1: the first that runs
// 2: the library of weak containers in the base, hashes of 64 bits, CPython's own grammar
// 3: hashes of texts are CPython's, freed blocks outside the arenas come back newest first, more names exist before
// 4: a class keeps a copy of its docstring, updates by keywords are merged, comparisons and reprs count as depth
export const engineVersion: number = 4;
