'use client';

import { memo, type ReactNode, useDeferredValue } from 'react';
import { BOARD } from '../../classroom/expression.ts';
import type { Serial } from '../../heap/index.ts';
import { meets } from './camera.ts';
import { HeapCard } from './card.tsx';
import type { Drawing } from './drawing.ts';
import { freeSpot, spotOf } from './link.ts';
import type { Mark } from './marks.ts';
import type { GraphOverlay } from './overlay.ts';
import type { OwnerLook } from './owners.ts';
import { type Card, namespaceId } from './picture.ts';
import type { Box, Place } from './place.ts';

export interface GraphCardsProps {
  readonly drawing: Drawing;
  /** Cards outside are not made at all. */
  readonly window: Box;
  readonly me: string | null;
  readonly looks: ReadonlyMap<string, OwnerLook>;
  readonly selected: Serial | null;
  readonly cursor: string | null;
  readonly found: ReadonlySet<Serial> | null;
  readonly marks: ReadonlyMap<Serial, Mark> | undefined;
  readonly overlay: GraphOverlay;
  /** Arrows can be dragged out of lines. */
  readonly editable: boolean;
  /** The card that an arrow being dragged would arrive at. */
  readonly target: string | null;
}

/**
 * As GraphCards, for jumps in time, after which nearly all cards are others: those on the screen come first, and what
 * is around it in a frame of its own.
 */
export const GraphCardsAfterJump = memo(function GraphCardsAfterJump({
  sight,
  ...props
}: GraphCardsProps & {
  /** What is on the screen. */
  readonly sight: () => Box;
}) {
  const around = useDeferredValue(props.drawing);
  return (
    <GraphCards
      {...props}
      before={around === props.drawing ? null : around}
      sight={around === props.drawing ? null : sight()}
    />
  );
});

/** The cards as HTML over the canvas: those that are on the screen, and no others. */
export const GraphCards = memo(function GraphCards(
  props: GraphCardsProps & {
    /** Around `sight` the cards are still as they were here. */
    readonly before?: Drawing | null;
    readonly sight?: Box | null;
  },
) {
  const { drawing, window, before = null, sight = null, looks, me, selected, found, overlay, marks } = props;
  const withOwner = looks.size > 1;
  const lookOf = (card: Card) => {
    const owner = ownerOf(card);
    return owner === null ? undefined : looks.get(owner);
  };
  const cardAt = (card: Card, place: Place, from: Drawing) => {
    const serial = card.kind === 'object' ? card.object.serial : null;
    const chosen = (serial !== null && serial === selected) || card.id === props.cursor;
    return (
      <div key={card.id} data-place={card.id} className="absolute" style={{ left: place.x, top: place.y }}>
        <HeapCard
          card={card}
          moment={serial !== null && from.newborn.has(serial) ? 'newborn' : 'calm'}
          change={serial === null ? undefined : from.difference.changed.get(serial)}
          look={lookOf(card)}
          mine={card.kind === 'namespace' && me !== null && card.id === `m:${me}`}
          selected={serial !== null && serial === selected}
          dimmed={
            (found !== null && (card.kind === 'namespace' || !holds(card, found))) ||
            (serial !== null && overlay.dimmed?.has(serial) === true)
          }
          mark={serial === null ? undefined : (overlay.marks?.get(serial) ?? marks?.get(serial))}
          badges={serial === null ? undefined : overlay.badges?.get(serial)}
          ring={
            card.id === props.target ? 'accent' : serial === null ? undefined : overlay.rings?.get(serial)
          }
          withOwner={withOwner}
          ports={props.editable && me !== null ? ports(card, me, chosen) : null}
          cursor={card.id === props.cursor}
        />
      </div>
    );
  };
  const shown = new Map<string, ReactNode>();
  for (const card of drawing.picture.cards) {
    const place = drawing.places.get(card.id);
    if (place !== undefined && isIn(sight ?? window, card, place))
      shown.set(card.id, cardAt(card, place, drawing));
  }
  for (const card of before?.picture.cards ?? []) {
    const place = before?.places.get(card.id);
    if (before === null || sight === null || place === undefined || shown.has(card.id)) continue;
    if (isIn(window, card, place) && !isIn(sight, card, place))
      shown.set(card.id, cardAt(card, place, before));
  }
  return (
    <>
      {drawing.ghosts.map(({ card, place }) =>
        isIn(window, card, place) ? (
          <div key={card.id} className="absolute" style={{ left: place.x, top: place.y }}>
            <HeapCard
              card={card}
              moment="dying"
              change={undefined}
              look={lookOf(card)}
              mine={false}
              selected={false}
              dimmed={false}
              mark={undefined}
              badges={undefined}
              ring={undefined}
              withOwner={withOwner}
              ports={null}
              cursor={false}
            />
          </div>
        ) : null,
      )}
      {[...shown.values()]}
    </>
  );
});

/** Whether a card that stands there can be seen in this part of the drawing. */
function isIn(part: Box, card: Card, at: Place): boolean {
  return meets(part, { ...at, width: card.width, height: card.height });
}

/** As text, so that a card whose lines are the same is not drawn again. */
function ports(card: Card, me: string, chosen: boolean): string {
  const rows: number[] = [];
  for (let row = 0; row < card.rows.length; row++) if (spotOf(card, row, me) !== null) rows.push(row);
  // The plus on my own and the board's names is always there: it is where everything begins.
  const always =
    card.kind === 'namespace' && (card.namespace.module === me || card.namespace.module === BOARD);
  if ((chosen || always) && freeSpot(card, me, 'a') !== null) rows.push(-1);
  return rows.join(' ');
}

function ownerOf(card: Card): string | null {
  switch (card.kind) {
    case 'object':
      return card.object.owner;
    case 'namespace':
      return card.namespace.module;
    case 'pile':
      return card.owner;
  }
}

function holds(card: Card, found: ReadonlySet<Serial>): boolean {
  switch (card.kind) {
    case 'object':
      return found.has(card.object.serial);
    case 'pile':
      return card.members.some((serial) => found.has(serial));
    case 'namespace':
      return found.size > 0 && namespaceId(card.namespace) !== card.id;
  }
}
