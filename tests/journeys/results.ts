/** Prints what the database holds of the newest session, as JSON. Run while the server is stopped, with its environment. */
import { readConfig } from '../../server/config.ts';
import { openInstallation } from '../../server/start/installation.ts';

const installation = await openInstallation(readConfig(process.env));
const session = await installation.database.client.session.findFirstOrThrow({
  orderBy: { startedAt: 'desc' },
  include: {
    members: { orderBy: { joinedAt: 'asc' } },
    results: true,
    challenges: { include: { answers: true }, orderBy: { number: 'asc' } },
    entries: { orderBy: { seq: 'asc' }, select: { seq: true, kind: true, digest: true, body: true } },
  },
});
console.log(JSON.stringify(session));
await installation.close();
