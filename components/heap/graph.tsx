'use client';

import cytoscape from 'cytoscape';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { HeapView, Serial } from '../../heap/index.ts';
import { classes } from '../design/classes.ts';
import { useMounted, useScheme } from '../design/theme.tsx';
import { fitting, readColours, show, stylesheet } from './canvas.ts';
import { HeapCard } from './card.tsx';
import { type Drawing, firstDrawing, moved, redraw, settled, tidied } from './drawing.ts';
import { GraphBar } from './graph-bar.tsx';
import { Legend } from './legend.tsx';
import type { Mark } from './marks.ts';
import { type GraphOverlay, NO_OVERLAY } from './overlay.ts';
import { ownerLooks } from './owners.ts';
import { type Card, DEFAULT_PICTURE, namespaceId, type PictureOptions } from './picture.ts';
import { matches } from './search.ts';
import { count } from './words.ts';

export interface HeapGraphProps {
  readonly view: HeapView;
  /** My module: its names come in orange. Null for a projector. */
  readonly me?: string | null;
  /** Modules in the order they joined, so that colours stay; default: as the view lists them. */
  readonly modules?: readonly string[];
  readonly selected: Serial | null;
  readonly onSelect: (serial: Serial | null) => void;
  /** Words put on cards from outside: short for `overlay.marks`. */
  readonly marks?: ReadonlyMap<Serial, Mark>;
  /** What another view lays over the cards: badges, rings, dimming, references that are walked. */
  readonly overlay?: GraphOverlay;
  /** Search, toggles, zoom. A projector goes without. */
  readonly controls?: boolean;
  readonly legend?: boolean;
  /** How far a small picture may be blown up; a projector takes 2. */
  readonly largest?: number;
  readonly className?: string;
}

/** How long newborn and dying are shown. */
const MOMENT = 1300;

