import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, impurities, scan, violation } from './scan.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

describe('the walls of the house', () => {
  it('nothing goes through a wall', () => {
    const report = scan(ROOT);
    expect(report.violations).toEqual([]);
    // A scan that found nothing to look at would pass everything.
    expect(report.files).toBeGreaterThan(60);
    expect(report.imports).toBeGreaterThan(150);
  });

  const planted: readonly [string, string, RegExp][] = [
    ['heap/memory/x.ts', "import { readFileSync } from 'node:fs';", /node:fs/],
    ['heap/objects/x.ts', "import { parser } from '@lezer/python';", /@lezer\/python/],
    ['heap/memory/x.ts', "import { Runtime } from '../objects/runtime.ts';", /heap\/objects/],
    ['heap/objects/x.ts', "import type { Ast } from '../python/ast.ts';", /heap\/python/],
    ['heap/objects/x.ts', "import { collectMain } from '../gc/collector.ts';", /heap\/gc/],
    ['heap/gc/x.ts', "import { evaluate } from '../python/eval.ts';", /heap\/python/],
    ['heap/python/x.ts', "import { Machine } from '../machine/machine.ts';", /heap\/machine/],
    ['heap/gc/x.ts', "import { may } from '../../classroom/permissions.ts';", /classroom/],
    ['classroom/x.ts', "import * as z from 'zod/mini';", /zod/],
    ['classroom/protocol/x.ts', "import { z } from 'zod';", /zod/],
    ['components/live/x.ts', "import { z } from 'zod';", /zod/],
    ['classroom/x.ts', "import { Memory } from '../heap/memory/memory.ts';", /heap\/memory/],
    ['components/heap/x.tsx', "import { Rooms } from '../../server/rooms/rooms.ts';", /server/],
    ['components/heap/x.tsx', "import { io } from 'socket.io-client';", /socket\.io-client/],
    ['app/x/page.tsx', "import { Rooms } from '../../server/rooms/rooms.ts';", /server\/rooms/],
    ['app/x/page.tsx', "const m = await import('../../server/rooms/rooms.ts');", /server\/rooms/],
    ['server/http/x.ts', "import next from 'next';", /next/],
    ['server/http/x.ts', "export { Button } from '../../components/design/button.tsx';", /components/],
  ];
  it.each(planted)('a planted import in %s is found: %s', (file, text, sentence) => {
    const found = importsOf(file, text).map(violation);
    expect(found.join('\n')).toMatch(sentence);
  });

  it.each([
    ['heap/x.ts', 'const now = Date.now();'],
    ['heap/x.ts', 'const r = Math.random();'],
    ['classroom/x.ts', 'let counter = 0;'],
    ['classroom/x.ts', 'setTimeout(() => {}, 1);'],
  ])('planted impurity in %s is found: %s', (file, text) => {
    expect(impurities(file, text)).toHaveLength(1);
  });

  it('words in comments and strings are no impurity', () => {
    expect(impurities('heap/x.ts', "// Date.now() is not used\nconst s = 'Math.random';")).toEqual([]);
  });
});

/** The linter itself, on a copy of its configuration with a planted file. */
describe('the linter', () => {
  it.each([
    ['server/socket/door.ts', 'export const command = JSON.parse("1") as number;\n', /No casts/],
    ['heap/x.ts', 'export function f(x: any): number {\n  return x;\n}\n', /noExplicitAny/],
    ['heap/x.ts', 'export const f = (x: string | null): string => x!;\n', /noNonNullAssertion/],
    ['heap/x.ts', 'export enum Kind {\n  A = 0,\n}\n', /noEnum/],
  ])('refuses a planted fault in %s: %s', (file, text, message) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'walls-'));
    try {
      cpSync(path.join(ROOT, 'biome.json'), path.join(folder, 'biome.json'));
      cpSync(path.join(ROOT, '.gitignore'), path.join(folder, '.gitignore'));
      mkdirSync(path.join(folder, 'tests/walls'), { recursive: true });
      cpSync(path.join(ROOT, 'tests/walls/no-casts.grit'), path.join(folder, 'tests/walls/no-casts.grit'));
      symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
      expect(lint(folder, file)).toMatch(message);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** Output of a run that must fail. */
function lint(folder: string, file: string): string {
  try {
    execFileSync(
      process.execPath,
      [path.join(ROOT, 'node_modules/@biomejs/biome/bin/biome'), 'check', file],
      {
        cwd: folder,
        encoding: 'utf8',
        stdio: 'pipe',
      },
    );
  } catch (error) {
    if (error instanceof Error && 'stderr' in error && 'stdout' in error)
      return `${error.stdout}${error.stderr}`;
    throw error;
  }
  throw new Error('the linter let a planted fault pass');
}
