'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useScheme } from '../design/theme.tsx';
import { contains, fitting, following, type Screen, seen, shapeFor, type View } from './camera.ts';
import { FAR_ZOOM, HeapCanvas } from './canvas.ts';
import { readColours } from './colours.ts';
import type { Drawing } from './drawing.ts';
import type { GraphMemory } from './graph-memory.ts';
import type { Box, Place, Shape } from './place.ts';

export interface CanvasHandlers {
  readonly onTap: (card: string | null) => void;
  readonly onMenu: (card: string, at: Place) => void;
  readonly onMoved: (card: string, to: Place) => void;
  /** The screen has been measured: cards can be placed. */
  readonly onShape: (shape: Shape) => void;
}

export interface CanvasHandle {
  readonly container: RefObject<HTMLDivElement | null>;
  /** Moved and zoomed with the canvas. */
  readonly layer: (element: HTMLElement | null) => (() => void) | undefined;
  readonly canvas: RefObject<HeapCanvas | null>;
  /** What is on the screen and close to it; null from afar, where cards are drawn by the canvas. */
  readonly window: Box | null;
  readonly hovered: string | null;
  readonly screen: () => Screen;
  readonly view: () => View;
  /** What is on the screen. */
  readonly sight: () => Box;
  readonly fit: (drawing: Drawing) => void;
}

/** How long a move of the view takes. Nothing moves by itself where motion is not wanted. */
export function glide(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 220;
}

type Size = Pick<Screen, 'width' | 'height'>;

function sizeOf(element: HTMLElement | null): Size | null {
  return element === null ? null : { width: element.clientWidth, height: element.clientHeight };
}

function transform({ zoom, pan }: View): string {
  return `translate(${pan.x}px, ${pan.y}px) scale(${zoom})`;
}

const NEARBY = 0.4;

/** Cytoscape's life inside a graph: made once, following the drawing, the size and the scheme. */
export function useCanvas(
  drawing: Drawing | null,
  memory: GraphMemory,
  looking: Pick<Screen, 'smallest' | 'largest'> & {
    /** Nearly everything may change from one drawing to the next: what is around the screen can wait. */
    readonly jumps: boolean;
  },
  home: string | null,
  handlers: CanvasHandlers,
): CanvasHandle {
  const { smallest, largest, jumps } = looking;
  const container = useRef<HTMLDivElement>(null);
  const [layers] = useState(() => new Set<HTMLElement>());
  const canvas = useRef<HeapCanvas | null>(null);
  const covered = useRef<Box | null>(null);
  const [window, setWindow] = useState<Box | null>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  // Asking the page for its size in an effect would make it lay itself out once more for each entry.
  const measured = useRef<Size | null>(null);
  const latest = useRef({ drawing, handlers, home });
  // Until the view has been put somewhere, where it happens to be says nothing.
  const placed = useRef(memory.view !== null);
  const scheme = useScheme();

  useEffect(() => {
    latest.current = { drawing, handlers, home };
  });

  const screen = (): Screen => {
    measured.current ??= sizeOf(container.current);
    return { width: 0, height: 0, ...measured.current, smallest, largest };
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; what changes is read through `latest`
  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    const moved = (view: View) => {
      for (const layer of layers) layer.style.transform = transform(view);
      if (placed.current) memory.view = view;
      const far = view.zoom < FAR_ZOOM;
      const sight = seen(view, screen(), 0);
      if (far ? covered.current === null : covered.current !== null && contains(covered.current, sight))
        return;
      covered.current = far ? null : seen(view, screen(), NEARBY);
      setWindow(covered.current);
    };
    const made = new HeapCanvas(element, {
      onView: moved,
      onTaken: () => {
        memory.follows = false;
        placed.current = true;
      },
      onTap: (card) => latest.current.handlers.onTap(card),
      onMenu: (card, at) => latest.current.handlers.onMenu(card, at),
      onMoved: (card, to) => latest.current.handlers.onMoved(card, to),
      onHover: setHovered,
    });
    canvas.current = made;
    made.paint(readColours(element));
    if (memory.view !== null) made.go(memory.view, 0);
    const observer = new ResizeObserver(() => {
      measured.current = null;
      const size = screen();
      if (size.width === 0 || size.height === 0) return;
      made.cy.resize();
      covered.current = null;
      moved(made.view());
      latest.current.handlers.onShape(shapeFor(size));
      const { drawing: now } = latest.current;
      if (now === null || !memory.follows) return;
      const next = following(now, size, memory.view, latest.current.home);
      if (next === null) return;
      placed.current = true;
      made.go(next, 0);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      canvas.current = null;
      made.destroy();
    };
  }, []);

  useEffect(() => {
    if (scheme && canvas.current !== null && container.current !== null)
      canvas.current.paint(readColours(container.current));
  }, [scheme]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the size is read when the drawing changes
  useEffect(() => {
    const made = canvas.current;
    if (made === null || drawing === null) return;
    if (memory.follows) {
      const next = following(drawing, screen(), placed.current ? made.view() : null, home);
      if (next !== null) {
        const already = placed.current;
        placed.current = true;
        made.go(next, already ? glide() : 0);
      }
    }
    made.show(drawing, jumps);
  }, [drawing, home]);

  const layer = useCallback(
    (element: HTMLElement | null) => {
      if (element === null) return;
      layers.add(element);
      if (canvas.current !== null) element.style.transform = transform(canvas.current.view());
      return () => {
        layers.delete(element);
      };
    },
    [layers],
  );

  const view = (): View => canvas.current?.view() ?? { zoom: 1, pan: { x: 0, y: 0 } };
  return {
    container,
    layer,
    canvas,
    window,
    hovered,
    screen,
    view,
    sight: () => seen(view(), screen(), 0),
    fit: (now) => {
      memory.follows = true;
      const next = fitting(now, screen());
      if (next !== null) canvas.current?.go(next, glide());
    },
  };
}
