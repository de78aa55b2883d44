import { type ReactNode, useId } from 'react';
import { classes } from './classes.ts';

export interface PanelProps {
  readonly title?: ReactNode;
  /** A short line under the title. */
  readonly hint?: ReactNode;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** No padding around the content: for tables, graphs and lists. */
  readonly flush?: boolean;
  /** The content scrolls inside the panel, which fills the height it is given. */
  readonly fill?: boolean;
  readonly className?: string;
}

/** A titled surface; a landmark region named by its title. */
export function Panel({
  title,
  hint,
  actions,
  children,
  flush = false,
  fill = false,
  className,
}: PanelProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={title === undefined ? undefined : id}
      className={classes(
        'rounded-xl border border-line bg-surface',
        fill && 'flex min-h-0 flex-col',
        className,
      )}
    >
      {title === undefined && actions === undefined ? null : (
        <header className="flex min-h-11 shrink-0 items-center gap-3 border-b border-line px-4 py-1.5">
          <div className="min-w-0 flex-1">
            <h2 id={id} className="truncate text-sm font-semibold">
              {title}
            </h2>
            {hint === undefined ? null : <p className="truncate text-xs text-faint">{hint}</p>}
          </div>
          {actions === undefined ? null : <div className="flex shrink-0 items-center gap-1">{actions}</div>}
        </header>
      )}
      <div className={classes(!flush && 'p-4', fill && 'min-h-0 flex-1 overflow-auto')}>{children}</div>
    </section>
  );
}
