/** The teacher's classrooms and sessions: create, start a lesson, delete. */
import { z } from 'zod';
import { refuse } from '../../../classroom/protocol/refusal.ts';
import { createClassroom, startSession } from '../../store/lessons.ts';
import { asTeacher, type Context, withBody } from '../context.ts';
import { json, type Route, refusalReply } from '../router.ts';

const classroomShape = z.strictObject({ name: z.string().trim().min(1).max(80) });

export function classroomRoutes(context: Context): Route[] {
  const { client, rooms } = context;

  /** Rooms leave memory before their rows go, so that nothing is written to a session that is gone. */
  async function forget(sessions: readonly { id: string }[]): Promise<void> {
    await Promise.all(sessions.map(({ id }) => rooms.discard(id)));
  }

  return [
    {
      method: 'POST',
      pattern: '/api/classrooms',
      handle: (request) =>
        asTeacher(context, request, (teacherId) =>
          withBody(classroomShape, request, async ({ name }) => {
            const { id, code } = await createClassroom(client, teacherId, name);
            return json(201, { id, name, code });
          }),
        ),
    },
    {
      method: 'POST',
      pattern: '/api/classrooms/:id/sessions',
      handle: (request) =>
        asTeacher(context, request, async (teacherId) => {
          const classroomId = request.params.get('id') ?? '';
          const session = await startSession(client, teacherId, classroomId, context.now());
          return session === null ? refusalReply(refuse('notFound')) : json(201, session);
        }),
    },
    {
      method: 'DELETE',
      pattern: '/api/classrooms/:id',
      handle: (request) =>
        asTeacher(context, request, async (teacherId) => {
          const id = request.params.get('id') ?? '';
          const classroom = await client.classroom.findFirst({
            where: { id, teacherId },
            include: { sessions: { select: { id: true } } },
          });
          if (classroom === null) return refusalReply(refuse('notFound'));
          await forget(classroom.sessions);
          await client.classroom.deleteMany({ where: { id } });
          return json(200, { ok: true });
        }),
    },
    {
      method: 'DELETE',
      pattern: '/api/sessions/:id',
      handle: (request) =>
        asTeacher(context, request, async (teacherId) => {
          const id = request.params.get('id') ?? '';
          const session = await client.session.findFirst({ where: { id, classroom: { teacherId } } });
          if (session === null) return refusalReply(refuse('notFound'));
          await forget([session]);
          await client.session.deleteMany({ where: { id } });
          return json(200, { ok: true });
        }),
    },
  ];
}
