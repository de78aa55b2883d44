'use client';

import { ArrowDown, Film } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Badge } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { classes } from '../design/classes.ts';
import { Python } from '../design/code.tsx';
import { Empty } from '../design/empty.tsx';

export interface TranscriptLine {
  readonly id: string | number;
  /** The nickname as people read it. */
  readonly author: string;
  /** The module's name; compared with `me`. */
  readonly handle: string;
  readonly source: string;
  /** What it printed. */
  readonly output: string;
  /** The traceback, or the sentence of a limit. */
  readonly error: string | null;
  readonly state: 'done' | 'pending' | 'refused';
  /** A fact besides: `3 objects freed`, why it was refused. */
  readonly note?: string;
  /** Collections that ran in it and can be watched: their index, and what they were. */
  readonly collections?: readonly { readonly index: number; readonly text: string }[];
}

export interface TranscriptProps {
  readonly lines: readonly TranscriptLine[];
  readonly me?: string | null;
  /** Who typed is left out where there is only one. */
  readonly single?: boolean;
  readonly emptyText?: string;
  /** A line to be shown, wherever one reads; a new object shows it again. */
  readonly pointed?: { readonly id: string | number } | null;
  /** Without it collections are only mentioned. */
  readonly onWatch?: ((line: TranscriptLine['id'], collection: number) => void) | undefined;
}

/** How near the end counts as being at the end, in pixels. */
const NEAR = 48;
/** A statement may collect hundreds of times: the last ones can be watched. */
const WATCHABLE = 3;

/** Who typed what, its output or its error. Stays at the end while one is there, and stays put while one reads. */
export function Transcript({
  lines,
  me = null,
  single = false,
  emptyText = 'What is typed appears here, with what it prints.',
  pointed = null,
  onWatch,
}: TranscriptProps) {
  const box = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const last = lines.at(-1);

  useEffect(() => {
    if (atEnd && last !== undefined && box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }, [last, atEnd]);

  useEffect(() => {
    if (pointed === null) return;
    setAtEnd(false);
    const line = box.current?.querySelector<HTMLElement>(`[data-line="${pointed.id}"]`);
    line?.scrollIntoView({ block: 'center' });
    line?.focus({ preventScroll: true });
  }, [pointed]);

  return (
    <div className="relative h-full min-h-0">
      <div
        ref={box}
        role="log"
        aria-label="Transcript"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
        tabIndex={0}
        className="h-full overflow-auto -outline-offset-2"
        onScroll={(event) => {
          const { scrollTop, scrollHeight, clientHeight } = event.currentTarget;
          setAtEnd(scrollHeight - scrollTop - clientHeight < NEAR);
        }}
      >
        {lines.length === 0 ? (
          <Empty title="Nothing typed yet">{emptyText}</Empty>
        ) : (
          <ol className="flex flex-col py-1.5">
            {lines.map((line) => (
              <Line
                key={line.id}
                line={line}
                mine={line.handle === me}
                single={single}
                pointed={line.id === pointed?.id}
                onWatch={onWatch}
              />
            ))}
          </ol>
        )}
      </div>
      {atEnd ? null : (
        <Button
          size="sm"
          icon={ArrowDown}
          className="absolute! right-3 bottom-3 shadow-high"
          onClick={() => setAtEnd(true)}
        >
          Latest
        </Button>
      )}
    </div>
  );
}

function Line({
  line,
  mine,
  single,
  pointed,
  onWatch,
}: {
  readonly line: TranscriptLine;
  readonly mine: boolean;
  readonly single: boolean;
  readonly pointed: boolean;
  readonly onWatch: TranscriptProps['onWatch'];
}) {
  return (
    <li
      data-line={line.id}
      tabIndex={-1}
      aria-current={pointed ? 'true' : undefined}
      className={classes(
        'border-l-3 px-4 py-1.5 -outline-offset-2',
        pointed && 'bg-accent-soft',
        mine && !single ? 'border-mine' : 'border-transparent',
        line.state === 'pending' && 'opacity-60',
      )}
    >
      {single ? null : (
        <p className="text-xs text-faint">
          <span className={classes('font-medium', mine ? 'text-mine-ink' : 'text-muted')}>{line.author}</span>
        </p>
      )}
      <div className={classes('flex items-start gap-2 text-sm', line.source === '' && 'hidden')}>
        <span aria-hidden className="font-mono text-faint select-none">
          &gt;&gt;&gt;
        </span>
        <Python source={line.source} className={line.state === 'refused' ? 'line-through opacity-70' : ''} />
        {line.state === 'pending' ? <Badge className="ml-auto">on its way</Badge> : null}
        {line.state === 'refused' ? (
          <Badge tone="danger" className="ml-auto">
            refused
          </Badge>
        ) : null}
      </div>
      {line.output === '' ? null : (
        <pre className="mt-0.5 max-h-72 overflow-auto font-mono text-sm wrap-anywhere whitespace-pre-wrap">
          {line.output.replace(/\n$/, '')}
        </pre>
      )}
      {line.error === null ? null : (
        <pre className="mt-1 rounded-md bg-danger-soft px-2.5 py-1.5 font-mono text-xs wrap-anywhere whitespace-pre-wrap text-danger">
          {line.error.replace(/\n$/, '')}
        </pre>
      )}
      {line.note === undefined ? null : <p className="mt-0.5 text-xs text-muted">{line.note}</p>}
      {onWatch === undefined ? null : (
        <div className="flex flex-wrap gap-1.5">
          {line.collections?.slice(-WATCHABLE).map(({ index, text }) => (
            <Button
              key={index}
              size="sm"
              variant="quiet"
              icon={Film}
              className="mt-1 -ml-2.5"
              onClick={() => onWatch(line.id, index)}
            >
              Watch {text}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}
