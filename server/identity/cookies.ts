/**
 * Who asks, by two signed cookies: `heaproom_teacher` (the teacher who used the sign-in link) and `heaproom_person`
 * (a random id that makes a student the same member again). Each is a JWT for its own audience, so that neither can
 * stand for the other.
 */
import { parseCookie, stringifySetCookie } from 'cookie';
import { jwtVerify, SignJWT } from 'jose';

export const COOKIES = { teacher: 'heaproom_teacher', person: 'heaproom_person' } as const;
export type CookieKind = keyof typeof COOKIES;

const DAY = 24 * 60 * 60;
const LIFETIME = { teacher: 30 * DAY, person: 400 * DAY } as const;

export interface Requester {
  readonly teacherId: string | null;
  readonly person: string | null;
}

/** Who a request's cookies belong to; `cookie` reads one by its name. */
export async function identify(
  cookie: (name: string) => string | undefined,
  key: Uint8Array,
): Promise<Requester> {
  const [teacherId, person] = await Promise.all([
    verifyCookie(cookie(COOKIES.teacher), 'teacher', key),
    verifyCookie(cookie(COOKIES.person), 'person', key),
  ]);
  return { teacherId, person };
}

export function requesterOf(cookieHeader: string | undefined, key: Uint8Array): Promise<Requester> {
  const cookies = parseCookie(cookieHeader ?? '');
  return identify((name) => cookies[name], key);
}

/** The id inside, or null where the cookie is missing, expired, forged or of the other kind. */
async function verifyCookie(
  value: string | undefined,
  kind: CookieKind,
  key: Uint8Array,
): Promise<string | null> {
  if (value === undefined || value === '') return null;
  try {
    const { payload } = await jwtVerify(value, key, { audience: kind, algorithms: ['HS256'] });
    return payload.sub ?? null;
  } catch {
    return null;
  }
}

/** A Set-Cookie line. */
export async function makeCookie(
  kind: CookieKind,
  id: string,
  key: Uint8Array,
  secure: boolean,
): Promise<string> {
  const token = await new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(id)
    .setAudience(kind)
    .setIssuedAt()
    .setExpirationTime(`${LIFETIME[kind]}s`)
    .sign(key);
  return stringifySetCookie({
    name: COOKIES[kind],
    value: token,
    ...attributes(secure),
    maxAge: LIFETIME[kind],
  });
}

export function clearCookie(kind: CookieKind, secure: boolean): string {
  return stringifySetCookie({ name: COOKIES[kind], value: '', ...attributes(secure), maxAge: 0 });
}

function attributes(secure: boolean) {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
}
