import type { Step } from '../../heap/index.ts';
import { count } from '../heap/words.ts';

/** What a statement did to the heap, in a few words under its line; undefined when there is nothing to say. */
export function stepNote(step: Step): string | undefined {
  const parts: string[] = [];
  for (const collection of step.collections) {
    const how = collection.automatic ? 'collected automatically' : 'collected';
    parts.push(
      `generation ${collection.generation} ${how}: ${count(collection.collected, 'object')} unreachable`,
    );
  }
  if (step.born.length > 0) parts.push(`${count(step.born.length, 'object')} made`);
  if (step.died.length > 0) parts.push(`${count(step.died.length, 'object')} freed`);
  return parts.length === 0 ? undefined : parts.join(' · ');
}
