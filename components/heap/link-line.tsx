'use client';

import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { freeName } from '../../classroom/pythonName.ts';
import { useWords } from '../language/words.ts';
import type { View } from './camera.ts';
import type { Drawing } from './drawing.ts';
import { cardAt, freeSpot, type Link, linkFrom, spotOf } from './link.ts';
import type { Card } from './picture.ts';
import type { Place } from './place.ts';
import type { Speaker, Spot } from './statements.ts';

interface Dragging extends Link {
  /** Where the pointer is, in the graph's own pixels. */
  readonly at: Place;
  /** Where the line starts, in the same. */
  readonly start: Place;
  readonly over: string | null;
}

interface Wanted {
  readonly drawing: Drawing | null;
  /** Null where nothing may be changed. */
  readonly me: string | null;
  readonly speaker: () => Speaker | null;
  readonly view: () => View;
  readonly root: RefObject<HTMLElement | null>;
  readonly onDrop: (spot: Spot, target: Card) => void;
  /** A port was pressed and not dragged: the target is asked for. */
  readonly onAsk: (spot: Spot) => void;
}

export interface LinkHandle {
  readonly dragging: Dragging | null;
  readonly over: string | null;
  readonly handlers: {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: (event: PointerEvent) => void;
    readonly onPointerCancel: () => void;
  };
}

/** How far a press may slip and still be a press. */
const SLIP = 6;

/** Dragging an arrow out of a line of a card. */
export function useLink({ drawing, me, speaker, view, root, onDrop, onAsk }: Wanted): LinkHandle {
  const [dragging, setDragging] = useState<Dragging | null>(null);
  const pressed = useRef<Place | null>(null);
  const inside = (event: PointerEvent): Place => {
    const box = root.current?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  };
  const over = (at: Place): Card | null => {
    const { zoom, pan } = view();
    return drawing === null ? null : cardAt(drawing, { x: (at.x - pan.x) / zoom, y: (at.y - pan.y) / zoom });
  };
  useEffect(() => {
    if (dragging === null) return;
    const stop = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setDragging(null);
    };
    addEventListener('keydown', stop);
    return () => removeEventListener('keydown', stop);
  }, [dragging]);

  return {
    dragging,
    over: dragging?.over ?? null,
    handlers: {
      onPointerDown(event) {
        if (drawing === null || me === null || event.button !== 0 || !(event.target instanceof Element))
          return;
        const port = event.target.closest('[data-port]');
        const card = drawing.picture.byId.get(port?.getAttribute('data-card') ?? '');
        if (port === null || card === undefined) return;
        const row = Number(port.getAttribute('data-port'));
        const spot =
          row < 0 ? freeSpot(card, me, freeName([...(speaker()?.names ?? []), me])) : spotOf(card, row, me);
        const link = spot === null ? null : linkFrom(drawing, card, row, spot);
        if (link === null) return;
        event.preventDefault();
        port.setPointerCapture(event.pointerId);
        const at = inside(event);
        const { zoom, pan } = view();
        const start = { x: link.from.x * zoom + pan.x, y: link.from.y * zoom + pan.y };
        pressed.current = at;
        setDragging({ ...link, at, start, over: null });
      },
      onPointerMove(event) {
        if (dragging === null) return;
        const at = inside(event);
        setDragging({ ...dragging, at, over: over(at)?.id ?? null });
      },
      onPointerUp(event) {
        if (dragging === null) return;
        const at = inside(event);
        const from = pressed.current ?? at;
        setDragging(null);
        const target = over(at);
        if (Math.hypot(at.x - from.x, at.y - from.y) < SLIP) onAsk(dragging.spot);
        else if (target !== null && target.id !== dragging.card) onDrop(dragging.spot, target);
        // A list may hold itself: dropped on its own card, away from the line that it came from.
        else if (target !== null && Math.hypot(at.x - from.x, at.y - from.y) > 40)
          onDrop(dragging.spot, target);
      },
      onPointerCancel() {
        setDragging(null);
      },
    },
  };
}

export function LinkLine({ link }: { readonly link: LinkHandle }) {
  const { graph } = useWords('graph');
  if (link.dragging === null) return null;
  const { start, at, over } = link.dragging;
  return (
    <svg aria-hidden className="pointer-events-none absolute inset-0 z-10 size-full">
      <title>{graph.newReference}</title>
      <path
        d={`M ${start.x} ${start.y} C ${start.x + 60} ${start.y} ${at.x - 60} ${at.y} ${at.x} ${at.y}`}
        fill="none"
        stroke="var(--accent)"
        strokeWidth="2.5"
        strokeDasharray={over === null ? '6 5' : undefined}
      />
      <circle cx={at.x} cy={at.y} r="5" fill="var(--accent)" />
    </svg>
  );
}
