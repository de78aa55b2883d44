/** The teacher's one-time sign-in link: printed at start, stored as a hash, gone after one use or the next start. */
import { createHash } from 'node:crypto';
import { nanoid } from 'nanoid';
import type { PrismaClient } from '../../prisma/client/client.ts';

/** A new token for this teacher; every earlier one stops working. */
export async function issueToken(client: PrismaClient, teacherId: string): Promise<string> {
  const token = nanoid(32);
  await client.$transaction([
    client.signInToken.deleteMany(),
    client.signInToken.create({ data: { hash: hashOf(token), teacherId } }),
  ]);
  return token;
}

/** The teacher whose token this is, once; null for a used, old or invented one. */
export async function redeemToken(client: PrismaClient, token: string): Promise<string | null> {
  const hash = hashOf(token);
  const found = await client.signInToken.findUnique({ where: { hash } });
  if (found === null) return null;
  // Two requests may both have found it: only the one that deletes it gets in.
  const { count } = await client.signInToken.deleteMany({ where: { hash } });
  return count === 1 ? found.teacherId : null;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
