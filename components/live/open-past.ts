/** The past of a running lesson, fetched when somebody asks for it. */

import { type RefusalWords, refusalWords } from '../language/refusal.ts';
import type { Words } from '../language/words.ts';
import { classPast } from '../time/class-past.ts';
import type { Past } from '../time/past.ts';

export async function openClassPast(
  session: string | null,
  words: Pick<Words, 'liveClass'> & RefusalWords,
): Promise<Past | string> {
  if (session === null) return words.liveClass.past.none;
  const { askLog } = await import('../review/lesson.ts');
  const answer = await askLog(session);
  if (!answer.ok) return refusalWords(words, answer.refusal);
  if (!answer.value.replayable) return words.liveClass.past.otherEngine;
  return classPast(answer.value.entries);
}