export function HeapGraph({
  view,
  me = null,
  modules,
  selected,
  onSelect,
  marks,
  overlay = NO_OVERLAY,
  controls = true,
  legend = true,
  largest = 1.25,
  className,
}: HeapGraphProps) {
  const [options, setOptions] = useState<PictureOptions>(DEFAULT_PICTURE);
  const [query, setQuery] = useState('');
  const [drawing, setDrawing] = useState<Drawing>(() => firstDrawing(view, options));
  // The drawing follows the view; it is state because where cards stand depends on where they stood.
  let now = drawing;
  if (drawing.view !== view || drawing.options !== options) {
    now = redraw(drawing, view, options);
    setDrawing(now);
  }

  const names = modules ?? view.namespaces.filter((each) => each.kind === 'module').map((each) => each.title);
  const looksKey = names.join(' ');
  const looks = useMemo(() => ownerLooks(looksKey.split(' '), me), [looksKey, me]);
  const found = useMemo(() => matches(view, query), [view, query]);

  const canvas = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const graph = useRef<cytoscape.Core | null>(null);
  // True until somebody pans or zooms: the view then stays as they left it.
  const follows = useRef(true);
  const latest = useRef({ now, onSelect });
  const scheme = useScheme();
  // The cards are drawn in the browser only: a server does not know where they stood before.
  const mounted = useMounted();

  useLayoutEffect(() => {
    latest.current = { now, onSelect };
  });

  useEffect(() => {
    const container = canvas.current;
    if (container === null) return;
    const cy = cytoscape({
      container,
      minZoom: 0.05,
      maxZoom: 4,
      boxSelectionEnabled: false,
      autounselectify: true,
    });
    graph.current = cy;
    const follow = () => {
      const { x, y } = cy.pan();
      if (layer.current) layer.current.style.transform = `translate(${x}px, ${y}px) scale(${cy.zoom()})`;
    };
    cy.on('viewport', follow);
    cy.on('dragpan scrollzoom pinchzoom', () => {
      follows.current = false;
    });
    cy.on('tap', (event) => {
      if (event.target === cy) latest.current.onSelect(null);
    });
    cy.on('tap', 'node', (event) => {
      const card = latest.current.now.picture.cards.find((each) => each.id === event.target.id());
      if (card?.kind === 'object') latest.current.onSelect(card.object.serial);
      else if (card?.kind === 'pile')
        setOptions((old) => ({ ...old, opened: new Set([...old.opened, card.id]) }));
      else latest.current.onSelect(null);
    });
    cy.on('mouseover', 'node', (event) => {
      event.target.connectedEdges().addClass('lit');
      container.style.cursor = 'pointer';
    });
    cy.on('mouseout', 'node', (event) => {
      event.target.connectedEdges().removeClass('lit');
      container.style.cursor = '';
    });
    cy.on('drag', 'node', (event) => {
      const node = event.target;
      const { x, y } = node.position();
      setDrawing((old) =>
        moved(old, node.id(), { x: x - node.data('width') / 2, y: y - node.data('height') / 2 }),
      );
    });
    const observer = new ResizeObserver(() => {
      cy.resize();
      if (follows.current) showAll(cy, latest.current.now, largest, false);
    });
    observer.observe(container);
    return () => {
      observer.disconnect();
      graph.current = null;
      cy.destroy();
    };
  }, [largest]);

  // Colours come from the page's tokens, which change with the scheme.
  useEffect(() => {
    const cy = graph.current;
    if (cy !== null && canvas.current !== null && scheme) cy.style(stylesheet(readColours(canvas.current)));
  }, [scheme]);

  useEffect(() => {
    const cy = graph.current;
    if (cy === null) return;
    const empty = cy.elements().empty();
    show(cy, now.picture, now.places);
    if (follows.current && !allSeen(cy, now)) showAll(cy, now, largest, !empty);
  }, [now, largest]);

  useEffect(() => {
    const cy = graph.current;
    if (cy === null) return;
    cy.edges().removeClass('dim');
    if (found === null) return;
    const cards = new Set([...found].map((serial) => now.picture.cardOf.get(serial)));
    cy.edges()
      .filter((edge) => !cards.has(edge.source().id()) && !cards.has(edge.target().id()))
      .addClass('dim');
  }, [found, now]);

  const walked = overlay.walked;
  useEffect(() => {
    const cy = graph.current;
    if (cy === null) return;
    cy.edges().removeClass('walked');
    for (const { from, to } of walked ?? []) {
      const source = now.picture.cardOf.get(from);
      const target = now.picture.cardOf.get(to);
      if (source === undefined || target === undefined) continue;
      cy.getElementById(source).edgesTo(cy.getElementById(target)).addClass('walked');
    }
  }, [walked, now]);

  // What is selected elsewhere (table, inspector) comes into sight, and what an overlay wants seen.
  const focus = overlay.focus ?? null;
  useEffect(() => {
    if (graph.current !== null) bringIntoSight(graph.current, latest.current.now, selected);
  }, [selected]);
  useEffect(() => {
    if (graph.current !== null) bringIntoSight(graph.current, latest.current.now, focus);
  }, [focus]);

  useEffect(() => {
    if (settled(now) === now) return;
    const timer = setTimeout(() => setDrawing(settled), MOMENT);
    return () => clearTimeout(timer);
  }, [now]);

  const objects = now.picture.cards.filter((card) => card.kind === 'object');
  const leaked = view.objects.filter((object) => !object.reachable).length;
  const withOwner = looks.size > 1;
  const lookOf = (card: Card) => {
    const owner = ownerOf(card);
    return owner === null ? undefined : looks.get(owner);
  };

  return (
    <div className={classes('relative flex min-h-0 flex-col', className)}>
      {controls ? (
        <GraphBar
          query={query}
          onQuery={setQuery}
          found={found === null ? null : found.size}
          options={options}
          onOptions={setOptions}
          onZoom={(factor) => {
            const cy = graph.current;
            if (cy === null) return;
            follows.current = false;
            cy.zoom({
              level: cy.zoom() * factor,
              renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 },
            });
          }}
          onFit={() => {
            follows.current = true;
            if (graph.current) showAll(graph.current, now, largest, true);
          }}
          onTidy={() => {
            follows.current = true;
            const tidy = tidied(now);
            setDrawing(tidy);
            if (graph.current) showAll(graph.current, tidy, largest, true);
          }}
        />
      ) : null}
      <div
        role="img"
        aria-label={`Heap graph: ${count(objects.length, 'card')}, ${leaked} leaked. The table shows the same objects as text.`}
        className="dots relative min-h-0 flex-1 overflow-hidden bg-canvas"
      >
        {/* Cytoscape makes its container `position: relative`, so it is sized, not stretched. */}
        <div ref={canvas} className="h-full w-full touch-none" />
        <div ref={layer} aria-hidden className="pointer-events-none absolute top-0 left-0 origin-top-left">
          {now.ghosts.map(({ card, place }) => (
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
              />
            </div>
          ))}
          {(mounted ? now.picture.cards : []).map((card) => {
            const place = now.places.get(card.id);
            if (place === undefined) return null;
            const serial = card.kind === 'object' ? card.object.serial : null;
            return (
              <div key={card.id} className="absolute" style={{ left: place.x, top: place.y }}>
                <HeapCard
                  card={card}
                  moment={serial !== null && now.newborn.has(serial) ? 'newborn' : 'calm'}
                  change={serial === null ? undefined : now.difference.changed.get(serial)}
                  look={lookOf(card)}
                  mine={card.kind === 'namespace' && me !== null && card.id === `m:${me}`}
                  selected={serial !== null && serial === selected}
                  dimmed={
                    (found !== null && (card.kind === 'namespace' || !holds(card, found))) ||
                    (serial !== null && overlay.dimmed?.has(serial) === true)
                  }
                  mark={serial === null ? undefined : (overlay.marks?.get(serial) ?? marks?.get(serial))}
                  badges={serial === null ? undefined : overlay.badges?.get(serial)}
                  ring={serial === null ? undefined : overlay.rings?.get(serial)}
                  withOwner={withOwner}
                />
              </div>
            );
          })}
        </div>
      </div>
      {legend ? (
        <div className="border-t border-line bg-surface px-4 py-2 max-sm:hidden">
          <Legend />
        </div>
      ) : null}
    </div>
  );
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

