'use client';

import { CloudOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Badge } from '../design/badge.tsx';
import { Spinner } from '../design/spinner.tsx';
import { Sentence } from '../language/sentence.tsx';
import { useWords } from '../language/words.ts';
import type { Connection } from './connection.ts';

/** Lies over the page while the connection is away, so that nothing jumps; what is typed meanwhile waits. */
export function ConnectionBanner({ connection }: { readonly connection: Connection }) {
  const { liveDoor } = useWords('liveDoor');
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 top-16 z-30 flex justify-center px-3">
      {connection.kind === 'reconnecting' ? (
        <p className="flex items-center gap-2.5 rounded-full bg-ink px-4 py-2 text-sm text-canvas shadow-high animate-fade-in">
          <Spinner />
          <span>
            <Sentence of={liveDoor.away(connection.restarting, <Elapsed since={connection.since} />)} />
          </span>
        </p>
      ) : null}
    </div>
  );
}

function Elapsed({ since }: { readonly since: number }) {
  const { numbers } = useWords('numbers');
  const [now, setNow] = useState(since);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return <span className="tabular">{numbers.seconds(Math.max(0, Math.round((now - since) / 1000)))}</span>;
}

export function ConnectionBadge({ connection }: { readonly connection: Connection }) {
  const { liveDoor } = useWords('liveDoor');
  const says = liveDoor.connection[connection.kind];
  if (connection.kind === 'live') {
    return (
      <Badge tone="newborn">
        <span aria-hidden className="size-1.5 rounded-full bg-newborn" />
        {says}
      </Badge>
    );
  }
  return <Badge icon={connection.kind === 'reconnecting' ? CloudOff : undefined}>{says}</Badge>;
}
