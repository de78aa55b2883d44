/** Past and running lessons of a teacher, found by class, student and day. */
import { engineVersion } from '../../heap/index.ts';
import type { Prisma, PrismaClient } from '../../prisma/client/client.ts';

export const LESSONS_PER_PAGE = 20;

export interface LessonQuery {
  /** Each word has to be in the class's name or in a student's. */
  readonly words: readonly string[];
  /** Milliseconds since 1970; the lesson began in between. */
  readonly from: number | null;
  readonly to: number | null;
  readonly classroom: string | null;
  /** From 1. */
  readonly page: number;
}

export interface LessonLine {
  readonly id: string;
  readonly classroomId: string;
  readonly classroom: string;
  readonly code: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly students: number;
  readonly challenges: number;
  readonly entries: number;
  readonly anonymised: boolean;
  readonly replayable: boolean;
  /** Names of students that the words were found in. */
  readonly found: readonly string[];
}

/** `%` and `_` are themselves, and not wildcards. */
function literally(word: string): string {
  return word.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

export async function findLessons(
  client: PrismaClient,
  teacherId: string,
  { words, from, to, classroom, page }: LessonQuery,
): Promise<{ readonly total: number; readonly lessons: readonly LessonLine[] }> {
  const has = (word: string) => ({ contains: literally(word), mode: 'insensitive' as const });
  const student = (word: string): Prisma.MemberWhereInput => ({ role: 'student', nickname: has(word) });
  const where: Prisma.SessionWhereInput = {
    classroom: { teacherId, ...(classroom === null ? {} : { id: classroom }) },
    startedAt: {
      ...(from === null ? {} : { gte: new Date(from) }),
      ...(to === null ? {} : { lt: new Date(to) }),
    },
    AND: words.map((word) => ({
      OR: [{ classroom: { name: has(word) } }, { members: { some: student(word) } }],
    })),
  };
  const [total, rows] = await Promise.all([
    client.session.count({ where }),
    client.session.findMany({
      where,
      orderBy: [{ startedAt: 'desc' }, { id: 'asc' }],
      skip: (page - 1) * LESSONS_PER_PAGE,
      take: LESSONS_PER_PAGE,
      include: {
        classroom: true,
        members: {
          where: { OR: words.map(student) },
          select: { nickname: true },
          orderBy: { nickname: 'asc' },
          take: 5,
        },
        _count: {
          select: {
            entries: true,
            // As the review counts them.
            challenges: { where: { revealed: true } },
            members: { where: { role: 'student', removed: false } },
          },
        },
      },
    }),
  ]);
  return {
    total,
    lessons: rows.map((row) => ({
      id: row.id,
      classroomId: row.classroomId,
      classroom: row.classroom.name,
      code: row.classroom.code,
      startedAt: row.startedAt.getTime(),
      endedAt: row.endedAt?.getTime() ?? null,
      students: row._count.members,
      challenges: row._count.challenges,
      entries: row._count.entries,
      anonymised: row.anonymisedAt !== null,
      replayable: row.engineVersion === engineVersion,
      found: row.members.map(({ nickname }) => nickname),
    })),
  };
}
