/**
 * `npm start` and `npm run dev`: prepares what is missing, opens the data folder, listens, prints where.
 * The only file that knows Next. What it needs is imported late, because the database client may have to be
 * generated first and because Next reads NODE_ENV when it is loaded.
 */
import { createServer } from 'node:http';
import { join } from 'node:path';
import { readConfig, StartError } from './config.ts';
import { projectRoot } from './root.ts';
import type { Pages, RunningServer } from './server.ts';

const development = process.argv.includes('--dev');

/** Next reads NODE_ENV and this switch when it is loaded; nothing of ours does. */
function prepareEnvironment(): void {
  Reflect.set(process.env, 'NODE_ENV', development ? 'development' : 'production');
  process.env.NEXT_TELEMETRY_DISABLED ??= '1';
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const { prepareClient } = await import('./start/client.ts');
  await prepareClient();
  const { openInstallation } = await import('./start/installation.ts');
  const installation = await openInstallation(config);
  const { createLog } = await import('./log.ts');
  const log = createLog(config.logLevel);
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'));

  let server: RunningServer;
  try {
    // After the lock: whoever is refused the folder need not wait for a build to hear of it.
    if (!development) {
      const { preparePages } = await import('./start/pages.ts');
      await preparePages();
    }
    const { startServer } = await import('./server.ts');
    const { inlineScriptHashes } = await import('./start/inlineScripts.ts');
    server = await startServer(
      {
        database: installation.database,
        signingKey: installation.signingKey,
        pages: await createPages(config.port),
        log,
        publicUrl: config.publicUrl,
        inlineScripts: development
          ? { mode: 'development' }
          : { mode: 'production', hashes: await inlineScriptHashes(join(projectRoot, '.next')) },
      },
      config.port,
      config.host,
    );
  } catch (error) {
    await installation.close();
    throw error;
  }
  stopOnSignals(async () => {
    await server.stop();
    await installation.close();
  });
  const { greeting } = await import('./start/greeting.ts');
  console.log(greeting(config, server.port, installation.signInToken));
}

async function createPages(port: number): Promise<Pages> {
  const { default: next } = await import('next');
  // Next listens for upgrades on the server it is given, or on the one a request came by. It gets one that never
  // listens to a port, so that we decide which upgrade is whose, and hears of its own there.
  const upgrades = createServer();
  const app = next({ dev: development, dir: projectRoot, port, httpServer: upgrades });
  await app.prepare();
  const handle = app.getRequestHandler();
  if (!development) {
    const { withBuiltFiles } = await import('./start/builtFiles.ts');
    return { handle: withBuiltFiles(join(projectRoot, '.next'), handle) };
  }
  return {
    handle,
    async upgrade(request, socket, head) {
      if (!upgrades.emit('upgrade', request, socket, head)) socket.destroy();
    },
  };
}

function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = () => {
    // Asked twice: somebody is in a hurry. Everything acknowledged is stored in any case.
    if (stopping) process.exit(1);
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  // A signal to `npm start` ends npm and the shell between, which passes nothing on: their going is the signal then.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event !== undefined) {
    setInterval(() => {
      if (process.ppid !== parent && !stopping) onSignal();
    }, 500).unref();
  }
}

prepareEnvironment();
main().catch((error: unknown) => {
  console.error(error instanceof StartError ? `\n${error.message}\n` : error);
  process.exit(1);
});
