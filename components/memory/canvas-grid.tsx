'use client';

import { type KeyboardEvent, type PointerEvent, useId, useLayoutEffect, useRef } from 'react';
import { type Cell, type Grid, walk } from './walk.ts';

export interface CanvasGridProps {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly grid: Grid;
  readonly active: Cell;
  readonly onActive: (cell: Cell) => void;
  /** What is at a cell, for screen readers. */
  readonly describe: (cell: Cell) => string;
  /** Enter or space. */
  readonly onEnter: (cell: Cell) => void;
  readonly onEscape?: (() => void) | undefined;
  /** Pixels from the canvas' corner; null when the pointer leaves. */
  readonly onPoint: (point: { readonly x: number; readonly y: number } | null) => void;
  readonly onPress: (point: { readonly x: number; readonly y: number }) => void;
  /** Draws everything, in CSS pixels. A new function draws anew. */
  readonly draw: (context: CanvasRenderingContext2D) => void;
}

/**
 * A picture of equal cells that can be walked like a grid: the canvas is for the eyes, and beside it stands the one
 * cell that is active as a grid cell of its own.
 */
export function CanvasGrid({
  label,
  width,
  height,
  grid,
  active,
  onActive,
  describe,
  onEnter,
  onEscape,
  onPoint,
  onPress,
  draw,
}: CanvasGridProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const id = useId();

  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d') ?? null;
    if (element === null || context === null || width === 0 || height === 0) return;
    const ratio = window.devicePixelRatio;
    if (element.width !== Math.round(width * ratio)) element.width = Math.round(width * ratio);
    if (element.height !== Math.round(height * ratio)) element.height = Math.round(height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    draw(context);
  }, [width, height, draw]);

  const pointOf = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') onEnter(active);
    else if (event.key === 'Escape' && onEscape !== undefined) onEscape();
    else {
      const to = walk(event.key, event.ctrlKey, active, grid);
      if (to === null) return;
      onActive(to);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="relative" style={{ width, height }}>
      <canvas
        ref={canvas}
        aria-hidden
        className="block cursor-pointer touch-manipulation"
        style={{ width, height }}
        onPointerMove={(event) => onPoint(pointOf(event))}
        onPointerLeave={() => onPoint(null)}
        onPointerDown={(event) => onPress(pointOf(event))}
      />
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table walked with the arrow keys is what ARIA calls a grid
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={grid.rows}
        aria-colcount={grid.columns}
        aria-activedescendant={id}
        onKeyDown={press}
        className="pointer-events-none absolute inset-0 block rounded-sm outline-offset-4"
      >
        <tbody className="sr-only">
          <tr aria-rowindex={active.row + 1}>
            {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of the grid above */}
            <td id={id} role="gridcell" tabIndex={-1} aria-colindex={active.column + 1} aria-selected>
              {describe(active)}
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
