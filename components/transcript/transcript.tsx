'use client';

import { ArrowDown, ChevronDown, Film, Waypoints } from 'lucide-react';
import { memo, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Badge } from '../design/badge.tsx';
import { Button, IconButton } from '../design/button.tsx';
import { classes } from '../design/classes.ts';
import { Python } from '../design/code.tsx';
import { Empty } from '../design/empty.tsx';
import { Menu } from '../design/menu.tsx';
import { useWords } from '../language/words.ts';
import { people, said } from './people.ts';

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
  readonly collections?: readonly {
    readonly index: number;
    readonly automatic: boolean;
    readonly generation: number;
  }[];
}

export interface TranscriptProps {
  readonly lines: readonly TranscriptLine[];
  readonly me?: string | null;
  /** Who typed is left out where there is only one. */
  readonly single?: boolean;
  /** Where nobody is at the controls, nobody chooses whose lines to read. */
  readonly filter?: boolean;
  readonly emptyText?: string;
  /** A line to be shown, wherever one reads; a new object shows it again. */
  readonly pointed?: { readonly id: string | number } | null;
  /** Without it collections are only mentioned. */
  readonly onWatch?: ((line: TranscriptLine['id'], collection: number) => void) | undefined;
  /** Shows on the heap what a line made and changed. */
  readonly onEffect?: ((line: TranscriptLine['id']) => void) | undefined;
  /** The line whose effect is shown. */
  readonly effectOf?: TranscriptLine['id'] | null;
}

/** How near the end counts as being at the end, in pixels. */
const NEAR = 48;
/** A statement may collect hundreds of times: the last ones can be watched. */
const WATCHABLE = 3;

/** Who typed what, its output or its error. Stays at the end while one is there, and stays put while one reads. */
export const Transcript = memo(function Transcript({
  lines,
  me = null,
  single = false,
  filter = true,
  emptyText,
  pointed = null,
  onWatch,
  onEffect,
  effectOf = null,
}: TranscriptProps) {
  const { transcript } = useWords('transcript');
  const box = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const [who, setWho] = useState<string | null>(null);
  const [shownPointed, setShownPointed] = useState(pointed);
  // Who is led to a line sees it, whoever wrote it.
  if (shownPointed !== pointed) {
    setShownPointed(pointed);
    if (!said(lines, who).some((line) => line.id === pointed?.id)) setWho(null);
  }
  const authors = single || !filter ? [] : people(lines, me);
  const chosen = authors.find((person) => person.handle === who) ?? null;
  const shown = said(lines, chosen?.handle ?? null);
  const last = shown.at(-1);
  const latest = useRef({ onWatch, onEffect });
  useLayoutEffect(() => {
    latest.current = { onWatch, onEffect };
  });
  // A line is drawn again only when it changes, so what it calls has to stay the same.
  const watch = useCallback(
    (line: TranscriptLine['id'], collection: number) => latest.current.onWatch?.(line, collection),
    [],
  );
  const showEffect = useCallback((line: TranscriptLine['id']) => latest.current.onEffect?.(line), []);

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
    <div className="relative flex h-full min-h-0 flex-col">
      {authors.length < 2 ? null : (
        <div className="flex min-h-10 shrink-0 items-center gap-3 border-b border-line px-2 text-sm">
          <Menu
            align="start"
            trigger={
              <Button size="sm" variant="quiet" className="max-w-full min-w-0">
                <span className="sr-only">{transcript.entriesOf} </span>
                <bdi className="min-w-0 truncate">{chosen?.name ?? transcript.everybody}</bdi>
                <ChevronDown aria-hidden className="size-4 shrink-0" />
              </Button>
            }
            items={[
              { label: transcript.everybody, onSelect: () => setWho(null) },
              ...authors.map(({ handle, name, lines: number }) => ({
                label: (
                  <>
                    <bdi className="min-w-0 flex-1 truncate">{name}</bdi>
                    <span className="text-xs text-muted tabular">{number}</span>
                  </>
                ),
                onSelect: () => setWho(handle),
              })),
            ]}
          />
          <span role="status" className="ml-auto pr-2 text-xs whitespace-nowrap text-muted tabular">
            {chosen === null ? '' : transcript.shown(shown.length, lines.length)}
          </span>
        </div>
      )}
      <div
        ref={box}
        role="log"
        aria-label={transcript.title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-auto -outline-offset-2"
        onScroll={(event) => {
          const { scrollTop, scrollHeight, clientHeight } = event.currentTarget;
          setAtEnd(scrollHeight - scrollTop - clientHeight < NEAR);
        }}
      >
        {shown.length === 0 ? (
          <Empty title={transcript.empty}>{emptyText ?? transcript.emptyText}</Empty>
        ) : (
          <ol className="flex flex-col py-1.5">
            {shown.map((line) => (
              <Line
                key={line.id}
                line={line}
                mine={line.handle === me}
                single={single}
                pointed={line.id === pointed?.id}
                onWatch={onWatch === undefined ? undefined : watch}
                onEffect={onEffect === undefined ? undefined : showEffect}
                effectShown={line.id === effectOf}
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
          {transcript.latest}
        </Button>
      )}
    </div>
  );
});

const Line = memo(function Line({
  line,
  mine,
  single,
  pointed,
  onWatch,
  onEffect,
  effectShown,
}: {
  readonly line: TranscriptLine;
  readonly mine: boolean;
  readonly single: boolean;
  readonly pointed: boolean;
  readonly onWatch: TranscriptProps['onWatch'];
  readonly onEffect: TranscriptProps['onEffect'];
  readonly effectShown: boolean;
}) {
  const { transcript } = useWords('transcript');
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
          <span className={classes('font-medium', mine ? 'text-mine-ink' : 'text-muted')}>
            <bdi>{line.author}</bdi>
          </span>
        </p>
      )}
      <div className={classes('flex items-start gap-2 text-sm', line.source === '' && 'hidden')}>
        <span aria-hidden className="font-mono text-faint select-none">
          &gt;&gt;&gt;
        </span>
        <Python source={line.source} className={line.state === 'refused' ? 'line-through' : ''} />
        {onEffect === undefined || line.state !== 'done' ? null : (
          <IconButton
            size="sm"
            icon={Waypoints}
            label={transcript.showEffect(line.id)}
            pressed={effectShown}
            className="-my-1 -mr-2 ml-auto shrink-0"
            onClick={() => onEffect(line.id)}
          />
        )}
        {line.state === 'pending' ? <Badge className="ml-auto">{transcript.pending}</Badge> : null}
        {line.state === 'refused' ? (
          <Badge tone="danger" className="ml-auto">
            {transcript.refused}
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
          {line.collections?.slice(-WATCHABLE).map((collection) => (
            <Button
              key={collection.index}
              size="sm"
              variant="quiet"
              icon={Film}
              className="mt-1 -ml-2.5"
              onClick={() => onWatch(line.id, collection.index)}
            >
              {transcript.watch(collection)}
              {line.collections?.length === 1 ? null : (
                <span className="text-faint tabular">
                  {collection.index + 1} / {line.collections?.length}
                </span>
              )}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
});
