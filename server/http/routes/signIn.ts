/** The teacher's sign-in link and signing out. */
import { refuse } from '../../../classroom/protocol/refusal.ts';
import { redeemToken } from '../../identity/signIn.ts';
import { within } from '../../socket/limits.ts';
import type { Context } from '../context.ts';
import { languageOf } from '../language.ts';
import { noticePage, STALE_LINK } from '../notice.ts';
import { json, type Route, refusalReply } from '../router.ts';

export function signInRoutes(context: Context): Route[] {
  return [
    {
      method: 'GET',
      pattern: '/api/sign-in',
      async handle({ incoming, url }) {
        const address = incoming.socket.remoteAddress ?? 'unknown';
        if (!(await within(context.limits.signIn, address))) return refusalReply(refuse('tooFast'));
        const teacherId = await redeemToken(context.client, url.searchParams.get('token') ?? '');
        if (teacherId !== null) {
          const cookie = await context.cookie('teacher', teacherId, incoming);
          return { status: 303, headers: { Location: '/teach', 'Set-Cookie': cookie } };
        }
        // The link opened twice in the same browser: nothing is wrong.
        const known = await context.requester(incoming.headers.cookie);
        if (known.teacherId !== null) return { status: 303, headers: { Location: '/teach' } };
        const language = languageOf(incoming.headers);
        return { status: 403, html: noticePage(language, STALE_LINK[language]) };
      },
    },
    {
      method: 'POST',
      pattern: '/api/sign-out',
      async handle({ incoming }) {
        return json(200, { ok: true }, { 'Set-Cookie': context.clearedCookie('teacher', incoming) });
      },
    },
  ];
}
