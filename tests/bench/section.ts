/** The part of docs/benchmarks.md that a benchmark writes, between marks of its own, and what it is made of. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'benchmarks.md');

/** Puts these lines where the section of this name stands, or at the end under a heading. `script`: what writes it. */
export function writeSection(
  name: string,
  heading: string,
  lines: readonly string[],
  script = `bench:${name}`,
): void {
  const [start, end] = [`<!-- ${name}: written by npm run ${script} -->`, `<!-- end of ${name} -->`];
  const section = [start, '', ...lines, '', end].join('\n');
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '# Benchmarks\n';
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  writeFileSync(
    PAGE,
    from < 0
      ? `${page.trimEnd()}\n\n## ${heading}\n\n${section}\n`
      : page.slice(0, from) + section + page.slice(to + end.length),
  );
}

export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  for (const row of rows) console.log(row.join('   '));
  return [heads, heads.map((_, i) => (i === 0 ? '---' : '---:')), ...rows].map(
    (row) => `| ${row.join(' | ')} |`,
  );
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? Number.NaN) + high) / 2;
}
