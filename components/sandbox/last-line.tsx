'use client';

import type { BenchState } from './bench.ts';

/** On a phone the transcript is behind a tab: its last answer is worth a line. */
export function LastLine({ state }: { readonly state: BenchState }) {
  const last = state.lines.at(-1);
  if (last === undefined) return null;
  const said = last.error === null ? last.output.trimEnd() : (last.error.trimEnd().split('\n').at(-1) ?? '');
  return (
    <p role="status" className="flex gap-3 border-t border-line px-4 py-1.5 font-mono text-xs">
      <span className="max-w-[50%] truncate text-faint">{last.source.split('\n')[0]}</span>
      <span className={last.error === null ? 'min-w-0 truncate' : 'min-w-0 truncate text-danger'}>
        {said}
      </span>
    </p>
  );
}
