/** What the teacher's page shows of a classroom: counts and dates, read from the tables beside the log. */
export interface LessonSummary {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Null while it runs. */
  readonly endedAt: number | null;
  readonly students: number;
  readonly entries: number;
}

export interface ClassroomSummary {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  /** The lesson that is running, or null. */
  readonly running: LessonSummary | null;
  /** Ended ones, newest first. */
  readonly past: readonly LessonSummary[];
}

/** `45 min`, `2 h 05 min`; at least a minute. */
export function duration(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}
