'use client';

import { memo } from 'react';
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
import type { Box } from './place.ts';

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

/** The cards as HTML over the canvas: those that are on the screen, and no others. */
export const GraphCards = memo(function GraphCards(props: GraphCardsProps) {
  const { drawing, window, looks, me, selected, found, overlay, marks } = props;
  const withOwner = looks.size > 1;
  const near = (card: Card, at: { readonly x: number; readonly y: number }) =>
    meets(window, { ...at, width: card.width, height: card.height });
  const lookOf = (card: Card) => {
    const owner = ownerOf(card);
    return owner === null ? undefined : looks.get(owner);
  };
  return (
    <>
      {drawing.ghosts.map(({ card, place }) =>
        near(card, place) ? (
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
      {drawing.picture.cards.map((card) => {
        const place = drawing.places.get(card.id);
        if (place === undefined || !near(card, place)) return null;
        const serial = card.kind === 'object' ? card.object.serial : null;
        const chosen = (serial !== null && serial === selected) || card.id === props.cursor;
        return (
          <div
            key={card.id}
            data-place={card.id}
            className="absolute"
            style={{ left: place.x, top: place.y }}
          >
            <HeapCard
              card={card}
              moment={serial !== null && drawing.newborn.has(serial) ? 'newborn' : 'calm'}
              change={serial === null ? undefined : drawing.difference.changed.get(serial)}
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
      })}
    </>
  );
});

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
