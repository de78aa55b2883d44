/** A TypeScript program of ours in a process of its own, which tests may kill. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Child {
  readonly pid: number;
  /** The next line it prints, or null when it has ended. */
  line(): Promise<string | null>;
  /** The next line that matches; rejects, with what was printed, when it ends before. */
  lineLike(pattern: RegExp): Promise<RegExpMatchArray>;
  write(text: string): void;
  endInput(): void;
  kill(signal: NodeJS.Signals): void;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

/** `program`: path relative to the project. */
export function startChild(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Child {
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = endOf(child);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  let seen = '';
  child.stderr.on('data', (bytes: Buffer) => {
    seen += bytes.toString('utf8');
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async () => {
    const next = await lines.next();
    if (next.done === true) return null;
    seen += `${next.value}\n`;
    return next.value;
  };
  return {
    pid: child.pid ?? -1,
    line,
    async lineLike(pattern) {
      for (;;) {
        const text = await line();
        if (text === null) throw new Error(`ended before printing ${pattern}:\n${seen}`);
        const match = pattern.exec(text);
        if (match !== null) return match;
      }
    },
    write: (text) => void child.stdin.write(text),
    endInput: () => void child.stdin.end(),
    kill: (signal) => void child.kill(signal),
    ended,
  };
}

function endOf(child: ChildProcess): Promise<number | string> {
  return new Promise((done) => {
    child.on('exit', (code, signal) => done(code ?? signal ?? 'unknown'));
  });
}
