/** What `npm start` prints when it is ready. */
import { networkInterfaces } from 'node:os';
import type { Config } from '../config.ts';

export function greeting(config: Config, port: number, token: string): string {
  const [first = '', ...others] = addresses(config, port);
  return [
    '',
    'Heaproom is running.',
    '',
    `  Here            ${first}`,
    ...others.map((address) => `  In the network  ${address}`),
    '',
    '  Teacher, sign in with this link (it works once; every start prints a new one):',
    `  ${first}/api/sign-in?token=${token}`,
    '',
    `  Data: ${config.databaseUrl === null ? config.dataDir : `${config.dataDir} and the database at DATABASE_URL`}`,
    '  Stop with Ctrl+C.',
    '',
  ].join('\n');
}

/** Where people reach the server: first the one for this machine (or the public one), then the network's. */
function addresses({ host, publicUrl }: Config, port: number): string[] {
  if (publicUrl !== null) return [publicUrl];
  const everywhere = host === '0.0.0.0' || host === '::';
  const url = (name: string) => `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
  if (!everywhere) return [url(host)];
  const network = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter((each) => each.family === 'IPv4' && !each.internal)
    .map((each) => url(each.address));
  return [url('localhost'), ...network];
}
