'use client';

import { History } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ObjectView } from '../../heap/index.ts';
import { Button } from '../design/button.tsx';
import { classes } from '../design/classes.ts';
import { Meter } from '../design/meter.tsx';
import { useWords } from '../language/words.ts';
import type { HeapSource } from '../time/heap-source.ts';
import { type StoryLine, tellStory } from '../time/past.ts';
import { pastFault } from '../time/past-fault.ts';
import { deedLine } from '../time/time-words.ts';
import { changeWords, lineNotes, signed } from './story-words.ts';

export interface CountStoryProps {
  readonly object: ObjectView;
  readonly source: HeapSource;
  readonly single: boolean;
}

type Telling =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly length: number }
  | { readonly kind: 'told'; readonly lines: readonly StoryLine[]; readonly until: number }
  | { readonly kind: 'failed'; readonly why: string };

/** Every statement that changed the count of one object, with the reason; told by running the log again. */
export function CountStory({ object, source, single }: CountStoryProps) {
  const { inspector, time } = useWords('inspector', 'time');
  const words = inspector.count;
  const [telling, setTelling] = useState<Telling>({ kind: 'idle' });
  const [of, setOf] = useState(object.serial);
  const abort = useRef<AbortController | null>(null);
  if (of !== object.serial) {
    setOf(object.serial);
    setTelling({ kind: 'idle' });
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another object ends the telling
  useEffect(() => () => abort.current?.abort(), [object.serial]);

  const tell = async () => {
    abort.current?.abort();
    const controller = new AbortController();
    abort.current = controller;
    setTelling({ kind: 'running', done: 0, length: 0 });
    const past = await source.openPast();
    if (controller.signal.aborted) return;
    if (typeof past === 'string') {
      setTelling({ kind: 'failed', why: past });
      return;
    }
    try {
      const progress = (done: number) => setTelling({ kind: 'running', done, length: past.length });
      const lines = await tellStory(past, object, progress, controller.signal);
      setTelling({ kind: 'told', lines, until: source.history.at(-1)?.id ?? 0 });
    } catch (error) {
      if (controller.signal.aborted) return;
      setTelling({ kind: 'failed', why: pastFault(error, time) });
    }
  };
  const stale = telling.kind === 'told' && (source.history.at(-1)?.id ?? 0) !== telling.until;
  return (
    <div className="flex flex-col gap-2">
      {telling.kind === 'told' && !stale ? null : (
        <div className="flex items-center gap-3">
          <Button size="sm" icon={History} disabled={telling.kind === 'running'} onClick={() => void tell()}>
            {stale ? words.tellAgain : words.tell}
          </Button>
          <p role="status" className="text-sm text-muted">
            {telling.kind === 'running'
              ? words.running(telling.done, telling.length)
              : telling.kind === 'failed'
                ? telling.why
                : ''}
          </p>
        </div>
      )}
      {telling.kind === 'running' ? (
        <Meter value={telling.done} max={Math.max(1, telling.length)} label={words.meter} />
      ) : null}
      {telling.kind === 'told' ? (
        telling.lines.length === 0 ? (
          <p className="text-sm text-muted">{words.none}</p>
        ) : (
          <>
            <p className="text-xs text-muted">{words.touched(telling.lines.length)}</p>
            <ol
              aria-label={words.label}
              className="flex flex-col overflow-hidden rounded-lg border border-line"
            >
              {telling.lines.map((each) => (
                <li key={each.id} className="border-b border-line last:border-0">
                  <Line each={each} single={single} onGo={() => source.goTo(each.id)} />
                </li>
              ))}
            </ol>
          </>
        )
      ) : null}
    </div>
  );
}

function Line({
  each,
  single,
  onGo,
}: {
  readonly each: StoryLine;
  readonly single: boolean;
  readonly onGo: () => void;
}) {
  const { id, author, line } = each;
  const { inspector, numbers, time } = useWords('inspector', 'numbers', 'time');
  const words = inspector.count;
  const net = line.after - line.before;
  return (
    <button
      type="button"
      onClick={onGo}
      className="flex w-full cursor-pointer items-start gap-3 px-3 py-2 text-left text-sm -outline-offset-2 hover:bg-sunken"
    >
      <span className="w-14 shrink-0 text-right tabular">
        <span className="text-muted">{numbers.whole(line.before)} → </span>
        <strong
          className={classes(
            'font-semibold',
            line.after === 0 ? 'text-dying-ink' : net > 0 ? 'text-accent-ink' : '',
          )}
        >
          {numbers.whole(line.after)}
        </strong>
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-mono">{deedLine(each, time)}</span>
        {line.made ? <span className="block text-xs text-muted">{words.madeHere}</span> : null}
        {line.changes.map((change, at) => (
          <span
            // Changes have no identity but their order.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={at}
            className="block text-xs wrap-anywhere text-muted"
          >
            <span className="inline-block w-6 font-medium text-ink tabular">
              {signed(change.by, numbers)}
            </span>
            {changeWords(change, inspector)}
          </span>
        ))}
        {lineNotes(line, words).map((note) => (
          <span key={note} className="block text-xs text-muted">
            {note}
          </span>
        ))}
      </span>
      <span className="shrink-0 text-right text-xs text-faint tabular">
        <span className="sr-only">{words.goTo} </span>
        {id}
        {single ? null : <span className="block max-w-20 truncate">{author}</span>}
      </span>
    </button>
  );
}
