import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder)).flatMap((name) => {
    const file = `${folder}/${name}`;
    return statSync(path.join(ROOT, file)).isDirectory() ? filesBelow(file) : [file];
  });
}

/** Ids like GC4 that stand in square brackets. */
function ids(text: string): string[] {
  return [...text.matchAll(/\[([A-Z]{2}\d+)\]/g)].map((match) => match[1] ?? '');
}

it.each(['heap', 'classroom'])(
  'every rule of %s/SPEC.md has a test titled with it, and the reverse',
  (part) => {
    const rules = ids(readFileSync(path.join(ROOT, part, 'SPEC.md'), 'utf8'));
    expect(rules.length).toBeGreaterThan(5);
    expect(new Set(rules).size, 'a rule stands twice').toBe(rules.length);
    const titles = filesBelow(`tests/${part}`)
      .filter((file) => file.endsWith('.test.ts'))
      .flatMap((file) =>
        [...readFileSync(path.join(ROOT, file), 'utf8').matchAll(/\(\s*['"`](\[[A-Z]{2}\d+\])/g)].flatMap(
          (match) => ids(match[1] ?? ''),
        ),
      );
    const tested = new Set(titles);
    expect(
      rules.filter((rule) => !tested.has(rule)),
      'rules without a test',
    ).toEqual([]);
    expect(
      [...tested].filter((rule) => !rules.includes(rule)),
      'tests of no rule',
    ).toEqual([]);
  },
);
