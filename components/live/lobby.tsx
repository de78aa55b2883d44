'use client';

import type { ClassState } from '../../classroom/protocol/state.ts';
import { Badge } from '../design/badge.tsx';
import { students } from './members.ts';

/** Names that are shown; the others are counted. */
const NAMED = 40;

/** Before a challenge begins: who is here. */
export function Lobby({
  state,
  connected,
  teacher = false,
}: {
  readonly state: ClassState;
  readonly connected: readonly string[];
  readonly teacher?: boolean;
}) {
  const all = students(state);
  const here = all.filter(({ id }) => connected.includes(id));
  return (
    <div className="flex flex-col gap-3">
      <p role="status" className="text-lg projector:text-2xl">
        <strong className="font-semibold tabular">{here.length}</strong> of {all.length} here.{' '}
        <span className="text-muted">
          {teacher ? 'Start it when everybody is ready.' : 'It starts when the teacher says so.'}
        </span>
      </p>
      <ul aria-label="Here" className="flex flex-wrap gap-1.5">
        {here.slice(0, NAMED).map(({ id, nickname }) => (
          <li key={id} className="animate-born">
            <Badge tone="accent">{nickname}</Badge>
          </li>
        ))}
        {here.length > NAMED ? (
          <li>
            <Badge>and {here.length - NAMED} more</Badge>
          </li>
        ) : null}
      </ul>
    </div>
  );
}

/** The count of three, by the server's clock. */
export function Starting({ seconds }: { readonly seconds: number }) {
  return (
    <p role="timer" className="py-4 text-center text-lg text-muted">
      Starting in{' '}
      <strong key={seconds} className="inline-block animate-tick text-4xl font-semibold text-ink tabular">
        {seconds}
      </strong>
    </p>
  );
}
