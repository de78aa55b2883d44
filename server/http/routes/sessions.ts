/** The log of a session for replay, as far as the caller may see it, and whether the server is well. */

import { refuse } from '../../../classroom/protocol/refusal.ts';
import { wireVersion } from '../../../classroom/protocol/version.ts';
import { redactEntry, type Viewer } from '../../../classroom/redact.ts';
import { settingsAfter, showsLeaderboard } from '../../../classroom/settings.ts';
import { engineVersion } from '../../../heap/index.ts';
import type { Context } from '../context.ts';
import { json, type Route, refusalReply } from '../router.ts';

export function sessionRoutes(context: Context): Route[] {
  const { client, store } = context;
  return [
    {
      method: 'GET',
      pattern: '/api/sessions/:id/log',
      async handle({ incoming, params }) {
        const sessionId = params.get('id') ?? '';
        const session = await client.session.findUnique({
          where: { id: sessionId },
          include: { classroom: true, members: { orderBy: { joinedAt: 'asc' } } },
        });
        const requester = await context.requester(incoming.headers.cookie);
        const teaches = session !== null && session.classroom.teacherId === requester.teacherId;
        const member = session?.members.find((each) => each.person === requester.person);
        if (session === null || (!teaches && member === undefined)) return refusalReply(refuse('notFound'));
        const viewer: Viewer =
          teaches || member === undefined ? { role: 'teacher' } : { role: 'student', id: member.id };
        const entries = await store.log(sessionId);
        const settings = settingsAfter(entries);
        const leaderboard = settings !== null && showsLeaderboard(settings);
        const replayable = session.engineVersion === engineVersion && session.wireVersion === wireVersion;
        return json(200, {
          session: {
            id: session.id,
            classroom: session.classroom.name,
            startedAt: session.startedAt.getTime(),
            endedAt: session.endedAt?.getTime() ?? null,
            anonymised: session.anonymisedAt !== null,
          },
          /** False where another engine made the log: then the entries' stored outcomes are all that can be shown. */
          replayable,
          me: teaches ? null : (member?.id ?? null),
          members: session.members.map(({ id, handle, nickname, role, removed }) => ({
            id,
            handle,
            nickname,
            role,
            removed,
          })),
          entries: entries.map((entry) => redactEntry(entry, viewer, leaderboard)),
        });
      },
    },
    {
      method: 'GET',
      pattern: '/api/health',
      async handle() {
        await client.$queryRaw`SELECT 1`;
        return json(200, { ok: true, engine: engineVersion, wire: wireVersion, rooms: context.rooms.open });
      },
    },
  ];
}
