/** Teachers, classrooms and their sessions as rows. What happens inside a session is the room's affair, not this file's. */
import { randomInt } from 'node:crypto';
import { nanoid } from 'nanoid';
import { wireVersion } from '../../classroom/protocol/version.ts';
import { openingDraft, Session } from '../../classroom/session.ts';
import { engineVersion } from '../../heap/index.ts';
import { Prisma, type PrismaClient } from '../../prisma/client/client.ts';
import { entryToRow } from './rows.ts';

/** Without I, L, O, 0 and 1, which are read for one another from a projector. */
export const CODE_ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
export const CODE_LENGTH = 6;

export function makeCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');
}

/** What people type, in any case and with stray spaces, as codes are stored. */
export function normalCode(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase();
}

export function isUniqueViolation(error: unknown): boolean {
  // Prisma's own code over a Postgres server; over PGlite its adapter passes Postgres's code through.
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    (error.code === 'P2002' || error.code === '23505')
  );
}

/** The installation's teacher; made at the first start. */
export async function ownTeacher(client: PrismaClient): Promise<{ id: string; name: string }> {
  const found = await client.teacher.findFirst({ orderBy: { createdAt: 'asc' } });
  return found ?? client.teacher.create({ data: { id: nanoid(), name: 'Teacher' } });
}

export async function createClassroom(client: PrismaClient, teacherId: string, name: string) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await client.classroom.create({ data: { id: nanoid(), teacherId, name, code: makeCode() } });
    } catch (error) {
      // 31^6 codes: a second collision in a row is not chance.
      if (attempt > 3 || !isUniqueViolation(error)) throw error;
    }
  }
}

/** Starts a lesson, or returns the one that is running. Null where the classroom is not this teacher's. */
export async function startSession(
  client: PrismaClient,
  teacherId: string,
  classroomId: string,
  now: number,
): Promise<{ id: string; code: string } | null> {
  const classroom = await client.classroom.findFirst({
    where: { id: classroomId, teacherId },
    include: { teacher: true },
  });
  if (classroom === null) return null;
  const { code } = classroom;
  const running = await client.session.findUnique({ where: { openIn: classroomId } });
  if (running !== null) return { id: running.id, code };

  const id = nanoid();
  const member = {
    id: nanoid(10),
    handle: 'teacher',
    nickname: classroom.teacher.name,
    role: 'teacher',
  } as const;
  const { entry } = Session.open(openingDraft(member, now));
  const at = new Date(now);
  try {
    await client.$transaction([
      client.session.create({
        data: { id, classroomId, openIn: classroomId, startedAt: at, engineVersion, wireVersion },
      }),
      client.member.create({ data: { ...member, sessionId: id, person: teacherId, joinedAt: at } }),
      client.entry.createMany({ data: [entryToRow(id, entry)] }),
    ]);
    return { id, code };
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const other = await client.session.findUnique({ where: { openIn: classroomId } });
    if (other === null) throw error;
    return { id: other.id, code };
  }
}

export interface OpenLesson {
  readonly classroomId: string;
  readonly classroom: string;
  readonly teacherId: string;
  /** Null when no lesson is running. */
  readonly sessionId: string | null;
}

export async function lessonByCode(client: PrismaClient, code: string): Promise<OpenLesson | null> {
  const found = await client.classroom.findUnique({
    where: { code: normalCode(code) },
    include: { sessions: { where: { openIn: { not: null } }, select: { id: true }, take: 1 } },
  });
  if (found === null) return null;
  return {
    classroomId: found.id,
    classroom: found.name,
    teacherId: found.teacherId,
    sessionId: found.sessions[0]?.id ?? null,
  };
}

/** The last lesson of this class that has ended and that one of these people was in; null where there is none. */
export async function lastLessonOf(
  client: PrismaClient,
  classroomId: string,
  people: readonly string[],
): Promise<{ readonly session: string; readonly nickname: string } | null> {
  const here = { person: { in: [...people] } };
  const found = await client.session.findFirst({
    where: { classroomId, endedAt: { not: null }, members: { some: here } },
    orderBy: { startedAt: 'desc' },
    select: { id: true, members: { where: here, select: { nickname: true }, take: 1 } },
  });
  const [member] = found?.members ?? [];
  return found === null || member === undefined ? null : { session: found.id, nickname: member.nickname };
}

/**
 * A lesson that was left open under another engine cannot go on: its heap would come out differently. It is ended as
 * it stands; its log and scores stay. Returns how many.
 */
export async function endForeignSessions(client: PrismaClient, now: number): Promise<number> {
  const ended = await client.session.updateMany({
    where: {
      openIn: { not: null },
      OR: [{ engineVersion: { not: engineVersion } }, { wireVersion: { not: wireVersion } }],
    },
    data: { openIn: null, endedAt: new Date(now) },
  });
  return ended.count;
}
