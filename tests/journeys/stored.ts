/** What the database holds of the newest lesson: read by a process of its own (results.ts) while no server runs. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Installation } from './app.ts';

const stored = z.object({
  endedAt: z.string(),
  members: z.array(z.object({ id: z.string(), nickname: z.string(), role: z.string(), handle: z.string() })),
  results: z.array(
    z.object({
      memberId: z.string(),
      points: z.number(),
      correct: z.number(),
      answered: z.number(),
      statements: z.number(),
    }),
  ),
  challenges: z.array(
    z.object({ kind: z.string(), answers: z.array(z.object({ memberId: z.string(), points: z.number() })) }),
  ),
  entries: z.array(z.object({ seq: z.number(), kind: z.string(), digest: z.string() })),
});

export function readStored({ dataDir, databaseUrl }: Installation): z.infer<typeof stored> {
  const program = fileURLToPath(new URL('./results.ts', import.meta.url));
  const output = execFileSync(process.execPath, ['--import', 'tsx', program], {
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: databaseUrl ?? '' },
  });
  return stored.parse(JSON.parse(output));
}
