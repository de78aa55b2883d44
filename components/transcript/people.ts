/** Whose lines a transcript has, and only those of one of them. */
import type { TranscriptLine } from './transcript.tsx';

export interface Person {
  /** Two people may have one nickname; their modules differ. */
  readonly handle: string;
  readonly name: string;
  readonly lines: number;
}

/** Myself first, then the others in the order in which they spoke. */
export function people(lines: readonly TranscriptLine[], me: string | null): readonly Person[] {
  const found = new Map<string, Person>();
  for (const { handle, author } of lines) {
    const before = found.get(handle)?.lines ?? 0;
    found.set(handle, { handle, name: author, lines: before + 1 });
  }
  const all = [...found.values()];
  return [...all.filter(({ handle }) => handle === me), ...all.filter(({ handle }) => handle !== me)];
}

/** The lines of one person; null: of all. */
export function said(lines: readonly TranscriptLine[], handle: string | null): readonly TranscriptLine[] {
  return handle === null ? lines : lines.filter((line) => line.handle === handle);
}
