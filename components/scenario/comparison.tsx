'use client';

import { useEffect, useState } from 'react';
import { type Compared, compare } from '../../classroom/scenarios/compare.ts';
import type { CompareStep, Side } from '../../classroom/scenarios/scenario.ts';
import { classes } from '../design/classes.ts';
import { Python } from '../design/code.tsx';
import { Notice } from '../design/notice.tsx';
import { Spinner } from '../design/spinner.tsx';
import { useWords } from '../language/words.ts';
import { type Row, rowsOf } from './comparison.ts';

type Result =
  | { readonly kind: 'measured'; readonly step: CompareStep; readonly compared: Compared }
  | { readonly kind: 'failed'; readonly step: CompareStep; readonly message: string };

/** Measured in this browser, on two copies of one heap; painted first, so that the page does not freeze unsaid. */
function useComparison(step: CompareStep): Result | null {
  const [result, setResult] = useState<Result | null>(null);
  useEffect(() => {
    let wanted = true;
    const frame = requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (!wanted) return;
        try {
          setResult({ kind: 'measured', step, compared: compare(step) });
        } catch (error) {
          setResult({
            kind: 'failed',
            step,
            message: error instanceof Error ? error.message : String(error),
          });
        }
      }),
    );
    return () => {
      wanted = false;
      cancelAnimationFrame(frame);
    };
  }, [step]);
  return result?.step === step ? result : null;
}

/** Two ways of doing the same, side by side. */
export function Comparison({
  step,
  large = false,
}: {
  readonly step: CompareStep;
  readonly large?: boolean;
}) {
  const spoken = useWords('scenario', 'numbers');
  const words = spoken.scenario.comparison;
  const result = useComparison(step);
  if (result?.kind === 'failed') {
    return (
      <Notice tone="error" title={words.failed}>
        {result.message}
      </Notice>
    );
  }
  if (result === null) {
    return (
      <p role="status" className="flex items-center gap-2 py-6 text-muted">
        <Spinner /> {words.running}
      </p>
    );
  }
  return <ComparisonTable step={step} rows={rowsOf(result.compared, spoken)} large={large} />;
}

function ComparisonTable({
  step,
  rows,
  large,
}: {
  readonly step: CompareStep;
  readonly rows: readonly Row[];
  readonly large: boolean;
}) {
  const words = useWords('scenario').scenario.comparison;
  return (
    <table className={classes('w-full table-fixed border-collapse', large ? 'text-lg' : 'text-sm')}>
      <caption className="sr-only">{words.caption(step.before.title, step.after.title)}</caption>
      <thead>
        <tr className="border-b border-line align-bottom">
          <th scope="col" className="w-[22%] py-1.5 pr-3 text-left text-xs font-medium text-faint">
            {words.measured}
          </th>
          <SideHead side={step.before} />
          <SideHead side={step.after} />
          <th
            scope="col"
            className="w-[12%] py-1.5 pl-3 text-right text-xs font-medium text-faint max-sm:hidden"
          >
            {words.difference}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.figure} data-figure={row.figure} className="border-b border-line last:border-0">
            <th scope="row" className="py-1 pr-3 text-left font-medium" title={row.hint}>
              {row.label}
            </th>
            <Bar value={row.before} part={row.beforeBar} fill="bg-edge" />
            <Bar value={row.after} part={row.afterBar} fill="bg-accent" difference={row.difference} />
            <td
              className={classes(
                'py-1 pl-3 text-right tabular max-sm:hidden',
                row.better === null ? 'text-faint' : row.better ? 'font-semibold' : 'text-muted',
              )}
            >
              {row.difference}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SideHead({ side }: { readonly side: Side }) {
  const code = side.run.map((source) => source.trimEnd()).join('\n');
  return (
    <th scope="col" className="py-1.5 pr-3 text-left align-bottom font-semibold">
      {side.title}
      <span className="mt-0.5 block text-xs font-normal max-sm:hidden">
        <Python source={code} className="line-clamp-2 text-muted" />
      </span>
    </th>
  );
}

function Bar({
  value,
  part,
  fill,
  difference,
}: {
  readonly value: number;
  readonly part: number;
  readonly fill: string;
  readonly difference?: string;
}) {
  const { numbers } = useWords('numbers');
  return (
    <td className="py-1 pr-4 align-middle">
      <span className="flex items-center gap-x-3 gap-y-0.5 max-sm:flex-wrap">
        <span className="min-w-20 tabular">{numbers.whole(value)}</span>
        {difference === undefined ? null : (
          <span className="ml-auto text-xs text-muted tabular sm:hidden">{difference}</span>
        )}
        <span
          aria-hidden
          className="block h-2 min-w-0 overflow-hidden rounded-full bg-sunken max-sm:basis-full sm:flex-1"
        >
          <span className={classes('block h-full rounded-full', fill)} style={{ width: `${part * 100}%` }} />
        </span>
      </span>
    </td>
  );
}
