/** What the pages about past lessons ask the server for. */
import * as z from 'zod/mini';
import { type Answered, request } from '../live/request.ts';

const lessonShape = z.object({
  id: z.string(),
  classroomId: z.string(),
  classroom: z.string(),
  code: z.string(),
  startedAt: z.number(),
  /** Null while it runs. */
  endedAt: z.nullable(z.number()),
  students: z.number(),
  challenges: z.number(),
  entries: z.number(),
  anonymised: z.boolean(),
  replayable: z.boolean(),
  /** Students whose names were searched for. */
  found: z.array(z.string()),
});
export type PastLesson = z.infer<typeof lessonShape>;

const listShape = z.object({ total: z.number(), perPage: z.number(), lessons: z.array(lessonShape) });
export type PastLessonsPage = z.infer<typeof listShape>;

export interface Search {
  readonly q: string;
  /** Days as `2026-11-28`, both included; empty for any. */
  readonly from: string;
  readonly to: string;
  readonly page: number;
}

export const NO_SEARCH: Search = { q: '', from: '', to: '', page: 1 };

/** The first moment of a day in the reader's time zone, or of the day after it; null for no day. */
export function dayStart(day: string, after = 0): number | null {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  const at = new Date(year, month - 1, date + after).getTime();
  return Number.isNaN(at) || at < 0 ? null : at;
}

export function searchQuery({ q, from, to, page }: Search): string {
  const begin = dayStart(from);
  const end = dayStart(to, 1);
  return new URLSearchParams({
    ...(q.trim() === '' ? {} : { q: q.trim() }),
    ...(begin === null ? {} : { from: String(begin) }),
    ...(end === null ? {} : { to: String(end) }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString();
}

export function findLessons(search: Search): Promise<Answered<PastLessonsPage>> {
  return request('GET', `/api/sessions?${searchQuery(search)}`, listShape);
}

export function anonymiseSession(id: string) {
  return request(
    'POST',
    `/api/sessions/${encodeURIComponent(id)}/anonymise`,
    z.object({ students: z.number() }),
  );
}

export const EXPORTS = [
  'session.xlsx',
  'results.csv',
  'questions.csv',
  'answers.csv',
  'transcript.csv',
  'session.json',
] as const;

export function exportAddress(session: string, file: (typeof EXPORTS)[number]): string {
  return `/api/sessions/${encodeURIComponent(session)}/export/${file}`;
}

const came = { points: z.number(), correct: z.number(), answered: z.number(), statements: z.number() };
const head = { id: z.string(), startedAt: z.number(), endedAt: z.nullable(z.number()) };

const ownShape = z.object({
  lessons: z.array(
    z.object({
      ...head,
      ...came,
      classroom: z.string(),
      name: z.string(),
      answers: z.array(
        z.object({
          number: z.number(),
          kind: z.enum(['round', 'question', 'task', 'words']),
          question: z.string(),
          answer: z.string(),
          rightAnswer: z.nullable(z.string()),
          explanation: z.nullable(z.string()),
          correct: z.nullable(z.boolean()),
          points: z.number(),
          beliefs: z.array(z.string()),
        }),
      ),
    }),
  ),
});
export type OwnLesson = z.infer<typeof ownShape>['lessons'][number];

export function askOwnLessons() {
  return request('GET', '/api/me', ownShape);
}

/** Whether somebody has been in a lesson in this browser. */
export function askHasResults() {
  return request('GET', '/api/me/lessons', z.object({ lessons: z.number() }));
}

const progressShape = z.object({
  classroom: z.string(),
  lessons: z.array(z.object(head)),
  students: z.array(z.object({ name: z.string(), results: z.array(z.nullable(z.object(came))) })),
  beliefs: z.array(z.object({ belief: z.string(), counts: z.array(z.number()) })),
});
export type Progress = z.infer<typeof progressShape>;

export function askProgress(classroom: string) {
  return request('GET', `/api/classrooms/${encodeURIComponent(classroom)}/progress`, progressShape);
}
