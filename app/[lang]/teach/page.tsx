import { Speaks } from '../../../components/language/in-language.tsx';
import type { ClassroomSummary, LessonSummary } from '../../../components/teach/classroom.ts';
import { NotSignedIn } from '../../../components/teach/not-signed-in.tsx';
import { Teaching } from '../../../components/teach/teaching.tsx';
import { currentTeacher, database } from '../../database.ts';
import { titled } from '../../titles.ts';

export const generateMetadata = titled((page) => ({ title: page.titles.teach }));

export default async function TeachPage() {
  const teacher = await currentTeacher();
  return (
    <Speaks books={['teach']}>
      {teacher === null ? <NotSignedIn /> : <Teaching classrooms={await classroomsOf(teacher.id)} />}
    </Speaks>
  );
}

async function classroomsOf(teacherId: string): Promise<ClassroomSummary[]> {
  const rows = await database().classroom.findMany({
    where: { teacherId },
    orderBy: { createdAt: 'desc' },
    include: {
      sessions: {
        orderBy: { startedAt: 'desc' },
        include: {
          _count: { select: { entries: true, members: { where: { role: 'student', removed: false } } } },
        },
      },
    },
  });
  return rows.map(({ id, name, code, sessions }) => {
    const lessons = sessions.map(
      (session): LessonSummary => ({
        id: session.id,
        startedAt: session.startedAt.getTime(),
        endedAt: session.endedAt?.getTime() ?? null,
        students: session._count.members,
        entries: session._count.entries,
      }),
    );
    return {
      id,
      name,
      code,
      running: lessons.find((lesson) => lesson.endedAt === null) ?? null,
      past: lessons.filter((lesson) => lesson.endedAt !== null),
    };
  });
}
