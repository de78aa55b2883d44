import type { Step } from '../../heap/index.ts';
import type { Words } from '../language/words.ts';
import { onceEach } from '../transcript/onceEach.ts';

/** What a statement did to the heap, in a few words under its line; undefined when there is nothing to say. */
export function stepNote(step: Step, { note }: Words['sandbox']): string | undefined {
  const parts = step.collections.map(({ automatic, generation, collected }) =>
    automatic ? note.collectedAutomatically(generation, collected) : note.collected(generation, collected),
  );
  if (step.born.length > 0) parts.push(note.made(step.born.length));
  if (step.died.length > 0) parts.push(note.freed(step.died.length));
  return parts.length === 0 ? undefined : onceEach(parts).join(' · ');
}
