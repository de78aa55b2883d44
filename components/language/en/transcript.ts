interface Collection {
  readonly automatic: boolean;
  readonly generation: number;
}

function call({ automatic, generation }: Collection): string {
  return automatic ? `automatic collection of generation ${generation}` : `gc.collect(${generation})`;
}

export const transcript = {
  title: 'Transcript',
  /** Before a nickname, or before `everybody`. */
  entriesOf: 'Entries of',
  everybody: 'Everybody',
  shown: (shown: number, all: number) => `${shown} of ${all}`,
  empty: 'Nothing typed yet',
  emptyText: 'What is typed appears here, with what it prints.',
  latest: 'Latest',
  showEffect: (id: string | number) => `Show what entry ${id} did`,
  pending: 'on its way',
  refused: 'refused',
  call,
  watch: (collection: Collection) => `Watch ${call(collection)}`,
};
