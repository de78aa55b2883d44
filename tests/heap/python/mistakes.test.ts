/** What CPython 3.11 says about sources that are wrong, and where: type, words, line and column must be its own. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { compileInput } from '../../../heap/python/compile.ts';
import { ProgramMaker, Random } from './programs.ts';
import { findPython } from './recording.ts';

const answerShape = z.tuple([z.string(), z.string(), z.number(), z.number()]);
type Answer = z.infer<typeof answerShape>;

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const recorded = z
  .array(z.tuple([z.string(), answerShape]))
  .parse(JSON.parse(readFileSync(path('./mistakes.recorded.json'), 'utf8')));

function ours(source: string): Answer | null {
  const result = compileInput(source);
  if (result.ok) return null;
  const { type, message, line, column } = result.fault;
  return [type, message, line, column];
}

/** Random programs with a piece cut out, doubled or put elsewhere. */
function mutilated(count: number): string[] {
  const random = new Random(311);
  return Array.from({ length: count }, (_, seed) => {
    const text = new ProgramMaker(seed + 50_000).input();
    const pieces = text.split(/(\s+|\b)/);
    const at = random.below(pieces.length);
    const other = pieces[random.below(pieces.length)] ?? '';
    const replacement = random.pick(['', other, `${pieces[at] ?? ''} ${other}`, ')', ':', '=', "'", ',']);
    return [...pieces.slice(0, at), replacement, ...pieces.slice(at + 1)].join('');
  });
}

describe('mistakes are reported as by CPython 3.11', () => {
  test('the recorded ones', () => {
    expect(recorded.length).toBeGreaterThan(780);
    for (const [source, theirs] of recorded) expect(ours(source), source).toEqual(theirs);
  });

  const python = findPython();
  test.skipIf(python === null)('random ones, live', { timeout: 120_000 }, () => {
    if (python === null) return;
    const sources = mutilated(600);
    const asked = spawnSync(python, [path('./recordMistakes.py'), '--ask'], {
      input: JSON.stringify([...sources, ...recorded.map(([source]) => source)]),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    const theirs = z.array(answerShape.nullable()).parse(JSON.parse(asked.stdout));
    let wrong = 0;
    sources.forEach((source, i) => {
      const answer = ours(source);
      if (answer !== null && /classroom's Python/.test(answer[1])) return;
      expect(answer, source).toEqual(theirs[i]);
      if (answer !== null) wrong++;
    });
    expect(wrong).toBeGreaterThan(200);
    // The recording is what this interpreter says.
    recorded.forEach(([source, answer], i) => {
      expect(theirs[sources.length + i], source).toEqual(answer);
    });
  });
});
