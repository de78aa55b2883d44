import type { ReactNode } from 'react';
import { classes } from './classes.ts';

export interface StatProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly unit?: string;
  readonly hint?: ReactNode;
  readonly size?: 'md' | 'lg';
}

/** One large readable number with its name. */
export function Stat({ label, value, unit, hint, size = 'md' }: StatProps) {
  return (
    <div className="min-w-0">
      <p className="truncate text-xs text-faint">{label}</p>
      <p
        className={classes(
          'truncate font-semibold tracking-tight tabular',
          size === 'lg' ? 'text-3xl' : 'text-xl',
        )}
      >
        {value}
        {unit === undefined ? null : <span className="ml-1 text-[0.6em] font-medium text-muted">{unit}</span>}
      </p>
      {hint === undefined ? null : <p className="truncate text-xs text-faint">{hint}</p>}
    </div>
  );
}
