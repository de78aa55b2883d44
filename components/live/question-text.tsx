import { Fragment } from 'react';
import { classes } from '../design/classes.ts';
import { Python, PythonBlock } from '../design/code.tsx';

const FENCE = '```';

/** A teacher's text: what stands between lines of three backticks is a block of Python, `backticks` a piece of it. */
export function QuestionText({ text, className }: { readonly text: string; readonly className?: string }) {
  const parts = blocks(text);
  return (
    <div className={classes('flex flex-col gap-2', className)}>
      {parts.map(({ code, lines }, index) =>
        code ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the text
          <PythonBlock key={index} source={lines.map(unbroken).join('\n')} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the text
          <div key={index} className="flex flex-col gap-1">
            {lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the text
              <p key={at} className="whitespace-pre-wrap">
                {line === '' ? '\u00a0' : <Inline text={line} />}
              </p>
            ))}
          </div>
        ),
      )}
    </div>
  );
}

/** On a narrow screen a line is not broken between its prompt and what is typed there. */
function unbroken(line: string): string {
  return line.replace(/^(\w*(?:>>>|\.\.\.)) /, '$1\u00a0');
}

export function Inline({ text }: { readonly text: string }) {
  return text.split('`').map((piece, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the text
      <Python key={index} source={piece} className="rounded bg-sunken px-1 py-0.5 text-[0.92em]" />
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the text
      <Fragment key={index}>{piece}</Fragment>
    ),
  );
}

function blocks(text: string): { readonly code: boolean; readonly lines: readonly string[] }[] {
  const found: { code: boolean; lines: string[] }[] = [{ code: false, lines: [] }];
  for (const line of text.split('\n')) {
    const last = found.at(-1);
    if (line.trim() === FENCE) found.push({ code: last?.code !== true, lines: [] });
    else last?.lines.push(line);
  }
  return found.filter(({ lines }) => lines.some((line) => line.trim() !== ''));
}
