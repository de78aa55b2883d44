import { highlightCode, tagHighlighter, tags } from '@lezer/highlight';
// The grammar alone: CodeMirror's Python brings the editor with it.
import { parser } from '@lezer/python';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Repr } from './repr.tsx';

/** The same colours as in the prompt. */
export const pythonClasses = tagHighlighter([
  {
    tag: [
      tags.keyword,
      tags.operatorKeyword,
      tags.controlKeyword,
      tags.definitionKeyword,
      tags.moduleKeyword,
    ],
    class: 'text-(--syntax-keyword)',
  },
  { tag: [tags.string, tags.special(tags.string)], class: 'text-(--syntax-string)' },
  { tag: [tags.number, tags.bool, tags.null], class: 'text-(--syntax-number)' },
  { tag: [tags.comment], class: 'text-(--syntax-comment) italic' },
  {
    tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.className],
    class: 'text-(--syntax-call)',
  },
]);

/** Python source, highlighted; renders on the server as well. */
export function Python({ source, className }: { readonly source: string; readonly className?: string }) {
  const parts: ReactNode[] = [];
  const text = (piece: string, look: string) => {
    parts.push(
      look === '' ? (
        <Repr key={parts.length} text={piece} />
      ) : (
        <span key={parts.length} className={classes('[unicode-bidi:isolate]', look)}>
          {piece}
        </span>
      ),
    );
  };
  highlightCode(source, parser.parse(source), pythonClasses, text, () => parts.push('\n'));
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
