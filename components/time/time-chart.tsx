'use client';

import type { ReactNode } from 'react';
import { useWords } from '../language/words.ts';
import { useWidth } from '../memory/use-width.ts';
import { areaPath, nearest, roundUp, roundUpBytes, type Scale, stepPath, xOf } from './chart.ts';
import type { HistoryPoint } from './past.ts';
import { pointSentence } from './time-words.ts';

export interface TimeChartProps {
  readonly points: readonly HistoryPoint[];
  /** Index of the moment that is looked at. */
  readonly at: number;
  readonly onMove: (index: number) => void;
}

const HEIGHT = 56;
const LANE = 16;
/** One mark per statement as long as they can be told apart. */
const MARKED = 240;
const FILLS = ['fill-gen0', 'fill-gen1', 'fill-gen2'] as const;

/** Objects, bytes and collections after every statement, over one another on the same axis. */
export function TimeChart({ points, at, onMove }: TimeChartProps) {
  const { time, numbers } = useWords('time', 'numbers');
  const { bytes, whole } = numbers;
  const { ref, width } = useWidth<HTMLDivElement>();
  const scale: Scale = { points: points.length, width };
  const now = points[at];
  const moveTo = (clientX: number, box: DOMRect) => onMove(nearest(scale, clientX - box.left));
  const cursor = (height: number) => (
    <line
      x1={xOf(scale, at)}
      x2={xOf(scale, at)}
      y1={-2}
      y2={height + 2}
      className="stroke-accent"
      strokeWidth={2}
    />
  );
  const panel = (
    label: string,
    values: readonly number[],
    write: (value: number) => string,
    line: string,
    area: string,
  ) => {
    const highest = values.reduce((most, value) => Math.max(most, value), 1);
    const most = write === bytes ? roundUpBytes(highest) : roundUp(highest);
    return (
      <Panel label={label} value={write(values[at] ?? 0)} most={write(most)}>
        <svg aria-hidden width={width} height={HEIGHT} className="block overflow-visible">
          <path d={areaPath(values, scale, HEIGHT, most)} className={area} />
          <path d={stepPath(values, scale, HEIGHT, most)} className={line} fill="none" strokeWidth={1.75} />
          {cursor(HEIGHT)}
        </svg>
      </Panel>
    );
  };
  return (
    <div className="flex flex-col gap-3">
      {/* The range below does the same for the keyboard. */}
      <div
        ref={ref}
        className="flex cursor-crosshair touch-pan-y flex-col gap-3"
        onPointerDown={(event) => moveTo(event.clientX, event.currentTarget.getBoundingClientRect())}
        onPointerMove={(event) => {
          if (event.buttons === 1) moveTo(event.clientX, event.currentTarget.getBoundingClientRect());
        }}
      >
        {width === 0 || points.length === 0 ? null : (
          <>
            {panel(
              time.liveObjects,
              points.map(({ figures }) => figures.objects),
              whole,
              'stroke-ink',
              'fill-ink/10',
            )}
            {panel(
              time.used,
              points.map(({ figures }) => figures.bytesUsed),
              bytes,
              'stroke-accent',
              'fill-accent/15',
            )}
            {panel(
              time.system,
              points.map(({ figures }) => figures.bytesFromSystem),
              bytes,
              'stroke-edge [stroke-dasharray:5_3]',
              'fill-edge/10',
            )}
            <Panel
              label={time.collections}
              value={now === undefined ? '' : now.figures.collections.map(whole).join(' · ')}
              most={time.generations}
            >
              <svg aria-hidden width={width} height={3 * LANE} className="block overflow-visible">
                {[0, 1, 2].map((generation) => (
                  <line
                    key={generation}
                    x1={0}
                    x2={width}
                    y1={(generation + 0.5) * LANE}
                    y2={(generation + 0.5) * LANE}
                    className="stroke-line"
                  />
                ))}
                {points.flatMap((point, index) =>
                  point.collections.map(({ generation, automatic }, n) => (
                    <circle
                      // Several collections of one statement have no other identity than their order.
                      // biome-ignore lint/suspicious/noArrayIndexKey: see above
                      key={`${point.id} ${n}`}
                      cx={xOf(scale, index)}
                      cy={(generation + 0.5) * LANE}
                      r={automatic ? 3.5 : 5}
                      className={`stroke-ink ${FILLS[generation] ?? ''}`}
                    />
                  )),
                )}
                {cursor(3 * LANE)}
              </svg>
            </Panel>
            {points.length > MARKED ? null : (
              <svg aria-hidden width={width} height={6} className="block">
                {points.map((point, index) => (
                  <line
                    key={point.id}
                    x1={xOf(scale, index)}
                    x2={xOf(scale, index)}
                    y1={0}
                    y2={6}
                    className="stroke-edge"
                  />
                ))}
              </svg>
            )}
          </>
        )}
      </div>
      <input
        type="range"
        aria-label={time.slider}
        aria-valuetext={now === undefined ? '' : pointSentence(now, time)}
        min={0}
        max={Math.max(0, points.length - 1)}
        value={at}
        disabled={points.length < 2}
        onChange={(event) => onMove(Number(event.target.value))}
        className="block h-6 w-full cursor-pointer accent-(--accent)"
      />
    </div>
  );
}

function Panel({
  label,
  value,
  most,
  children,
}: {
  readonly label: string;
  readonly value: string;
  readonly most: string;
  readonly children: ReactNode;
}) {
  return (
    <div>
      <p className="mb-1 flex items-baseline gap-2 text-xs text-muted">
        <span className="font-medium text-ink">{label}</span>
        <span className="tabular">{value}</span>
        <span className="ml-auto text-faint tabular">{most}</span>
      </p>
      {children}
    </div>
  );
}
