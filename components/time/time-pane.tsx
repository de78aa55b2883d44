'use client';

import { ChartLine, Rewind, ScrollText, Table2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../design/button.tsx';
import { Segmented } from '../design/choices.tsx';
import { Python } from '../design/code.tsx';
import { DataTable } from '../design/data-table.tsx';
import { Empty } from '../design/empty.tsx';
import { useWords } from '../language/words.ts';
import type { HeapSource } from './heap-source.ts';
import { type HistoryPoint, tellHistory } from './past.ts';
import { pastFault } from './past-fault.ts';
import { TimeChart } from './time-chart.tsx';
import { deedLine, difference } from './time-words.ts';

export interface TimePaneProps {
  readonly source: HeapSource;
  /** In a replay: the moment that is shown, and choosing another one goes there. */
  readonly moment?: number;
  /** The class alone types here: no author is named. */
  readonly single?: boolean;
  readonly controls?: boolean;
}

const ROWS = 200;

/** The heap over time: after each statement how much there was, and what it was that changed it. */
export function TimePane({ source, moment, single = false, controls = true }: TimePaneProps) {
  const { time } = useWords('time');
  const [form, setForm] = useState<'chart' | 'table'>('chart');
  const [chosen, setChosen] = useState<number | null>(null);
  const [earlier, setEarlier] = useState<readonly HistoryPoint[]>([]);
  const { history } = source;
  const first = history[0]?.id ?? Number.POSITIVE_INFINITY;
  // Whoever comes in the middle of a lesson has its heap, and its past only after asking for it.
  const ran = source.machine.statementModules.length;
  const points = earlier.length === 0 ? history : [...earlier.filter(({ id }) => id < first), ...history];
  if (points.length === 0)
    return (
      <Empty
        icon={ChartLine}
        title={time.nothing}
        action={
          controls && ran > 0 ? (
            <Beginning source={source} first={ran + 1} onPoints={setEarlier} />
          ) : undefined
        }
      >
        {ran === 0 ? time.nothingText : time.sinceHere}
      </Empty>
    );
  const last = points.length - 1;
  const found = moment === undefined ? chosen : moment;
  const index = found === null ? last : points.findLastIndex(({ id }) => id <= found);
  const at = Math.max(0, index);
  const move = (to: number) => {
    const point = points[to];
    if (point === undefined) return;
    if (moment === undefined) setChosen(to === last ? null : point.id);
    else source.goTo(point.id);
  };
  const now = points[at];
  return (
    <div className="flex flex-col gap-4 p-4">
      {controls ? (
        <div className="flex flex-wrap items-center gap-3">
          <Segmented
            label={time.form}
            size="sm"
            value={form}
            onChange={setForm}
            options={[
              {
                value: 'chart',
                label: (
                  <>
                    <ChartLine aria-hidden className="size-3.5" />
                    {time.chart}
                  </>
                ),
              },
              {
                value: 'table',
                label: (
                  <>
                    <Table2 aria-hidden className="size-3.5" />
                    {time.table}
                  </>
                ),
              },
            ]}
          />
          <Beginning source={source} first={points[0]?.statement ?? 1} onPoints={setEarlier} />
        </div>
      ) : null}
      {form === 'chart' ? (
        <TimeChart points={points} at={at} onMove={move} />
      ) : (
        <HistoryTable points={points} single={single} onPoint={(id) => source.goTo(id)} />
      )}
      {now === undefined || form === 'table' ? null : (
        <PointDetail
          point={now}
          before={points[at - 1]}
          single={single}
          onGo={moment === undefined && controls ? () => source.goTo(now.id) : undefined}
        />
      )}
    </div>
  );
}

/** Whoever came late sees from then on; the rest is in the log. */
function Beginning({
  source,
  first,
  onPoints,
}: {
  readonly source: HeapSource;
  readonly first: number;
  readonly onPoints: (points: readonly HistoryPoint[]) => void;
}) {
  const { time } = useWords('time');
  const [state, setState] = useState<'idle' | 'reading' | string>('idle');
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  if (first <= 1) return null;
  const read = async () => {
    const controller = new AbortController();
    abort.current = controller;
    setState('reading');
    const past = await source.openPast();
    if (typeof past === 'string') {
      setState(past);
      return;
    }
    try {
      await tellHistory(past, onPoints, controller.signal);
    } catch (error) {
      if (!controller.signal.aborted) setState(pastFault(error, time));
    }
  };
  return (
    <>
      <Button size="sm" icon={Rewind} disabled={state === 'reading'} onClick={() => void read()}>
        {state === 'reading' ? time.reading : time.fromBeginning}
      </Button>
      <p role="status" className="text-sm text-muted">
        {state === 'idle' || state === 'reading' ? '' : state}
      </p>
    </>
  );
}

function PointDetail({
  point,
  before,
  single,
  onGo,
}: {
  readonly point: HistoryPoint;
  readonly before: HistoryPoint | undefined;
  readonly single: boolean;
  readonly onGo: (() => void) | undefined;
}) {
  const { time, numbers } = useWords('time', 'numbers');
  const { bytes, whole } = numbers;
  const { figures } = point;
  const old = before?.figures;
  const rows = [
    [time.objects, whole(figures.objects), old && difference(figures.objects, old.objects, whole)],
    [time.used, bytes(figures.bytesUsed), old && difference(figures.bytesUsed, old.bytesUsed, bytes)],
    [
      time.fromSystem,
      bytes(figures.bytesFromSystem),
      old && difference(figures.bytesFromSystem, old.bytesFromSystem, bytes),
    ],
    [time.arenas, whole(figures.arenas), old && difference(figures.arenas, old.arenas, whole)],
  ] as const;
  return (
    <section aria-label={time.statement} className="rounded-lg border border-line p-3">
      <div className="flex items-start gap-3">
        <span className="pt-0.5 text-xs text-faint tabular">{point.id}</span>
        <div className="min-w-0 flex-1">
          {single ? null : <p className="text-xs text-muted">{point.author}</p>}
          {point.removed === undefined ? (
            <Python source={point.source} className="max-h-32 overflow-auto text-sm" />
          ) : (
            <p className="text-sm">{deedLine(point, time)}</p>
          )}
        </div>
        {onGo === undefined ? null : (
          <Button size="sm" variant="quiet" icon={ScrollText} onClick={onGo}>
            {time.inTranscript}
          </Button>
        )}
      </div>
      <dl className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {rows.map(([name, value, change]) => (
          <div key={name} className="flex items-baseline gap-2">
            <dt className="text-muted">{name}</dt>
            <dd className="tabular">
              {value} <span className="text-xs text-muted">{change}</span>
            </dd>
          </div>
        ))}
      </dl>
      {point.collections.map(time.collectionSentence).map((sentence) => (
        <p key={sentence} className="mt-1 text-sm">
          {sentence}
        </p>
      ))}
    </section>
  );
}

function HistoryTable({
  points,
  single,
  onPoint,
}: {
  readonly points: readonly HistoryPoint[];
  readonly single: boolean;
  readonly onPoint: (id: number) => void;
}) {
  const { time, numbers } = useWords('time', 'numbers');
  const { bytes, whole } = numbers;
  const rows = points.slice(-ROWS).reverse();
  return (
    <DataTable
      caption={time.newest(rows.length)}
      showCaption
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'statement',
          head: time.slider,
          cell: (point) => (
            <button
              type="button"
              className="max-w-[24ch] cursor-pointer truncate rounded text-left font-mono hover:underline sm:max-w-[40ch]"
              onClick={() => onPoint(point.id)}
            >
              {deedLine(point, time)}
            </button>
          ),
        },
        ...(single
          ? []
          : [{ id: 'author', head: time.by, wideOnly: true, cell: (point: HistoryPoint) => point.author }]),
        {
          id: 'objects',
          head: time.objects,
          align: 'right' as const,
          cell: ({ figures }) => whole(figures.objects),
        },
        {
          id: 'used',
          head: time.inUse,
          align: 'right' as const,
          cell: ({ figures }) => bytes(figures.bytesUsed),
        },
        {
          id: 'system',
          head: time.fromSystem,
          align: 'right' as const,
          cell: ({ figures }) => bytes(figures.bytesFromSystem),
        },
        {
          id: 'collections',
          head: time.collections,
          cell: (point) => point.collections.map(time.collection).join('; '),
        },
      ]}
    />
  );
}
