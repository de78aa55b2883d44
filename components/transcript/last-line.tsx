'use client';

import { classes } from '../design/classes.ts';
import type { TranscriptLine } from './transcript.tsx';

/** On a phone the transcript is behind a tab: what my last statement came to is worth a line. */
export function LastLine({
  lines,
  me = null,
}: {
  readonly lines: readonly TranscriptLine[];
  /** Lines of others are not answers to me. */
  readonly me?: string | null;
}) {
  const last = lines.findLast(({ handle }) => me === null || handle === me);
  if (last === undefined) return null;
  const refused = last.state === 'refused';
  const failed = refused || last.error !== null;
  const said = refused
    ? (last.note ?? '')
    : last.error === null
      ? last.output.trimEnd() || (last.note ?? '')
      : (last.error.trimEnd().split('\n').at(-1) ?? '');
  return (
    <p
      role="status"
      className="flex shrink-0 gap-3 border-t border-line bg-surface px-4 py-1.5 font-mono text-xs"
    >
      <span className={classes('truncate text-faint', said !== '' && 'max-w-[50%] shrink-0')}>
        {last.source.split('\n')[0]}
      </span>
      <span className={classes('min-w-0', refused ? 'line-clamp-3' : 'truncate', failed && 'text-danger')}>
        {said}
      </span>
    </p>
  );
}
