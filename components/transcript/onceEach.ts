/** What is the same is said once, and how often: a loop may have the collector run hundreds of times. */
export function onceEach(notes: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const note of notes) times.set(note, (times.get(note) ?? 0) + 1);
  return [...times].map(([note, n]) => (n === 1 ? note : `${note} (${n}×)`));
}
