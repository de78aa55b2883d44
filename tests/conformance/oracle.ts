/** Asks the oracle (oracle/oracle.py) what CPython 3.11 does with programs. */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { type Document, documentSchema } from './document.ts';
import type { Python311 } from './python311.ts';

export type Answer =
  | { readonly kind: 'document'; readonly document: Document }
  | { readonly kind: 'failed'; readonly reason: string };

export interface OracleOptions {
  /** Seed of the string hash. */
  readonly seed?: number;
  /** Processor time for each program. */
  readonly seconds?: number;
  /** Every allocation in the documents. */
  readonly trace?: boolean;
}

const failure = z.object({ error: z.string() });

/** One answer per source, in order. One process serves them all: each runs in a fork of the same fresh interpreter. */
export function askOracle(
  python: Python311,
  sources: readonly string[],
  options: OracleOptions = {},
): Answer[] {
  const run = spawnSync(python.executable, oracleArguments(options), {
    input: JSON.stringify(sources),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, PYTHONUTF8: '1' },
  });
  if (run.status !== 0) throw new Error(`the oracle failed: ${run.stderr}`);
  return readAnswers(run.stdout);
}

/** The same without waiting: CPython works while this process does something else. */
export function askOracleAside(
  python: Python311,
  sources: readonly string[],
  options: OracleOptions = {},
): Promise<Answer[]> {
  return new Promise((resolve, reject) => {
    const run = spawn(python.executable, oracleArguments(options), {
      env: { ...process.env, PYTHONUTF8: '1' },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    const problems: Buffer[] = [];
    run.stdout.on('data', (part: Buffer) => out.push(part));
    run.stderr.on('data', (part: Buffer) => problems.push(part));
    run.on('error', reject);
    run.on('close', (status) => {
      if (status === 0) resolve(readAnswers(Buffer.concat(out).toString('utf8')));
      else reject(new Error(`the oracle failed: ${Buffer.concat(problems).toString('utf8')}`));
    });
    run.stdin.end(JSON.stringify(sources));
  });
}

function oracleArguments({ seed = 0, seconds = 20, trace = false }: OracleOptions): string[] {
  return [
    join(import.meta.dirname, 'oracle', 'oracle.py'),
    '--batch',
    '--seconds',
    String(seconds),
    '--seed',
    String(seed),
    ...(trace ? ['--trace'] : []),
  ];
}

function readAnswers(lines: string): Answer[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Answer => {
      const answer: unknown = JSON.parse(line);
      const failed = failure.safeParse(answer);
      return failed.success
        ? { kind: 'failed', reason: failed.data.error }
        : { kind: 'document', document: documentSchema.parse(answer) };
    });
}
