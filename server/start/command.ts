/** Runs one of the project's own tools in a child process, quietly unless it fails. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { StartError } from '../config.ts';
import { projectRoot } from '../root.ts';

/** `script`: path of a Node script inside node_modules. Rejects with what it printed. */
export function runTool(
  what: string,
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [join(projectRoot, 'node_modules', script), ...args], {
      cwd: projectRoot,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (bytes: Buffer) => {
      output += bytes.toString('utf8');
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', failed);
    child.on('close', (code, signal) => {
      if (code === 0) done();
      else failed(new StartError(`${what} failed (${signal ?? `exit code ${code}`}):\n${output.trim()}`));
    });
  });
}
