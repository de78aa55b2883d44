import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { coloured, LOOK_CLASSES } from './python-colours.ts';
import { Repr } from './repr.tsx';

/** Python source, highlighted; renders on the server as well. */
export function Python({ source, className }: { readonly source: string; readonly className?: string }) {
  const parts: ReactNode[] = [];
  const plain = (text: string) => {
    if (text !== '') parts.push(<Repr key={parts.length} text={text} />);
  };
  let at = 0;
  for (const { from, to, look } of coloured(source)) {
    plain(source.slice(at, from));
    parts.push(
      <span key={parts.length} className={classes('[unicode-bidi:isolate]', LOOK_CLASSES[look])}>
        {source.slice(from, to)}
      </span>,
    );
    at = to;
  }
  plain(source.slice(at));
  return <code className={classes('font-mono whitespace-pre-wrap wrap-anywhere', className)}>{parts}</code>;
}

/** A block of Python, as in an explanation or a question. */
export function PythonBlock({ source, className }: { readonly source: string; readonly className?: string }) {
  return (
    <pre
      className={classes(
        'overflow-x-auto rounded-lg border border-line bg-sunken px-3.5 py-3 text-sm',
        className,
      )}
    >
      <Python source={source} />
    </pre>
  );
}
