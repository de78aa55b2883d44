/** Number of the engine: it changes with every change of a digest. One line of history each. */
// 1: the first that runs
export const engineVersion: number = 1;
