import type { ReactNode } from 'react';
import type { LiveView } from './connection.ts';

/** Carries what this copy of the class has arrived at: number and digest of the newest entry, and the connection. */
export function LiveRoot({
  view,
  children,
  name = 'live',
}: {
  readonly view: LiveView;
  readonly children: ReactNode;
  readonly name?: string;
}) {
  return (
    <div
      data-testid={name}
      data-connection={view.connection.kind}
      data-seq={view.state?.seq ?? 0}
      data-digest={view.digest ?? ''}
      data-pending={view.pending.length}
      className="contents"
    >
      {children}
    </div>
  );
}
