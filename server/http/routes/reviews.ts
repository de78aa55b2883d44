/** Looking back: the teacher's list of lessons, exports, anonymising, progress; and a student's own results. */
import { z } from 'zod';
import { PRECISELY, refuse } from '../../../classroom/protocol/refusal.ts';
import { ANSWER_PHRASES } from '../../../classroom/review/answerPhrases.ts';
import { engineVersion } from '../../../heap/index.ts';
import { csvOf } from '../../export/csv.ts';
import { documentOf } from '../../export/document.ts';
import { SHEETS, sheetOf } from '../../export/sheets.ts';
import { workbookOf } from '../../export/workbook.ts';
import { anonymise } from '../../store/anonymise.ts';
import { findLessons, LESSONS_PER_PAGE } from '../../store/lessonList.ts';
import { ownLessons, progressOf } from '../../store/progress.ts';
import { asTeacher, type Context } from '../context.ts';
import { languageOf } from '../language.ts';
import { json, type Reply, type Request, type Route, refusalReply, type Streamed } from '../router.ts';

const time = z.coerce.number().int().min(0).max(8.64e15).nullable();
const queryShape = z.strictObject({
  q: z.string().max(200).default(''),
  from: time.default(null),
  to: time.default(null),
  classroom: z.string().max(64).nullable().default(null),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function reviewRoutes(context: Context): Route[] {
  const { client, rooms } = context;

  /** Runs `work` on a session of the signed-in teacher, or refuses. */
  const onOwnSession = (
    request: Request,
    work: (session: NonNullable<Awaited<ReturnType<typeof ownSession>>>) => Promise<Reply>,
  ): Promise<Reply> =>
    asTeacher(context, request, async (teacherId) => {
      const session = await ownSession(teacherId, request.params.get('id') ?? '');
      return session === null ? refusalReply(refuse('notFound')) : work(session);
    });

  function ownSession(teacherId: string, id: string) {
    return client.session.findFirst({
      where: { id, classroom: { teacherId } },
      include: { classroom: { select: { name: true } } },
    });
  }

  return [
    {
      method: 'GET',
      pattern: '/api/sessions',
      handle: (request) =>
        asTeacher(context, request, async (teacherId) => {
          const query = queryShape.safeParse(Object.fromEntries(request.url.searchParams));
          if (!query.success) return refusalReply(refuse('badShape'));
          const { q, ...rest } = query.data;
          const words = q
            .split(/\s+/)
            .filter((word) => word !== '')
            .slice(0, 8);
          const found = await findLessons(client, teacherId, { ...rest, words });
          return json(200, { ...found, perPage: LESSONS_PER_PAGE });
        }),
    },
    {
      method: 'GET',
      pattern: '/api/sessions/:id/export/:file',
      handle: (request) =>
        onOwnSession(request, async (session) => {
          const stream = await exported(session, request.params.get('file') ?? '');
          return stream === null ? refusalReply(refuse('notFound')) : { status: 200, stream };
        }),
    },
    {
      method: 'POST',
      pattern: '/api/sessions/:id/anonymise',
      handle: (request) =>
        onOwnSession(request, async ({ id, openIn, ...versions }) => {
          if (openIn !== null) {
            return refusalReply(refuse('notAllowed', 'End the lesson first: its names are still in use.'));
          }
          await rooms.discard(id);
          const replayable = versions.engineVersion === engineVersion;
          const done = await anonymise(client, id, replayable, context.now());
          if (done.ok) return json(200, { students: done.students });
          const { what, number } = done.why;
          const says = what === 'statement' ? PRECISELY.statementDiffers : PRECISELY.roundDiffers;
          return refusalReply(refuse('notAllowed', says(String(number))));
        }),
    },
    {
      method: 'GET',
      pattern: '/api/classrooms/:id/progress',
      handle: (request) =>
        asTeacher(context, request, async (teacherId) => {
          const progress = await progressOf(client, teacherId, request.params.get('id') ?? '');
          return progress === null ? refusalReply(refuse('notFound')) : json(200, progress);
        }),
    },
    {
      method: 'GET',
      pattern: '/api/me',
      async handle({ incoming }) {
        const { person } = await context.requester(incoming.headers.cookie);
        const phrases = ANSWER_PHRASES[languageOf(incoming.headers)];
        return json(200, { lessons: person === null ? [] : await ownLessons(client, person, phrases) });
      },
    },
    {
      method: 'GET',
      pattern: '/api/me/lessons',
      async handle({ incoming }) {
        const { person } = await context.requester(incoming.headers.cookie);
        const lessons =
          person === null ? 0 : await client.member.count({ where: { person, role: 'student' } });
        return json(200, { lessons });
      },
    },
  ];

  async function exported(
    session: NonNullable<Awaited<ReturnType<typeof ownSession>>>,
    file: string,
  ): Promise<Streamed | null> {
    const {
      id,
      classroom,
      startedAt,
      endedAt,
      anonymisedAt,
      engineVersion: engine,
      wireVersion: wire,
    } = session;
    const day = startedAt.toISOString().slice(0, 10);
    const named = (what: string) =>
      `${classroom.name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '') || 'class'}-${day}-${what}`;
    if (file === 'session.json') {
      const about = {
        id,
        classroom: classroom.name,
        startedAt,
        endedAt,
        anonymisedAt,
        engineVersion: engine,
        wireVersion: wire,
      };
      return {
        type: 'application/json; charset=utf-8',
        fileName: named('session.json'),
        chunks: documentOf(client, about),
      };
    }
    if (file === 'session.xlsx') {
      const sheets = await Promise.all(
        SHEETS.map(async (name) => ({ name, sheet: await sheetOf(client, id, name) })),
      );
      return { type: XLSX, fileName: named('session.xlsx'), chunks: one(await workbookOf(sheets)) };
    }
    const name = SHEETS.find((each) => `${each}.csv` === file);
    if (name === undefined) return null;
    const sheet = await sheetOf(client, id, name);
    return { type: 'text/csv; charset=utf-8', fileName: named(`${name}.csv`), chunks: csvOf(sheet) };
  }
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
