import { labelWords } from '../../classroom/labelPhrases.ts';
import type { Lifeline, Link, Serial } from '../../heap/index.ts';
import { classes } from '../design/classes.ts';
import { Repr } from '../design/repr.tsx';
import { useWords } from '../language/words.ts';

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
  const { life: words } = useWords('inspector').inspector;
  switch (life.kind) {
    case 'gone':
      return null;
    case 'builtin':
      return <p className="text-sm text-muted">{words.builtin}</p>;
    case 'alive':
      return (
        <>
          <p className="mb-1.5 text-sm text-muted">{words.alive}</p>
          <Chain links={life.path} selected={selected} onSelect={onSelect} />
        </>
      );
    case 'leaked':
      return (
        <>
          <p className="mb-1.5 text-sm text-muted">
            {life.path.length === 0 ? words.inCycle : words.onCycle}
          </p>
          <Chain links={life.cycle} selected={selected} onSelect={onSelect} closed />
          {life.path.length === 0 ? null : (
            <>
              <p className="mt-3 mb-1.5 text-sm text-muted">{words.fromCycle}</p>
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
  const { life: words, labels } = useWords('inspector').inspector;
  const through = links.map(({ label }) => labelWords(label, labels));
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
            <Through text={through[at] ?? ''} />
            <span className="shrink-0 font-medium">{link.type}</span>
            <span className="min-w-0 flex-1 truncate font-mono text-muted">
              <Repr text={link.repr} />
            </span>
            {closed && at === links.length - 1 ? (
              <span className="shrink-0 text-xs text-leaked-ink">{words.again}</span>
            ) : null}
          </button>
        </li>
      ))}
    </ol>
  );
}

function Through({ text }: { readonly text: string }) {
  return text === '' ? null : <span className="max-w-[50%] shrink-0 truncate font-mono">{text}</span>;
}
