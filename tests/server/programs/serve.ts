/** The server without pages, on a free port; prints its address and the sign-in token. DATA_DIR says where. */
import { readConfig } from '../../../server/config.ts';
import { createLog } from '../../../server/log.ts';
import { startServer } from '../../../server/server.ts';
import { openInstallation } from '../../../server/start/installation.ts';

try {
  const installation = await openInstallation(readConfig(process.env));
  const server = await startServer(
    {
      database: installation.database,
      signingKey: installation.signingKey,
      pages: { handle: async (_request, response) => void response.end() },
      log: createLog('silent'),
      publicUrl: null,
      inlineScripts: { mode: 'production', hashes: [] },
    },
    0,
    '127.0.0.1',
  );
  console.log(`http://127.0.0.1:${server.port} ${installation.signInToken}`);
  process.on('SIGTERM', () => {
    void server
      .stop()
      .then(() => installation.close())
      .then(() => process.exit(0));
  });
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
  process.exit(1);
}
