'use client';

import { CloudOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Badge } from '../design/badge.tsx';
import { Spinner } from '../design/spinner.tsx';
import type { Connection } from './connection.ts';

/** Lies over the page while the connection is away, so that nothing jumps; what is typed meanwhile waits. */
export function ConnectionBanner({ connection }: { readonly connection: Connection }) {
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 top-16 z-30 flex justify-center px-3">
      {connection.kind === 'reconnecting' ? (
        <p className="flex items-center gap-2.5 rounded-full bg-ink px-4 py-2 text-sm text-canvas shadow-high animate-fade-in">
          <Spinner />
          <span>
            {connection.restarting ? 'The server is restarting.' : 'The connection is lost.'} Trying again
            since <Elapsed since={connection.since} />. What you send is kept.
          </span>
        </p>
      ) : null}
    </div>
  );
}

function Elapsed({ since }: { readonly since: number }) {
  const [now, setNow] = useState(since);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return <span className="tabular">{Math.max(0, Math.round((now - since) / 1000))} s</span>;
}

const WORDS = {
  connecting: 'Connecting',
  live: 'Live',
  reconnecting: 'Reconnecting',
  ended: 'Ended',
  refused: 'Not connected',
} as const;

export function ConnectionBadge({ connection }: { readonly connection: Connection }) {
  if (connection.kind === 'live') {
    return (
      <Badge tone="newborn">
        <span aria-hidden className="size-1.5 rounded-full bg-newborn" />
        {WORDS.live}
      </Badge>
    );
  }
  return (
    <Badge icon={connection.kind === 'reconnecting' ? CloudOff : undefined}>{WORDS[connection.kind]}</Badge>
  );
}