function still(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

function bringIntoSight(cy: cytoscape.Core, drawing: Drawing, serial: Serial | null): void {
  const id = serial === null ? undefined : drawing.picture.cardOf.get(serial);
  const node = id === undefined ? null : cy.getElementById(id);
  if (node === null || node.empty()) return;
  const seen = cy.extent();
  const at = node.position();
  if (at.x > seen.x1 && at.x < seen.x2 && at.y > seen.y1 && at.y < seen.y2) return;
  cy.animate({ center: { eles: node } }, { duration: still() ? 0 : 220 });
}

function showAll(cy: cytoscape.Core, drawing: Drawing, largest: number, animate: boolean): void {
  const view = fitting(drawing.picture, drawing.places, cy.width(), cy.height(), largest);
  if (view === null) return;
  cy.stop();
  if (animate && !still()) {
    cy.animate({ zoom: view.zoom, pan: { ...view.pan } }, { duration: 220, easing: 'ease-out' });
  } else cy.viewport({ zoom: view.zoom, pan: { ...view.pan } });
}

/** Nothing is cut off and the picture is not lost in an empty field: then the view rests. */
function allSeen(cy: cytoscape.Core, drawing: Drawing): boolean {
  const seen = cy.extent();
  let any = false;
  for (const card of drawing.picture.cards) {
    const place = drawing.places.get(card.id);
    if (place === undefined) continue;
    any = true;
    if (place.x < seen.x1 || place.y < seen.y1) return false;
    if (place.x + card.width > seen.x2 || place.y + card.height > seen.y2) return false;
  }
  return any && cy.elements().length > 0 && cy.zoom() > 0.3;
}
