/** The first of sizes, from large to small, at which something fits; the last where it fits at none. */
export function largestThatFits(sizes: readonly number[], fits: (size: number) => boolean): number {
  return sizes.find(fits) ?? sizes.at(-1) ?? 1;
}
