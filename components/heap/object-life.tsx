import type { Lifeline, Link, Serial } from '../../heap/index.ts';
import { classes } from '../design/classes.ts';

/** Why it is alive, or why it is dead and still here. */
export function ObjectLife({
  life,
  selected,
  onSelect,
}: {
  readonly life: Lifeline;
  readonly selected: Serial;
  readonly onSelect: (serial: Serial) => void;
}) {
  switch (life.kind) {
    case 'gone':
      return null;
    case 'builtin':
      return <p className="text-sm text-muted">Part of the interpreter: there from the start to the end.</p>;
    case 'alive':
      return (
        <>
          <p className="mb-1.5 text-sm text-muted">
            A shortest way to it from a name or from the interpreter.
          </p>
          <Chain links={life.path} selected={selected} onSelect={onSelect} />
        </>
      );
    case 'leaked':
      return (
        <>
          <p className="mb-1.5 text-sm text-muted">
            Nothing that runs reaches it.{' '}
            {life.path.length === 0
              ? 'It stays because this cycle leads back to it: no count in it can fall to zero.'
              : 'It stays because it hangs on a cycle, in which no count can fall to zero.'}{' '}
            A collection of its generation frees it.
          </p>
          <Chain links={life.cycle} selected={selected} onSelect={onSelect} closed />
          {life.path.length === 0 ? null : (
            <>
              <p className="mt-3 mb-1.5 text-sm text-muted">From the cycle to this object</p>
              <Chain links={life.path} selected={selected} onSelect={onSelect} />
            </>
          )}
        </>
      );
  }
}

function Chain({
  links,
  selected,
  onSelect,
  closed = false,
}: {
  readonly links: readonly Link[];
  readonly selected: Serial;
  readonly onSelect: (serial: Serial) => void;
  /** The last link is the first again. */
  readonly closed?: boolean;
}) {
  return (
    <ol className="flex flex-col">
      {links.map((link, at) => (
        <li
          // A chain may pass an object twice, as a cycle does; its links are known by their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={at}
          className="relative pl-4"
        >
          <span
            aria-hidden
            className={classes(
              'absolute top-0 left-1 w-px',
              closed ? 'bg-leaked' : 'bg-edge',
              at === links.length - 1 ? 'h-1/2' : 'h-full',
            )}
          />
          <span
            aria-hidden
            className={classes('absolute top-1/2 left-1 h-px w-2.5', closed ? 'bg-leaked' : 'bg-edge')}
          />
          <button
            type="button"
            aria-current={link.serial === selected ? 'true' : undefined}
            onClick={() => onSelect(link.serial)}
            className={classes(
              'flex min-h-8 w-full cursor-pointer items-center gap-2 rounded-md px-2 text-left text-sm',
              link.serial === selected ? 'bg-accent-soft' : 'hover:bg-sunken',
            )}
          >
            {link.label === '' ? null : <span className="shrink-0 font-mono">{link.label}</span>}
            <span className="shrink-0 font-medium">{link.type}</span>
            <span className="min-w-0 flex-1 truncate font-mono text-muted">{link.repr}</span>
            {closed && at === links.length - 1 ? (
              <span className="shrink-0 text-xs text-leaked-ink">again</span>
            ) : null}
          </button>
        </li>
      ))}
    </ol>
  );
}
