/** The past of a running lesson, fetched when somebody asks for it. */
import { classPast } from '../time/class-past.ts';
import type { Past } from '../time/past.ts';

export async function openClassPast(session: string | null): Promise<Past | string> {
  if (session === null) return 'No lesson is running.';
  const { askLog } = await import('../review/lesson.ts');
  const answer = await askLog(session);
  if (!answer.ok) return answer.refusal.message;
  if (!answer.value.replayable) return 'This lesson was begun with another version of the engine.';
  return classPast(answer.value.entries);
}
