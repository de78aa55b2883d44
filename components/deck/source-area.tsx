'use client';

import { type Ref, useImperativeHandle, useMemo, useRef } from 'react';
import type { Spot } from '../../classroom/deck/jsonPlace.ts';
import { classes } from '../design/classes.ts';
import { CONTROL, Frame } from '../design/field.tsx';
import { lineNumbers, rangeOf } from './source-lines.ts';

/** Pixels; `leading-6`. */
const LINE = 24;
/** Of the lines in sight, so many stand above one that is gone to. */
const ABOVE = 2;

export interface SourceHandle {
  /** Selects a place and brings it into sight. */
  readonly goTo: (spot: Spot) => void;
}

/** A text whose lines have numbers, for files whose faults name lines. */
export function SourceArea({
  label,
  rows,
  value,
  faulty,
  onChange,
  handle,
}: {
  readonly label: string;
  readonly rows: number;
  readonly value: string;
  /** Lines that a fault is about. */
  readonly faulty: readonly number[];
  readonly onChange: (value: string) => void;
  readonly handle: Ref<SourceHandle>;
}) {
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  const numbers = useMemo(() => lineNumbers(value), [value]);
  useImperativeHandle(
    handle,
    () => ({
      goTo(spot) {
        const field = area.current;
        if (field === null) return;
        field.focus();
        field.setSelectionRange(...rangeOf(value, spot));
        field.scrollTop = Math.max(0, spot.line - 1 - ABOVE) * LINE;
        field.scrollIntoView({ block: 'nearest' });
      },
    }),
    [value],
  );
  return (
    <Frame label={label}>
      {(attributes) => (
        <div
          className={classes(
            CONTROL,
            'flex overflow-hidden font-mono text-base leading-6 focus-within:border-accent sm:text-sm',
          )}
        >
          <div
            aria-hidden
            data-testid="line-numbers"
            className="relative min-w-10 shrink-0 overflow-hidden border-r border-line bg-sunken text-right text-faint tabular select-none"
          >
            {/* As far down as the text is: set by its scrolling. */}
            <div ref={gutter} className="absolute inset-x-0 top-0 py-2">
              <pre className="px-2">{numbers}</pre>
              {[...new Set(faulty)].map((line) => (
                <span
                  key={line}
                  className="absolute right-0 left-0 flex justify-between bg-danger-soft pr-2 pl-1 font-semibold text-danger"
                  style={{ top: `calc(0.5rem + ${(line - 1) * LINE}px)` }}
                >
                  <span>▸</span>
                  {line}
                </span>
              ))}
            </div>
            {/* Holds the width open: what scrolls has none. */}
            <span className="invisible px-2">
              {numbers.length === 0 ? '' : `▸${numbers.split('\n').at(-1)}`}
            </span>
          </div>
          <textarea
            {...attributes}
            ref={area}
            rows={rows}
            wrap="off"
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onScroll={(event) => {
              if (gutter.current !== null)
                gutter.current.style.transform = `translateY(${-event.currentTarget.scrollTop}px)`;
            }}
            className="block min-w-0 flex-1 resize-y overflow-auto bg-transparent px-3 py-2 leading-6 whitespace-pre outline-none"
          />
        </div>
      )}
    </Frame>
  );
}
