/** What a person needs before the socket: what lesson a code leads to, and becoming a member of it. */
import { nanoid } from 'nanoid';
import { z } from 'zod';
import { refuse } from '../../../classroom/protocol/refusal.ts';
import { acceptedNickname } from '../../identity/nickname.ts';
import { within } from '../../socket/limits.ts';
import { lastLessonOf, lessonByCode, normalCode } from '../../store/lessons.ts';
import { type Context, withBody } from '../context.ts';
import { json, type Route, refusalReply } from '../router.ts';

const joinShape = z.strictObject({ code: z.string().max(20), nickname: z.string().max(200) });

export function joiningRoutes(context: Context): Route[] {
  const { client, rooms } = context;
  return [
    {
      method: 'GET',
      pattern: '/api/room/:code',
      async handle({ incoming, params }) {
        const code = normalCode(params.get('code') ?? '');
        const lesson = await lessonByCode(client, code);
        if (lesson === null) return refusalReply(refuse('unknownCode'));
        const requester = await context.requester(incoming.headers.cookie);
        const owner = requester.teacherId === lesson.teacherId;
        const about = { code, classroom: lesson.classroom, session: lesson.sessionId, owner };
        const people = [requester.teacherId, requester.person].filter((id) => id !== null);
        const lastLesson = () => lastLessonOf(client, lesson.classroomId, people);
        if (lesson.sessionId === null) {
          return json(200, { ...about, open: false, locked: false, me: null, past: await lastLesson() });
        }
        const room = await rooms.get(lesson.sessionId);
        const { state, member } = await room.look(owner ? requester.teacherId : requester.person);
        const found = state.members.find((each) => each.id === member);
        return json(200, {
          ...about,
          open: state.endedAt === null,
          locked: state.settings.locked,
          past: found === undefined ? await lastLesson() : null,
          me:
            found === undefined
              ? null
              : {
                  id: found.id,
                  role: found.role,
                  nickname: found.nickname,
                  handle: found.handle,
                  removed: found.removed,
                },
        });
      },
    },
    {
      method: 'POST',
      pattern: '/api/join',
      handle: (request) =>
        withBody(joinShape, request, async ({ code, nickname }) => {
          const { incoming } = request;
          const requester = await context.requester(incoming.headers.cookie);
          const address = incoming.socket.remoteAddress ?? 'unknown';
          if (!(await within(context.limits.join, requester.person ?? address))) {
            return refusalReply(refuse('tooFast'));
          }
          const lesson = await lessonByCode(client, code);
          if (lesson === null) return refusalReply(refuse('unknownCode'));
          if (lesson.sessionId === null) return refusalReply(refuse('noSession'));
          const name = acceptedNickname(nickname);
          if (name === null) return refusalReply(refuse('nicknameRefused'));
          const owner = requester.teacherId === lesson.teacherId ? requester.teacherId : null;
          const person = owner ?? requester.person ?? nanoid();
          const room = await rooms.get(lesson.sessionId);
          const joined = await room.join(person, name);
          if (!joined.ok) return refusalReply(joined.refusal);
          const isNew = owner === null && requester.person === null;
          const headers = isNew ? { 'Set-Cookie': await context.cookie('person', person, incoming) } : {};
          return json(200, { session: lesson.sessionId, member: joined.member }, headers);
        }),
    },
  ];
}
