/** What ran, for headings and for buttons that lead to it. */
export function callOf({
  automatic,
  generation,
}: {
  readonly automatic: boolean;
  readonly generation: number;
}): string {
  return automatic ? `automatic collection of generation ${generation}` : `gc.collect(${generation})`;
}
