'use client';

import { ArrowLeft, ArrowRight, Check, X } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { Button, IconButton } from '../design/button.tsx';
import { useWords } from '../language/words.ts';
import { Inline } from '../live/question-text.tsx';
import { FIRST_STATEMENT, placeOf, STOPS, type Stop } from './stops.ts';

export interface TourProps {
  /** The stop that one stands at; each has a key of its own. */
  readonly at: number;
  readonly onMove: (at: number) => void;
  /** Skipped, or at its end. */
  readonly onEnd: () => void;
}

/** A walk through the page, one popover at a time. The page stays usable under it. */
export function Tour({ at, onMove, onEnd }: TourProps) {
  const stop = STOPS[at];
  const place = usePlace(at);
  return stop === undefined || place === null ? null : (
    <StopPopover stop={stop} place={place} at={at} onMove={onMove} onEnd={onEnd} />
  );
}

function StopPopover({
  stop,
  place,
  at,
  onMove,
  onEnd,
}: { readonly stop: Stop; readonly place: Element } & TourProps) {
  const { tour } = useWords('tour');
  const { title, text } = tour.stops[stop.id](FIRST_STATEMENT);
  const anchor = useRef(place);
  const onward = useRef<HTMLButtonElement>(null);
  const id = useId();
  const last = at === STOPS.length - 1;
  const next = () => (last ? onEnd() : onMove(at + 1));
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') next();
    else if (event.key === 'ArrowLeft' && at > 0) onMove(at - 1);
    else return;
    event.preventDefault();
  };
  return (
    <Popover.Root open onOpenChange={(open) => !open && onEnd()}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-text`}
          sideOffset={10}
          collisionPadding={12}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            onward.current?.focus();
          }}
          onInteractOutside={(event) => event.preventDefault()}
          onKeyDown={press}
          className="z-50 w-80 max-w-[calc(100vw-1.5rem)] rounded-xl border border-accent/40 bg-raised p-4 shadow-high animate-fade-in focus:outline-none"
        >
          <div className="flex items-start gap-2">
            <h2 id={`${id}-title`} className="min-w-0 flex-1 font-semibold">
              {title}
            </h2>
            <IconButton size="sm" icon={X} label={tour.skip} onClick={onEnd} className="-mt-1 -mr-2" />
          </div>
          <p id={`${id}-text`} className="mt-1 text-sm text-muted">
            <Inline text={text} />
          </p>
          <div className="mt-4 flex items-center gap-2">
            <span className="flex-1 text-xs text-faint tabular">{tour.of(at + 1, STOPS.length)}</span>
            {at === 0 ? null : (
              <Button size="sm" icon={ArrowLeft} onClick={() => onMove(at - 1)}>
                {tour.back}
              </Button>
            )}
            <Button ref={onward} size="sm" variant="primary" icon={last ? Check : ArrowRight} onClick={next}>
              {last ? tour.done : tour.next}
            </Button>
          </div>
          <Popover.Arrow className="fill-accent/40" width={14} height={7} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** What a stop points at, once it is there; outlined while one stands at it. */
function usePlace(at: number): Element | null {
  const [place, setPlace] = useState<Element | null>(null);
  useLayoutEffect(() => {
    const stop = STOPS[at];
    if (stop === undefined) return;
    // A card that was just made is drawn with the next frame.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        const found = placeOf(stop);
        found?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        setPlace(found);
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [at]);
  useEffect(() => {
    place?.setAttribute('data-tour-here', '');
    return () => place?.removeAttribute('data-tour-here');
  }, [place]);
  return place;
}
