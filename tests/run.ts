/**
 * `npm test`: everything that can be tested here, in two runs: Vitest (`unit`) and real browsers (`browser`). Either
 * name as an argument runs only that one; what follows `--` goes to its runner. The last line is the sum of both.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { prepareClient } from '../server/start/client.ts';
import { preparePages } from '../server/start/pages.ts';
import { ensureBrowser } from './browser.ts';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const RUNS = ['unit', 'browser'] as const;
const scratch = mkdtempSync(join(tmpdir(), 'heaproom-tests-'));

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  success: z.boolean(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

function runUnit(extra: readonly string[]): Count {
  const report = join(scratch, 'vitest.json');
  const status = runNode('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...extra,
  ]);
  const { numPassedTests, numFailedTests, testResults } = vitestReport.parse(readJson(report));
  // A file that fails before its first test has no failed tests to count.
  const files = testResults.filter((each) => each.status === 'failed' && each.assertionResults.length === 0);
  return settled({ passed: numPassedTests, failed: numFailedTests + files.length }, status);
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
});

function runBrowser(extra: readonly string[]): Count {
  const report = join(scratch, 'playwright.json');
  const status = runNode(
    'playwright/cli.js',
    ['test', '--config', 'tests/playwright.config.ts', '--reporter=list,json', ...extra],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: report, CHROMIUM_PATH: ensureBrowser() },
  );
  const { stats, errors } = playwrightReport.parse(readJson(report));
  const count = { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
  return settled(count, status);
}

/** A runner that failed for a reason it does not count (a crash, an unhandled error) still failed. */
function settled(count: Count, status: number): Count {
  return status !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function runNode(script: string, args: readonly string[], env: Record<string, string> = {}): number {
  const child = spawnSync(process.execPath, [join('node_modules', script), ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return child.status ?? 1;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

async function run(name: (typeof RUNS)[number], extra: readonly string[]): Promise<Count> {
  try {
    if (name === 'unit') return runUnit(extra);
    await preparePages();
    return runBrowser(extra);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

const [first, ...rest] = process.argv.slice(2);
const chosen = RUNS.find((each) => each === first);
const extra = chosen === undefined ? process.argv.slice(2) : rest;
const counts: Count[] = [];
try {
  await prepareClient();
  for (const name of chosen === undefined ? RUNS : [chosen]) {
    // Arguments are for one runner; without a name they are Vitest's.
    counts.push(await run(name, chosen === undefined && name === 'browser' ? [] : extra));
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
const passed = counts.reduce((sum, each) => sum + each.passed, 0);
const failed = counts.reduce((sum, each) => sum + each.failed, 0);
if (passed + failed === 0) console.error('Nothing was tested.');
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
