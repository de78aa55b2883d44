/** The server's own routes, asked from a page. An answer is a value of the given shape or a refusal, never a throw. */
import * as z from 'zod/mini';
import { type Refusal, type RefusalCode, refusalCode, refuse } from '../../classroom/protocol/refusal.ts';
import { memberShape } from '../../classroom/protocol/shapes.ts';

export type Answered<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

const errorShape = z.object({
  error: refusalCode,
  message: z.string(),
});

/** No answer at all: the wire is down or the server is away. */
const UNREACHABLE = refuse(
  'restarting',
  'The server cannot be reached. Check your connection and try again.',
);

export async function request<T>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  shape: z.ZodMiniType<T>,
  body?: unknown,
): Promise<Answered<T>> {
  let response: Response;
  let raw: unknown;
  try {
    response = await fetch(path, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    raw = await response.json();
  } catch {
    return { ok: false, refusal: UNREACHABLE };
  }
  if (!response.ok) {
    const error = errorShape.safeParse(raw);
    const refusal = error.success ? refuse(error.data.error, error.data.message) : refuse('engineFault');
    return { ok: false, refusal };
  }
  const value = shape.safeParse(raw);
  return value.success ? { ok: true, value: value.data } : { ok: false, refusal: refuse('wrongWire') };
}

/** What says how the server is, and nothing about what was asked for: one that stops answers so for a moment. */
const PASSING: ReadonlySet<RefusalCode> = new Set(['restarting', 'engineFault', 'notSaved', 'tooFast']);

/** What is known stays known while the server is away: it comes back, and a class is not to vanish meanwhile. */
export function newest<T>(before: Answered<T> | null, answer: Answered<T>): Answered<T> {
  return before?.ok === true && !answer.ok && PASSING.has(answer.refusal.code) ? before : answer;
}

const aboutRoomShape = z.object({
  code: z.string(),
  classroom: z.string(),
  /** Null when no lesson is running. */
  session: z.nullable(z.string()),
  /** The teacher whose classroom it is. */
  owner: z.boolean(),
  locked: z.boolean(),
  /** The last lesson here that I was in, where I am in none that is running, and how I was called there. */
  past: z.nullable(z.object({ session: z.string(), nickname: z.string() })),
  me: z.nullable(z.extend(memberShape, { removed: z.boolean() })),
});
export type AboutRoom = z.infer<typeof aboutRoomShape>;

export function askRoom(code: string): Promise<Answered<AboutRoom>> {
  return request('GET', `/api/room/${encodeURIComponent(code)}`, aboutRoomShape);
}

export function joinRoom(code: string, nickname: string): Promise<Answered<unknown>> {
  return request('POST', '/api/join', z.unknown(), { code, nickname });
}

export function createClassroom(name: string) {
  return request('POST', '/api/classrooms', z.object({ id: z.string(), code: z.string() }), { name });
}

/** Starts a lesson, or finds the one that is running. */
export function startSession(classroom: string) {
  return request('POST', `/api/classrooms/${classroom}/sessions`, z.object({ code: z.string() }));
}

export function deleteClassroom(id: string) {
  return request('DELETE', `/api/classrooms/${id}`, z.unknown());
}

export function deleteSession(id: string) {
  return request('DELETE', `/api/sessions/${id}`, z.unknown());
}

export function signOut() {
  return request('POST', '/api/sign-out', z.unknown());
}
