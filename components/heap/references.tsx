import type { ReactNode } from 'react';
import type { ObjectView, Serial } from '../../heap/index.ts';
import { Badge } from '../design/badge.tsx';
import { classes } from '../design/classes.ts';
import { Repr } from '../design/repr.tsx';
import { useWords } from '../language/words.ts';
import { elsewhere, MODULE_TYPE } from './picture.ts';

/** A list of references with their number. */
export function References({
  title,
  empty,
  children,
}: {
  readonly title: string;
  readonly empty: string;
  readonly children: readonly ReactNode[];
}) {
  return (
    <section>
      <h4 className="mb-1 flex items-baseline gap-2 text-sm font-medium">
        {title} <span className="text-xs text-faint tabular">{children.length}</span>
      </h4>
      {children.length === 0 ? (
        <p className="text-sm text-muted">{empty}</p>
      ) : (
        <ul className="max-h-56 overflow-auto rounded-lg border border-line">{children}</ul>
      )}
    </section>
  );
}

/** One reference: through what, and to or from which object. */
export function Reference({
  label,
  object,
  module,
  weak,
  onSelect,
}: {
  readonly label: string;
  readonly object: ObjectView | null;
  /** Where it goes to a module of the class. */
  readonly module?: string | undefined;
  readonly weak: boolean;
  readonly onSelect: (serial: Serial) => void;
}) {
  const { heap } = useWords('heap');
  const inside = (
    <>
      <span className={classes('shrink-0 truncate font-mono', object !== null && 'max-w-[50%] text-muted')}>
        {label}
      </span>
      {module === undefined ? null : (
        <>
          <span className="shrink-0 font-medium">{MODULE_TYPE}</span>
          <span className="min-w-0 flex-1 truncate font-mono text-muted">
            <Repr text={elsewhere({ module })} />
          </span>
        </>
      )}
      {object === null ? null : (
        <>
          <span className="shrink-0 font-medium">{object.type}</span>
          <span className="min-w-0 flex-1 truncate font-mono text-muted">
            <Repr text={object.repr} />
          </span>
        </>
      )}
      {weak ? <Badge className="ml-auto">{heap.weak}</Badge> : null}
    </>
  );
  const look = 'flex min-h-8 w-full items-center gap-2 px-3 text-left text-sm';
  return (
    <li className="border-b border-line last:border-0">
      {object === null ? (
        <span className={look}>{inside}</span>
      ) : (
        <button
          type="button"
          className={classes(look, 'cursor-pointer -outline-offset-2 hover:bg-sunken')}
          onClick={() => onSelect(object.serial)}
        >
          {inside}
        </button>
      )}
    </li>
  );
}
