'use client';

import { Ellipsis } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { BOARD } from '../../classroom/expression.ts';
import type { HeapView, Serial } from '../../heap/index.ts';
import { classes } from '../design/classes.ts';
import { useMounted } from '../design/theme.tsx';
import { useToast } from '../design/toasts.tsx';
import { useWords, type Words } from '../language/words.ts';
import { canDraw } from './can-draw.ts';
import type { Subject } from './card-actions.ts';
import { type Drawing, firstDrawing, moved, redraw, settled, tidied } from './drawing.ts';
import { filters } from './filter.ts';
import { GraphBar } from './graph-bar.tsx';
import { GraphCards, GraphCardsAfterJump, type GraphCardsProps } from './graph-cards.tsx';
import { ARROW_KEYS, cardTowards } from './graph-keys.ts';
import { GraphMemory } from './graph-memory.ts';
import { HeapNews } from './heap-news.tsx';
import { Legend } from './legend.tsx';
import { NOT_ONE, serialOf } from './link.ts';
import { LinkLine, useLink } from './link-line.tsx';
import type { Mark } from './marks.ts';
import { type GraphOverlay, NO_OVERLAY } from './overlay.ts';
import { ownerLooks } from './owners.ts';
import { CardMenuAt, PointPanel } from './parts.tsx';
import type { Card, NamespaceCard, ObjectCard, PictureOptions } from './picture.ts';
import { PORTION } from './piles.ts';
import type { Place } from './place.ts';
import { matches } from './search.ts';
import { onceAsked, pointTo, type Spot } from './statements.ts';
import { glide, useCanvas } from './use-canvas.ts';
import { WithoutCanvas } from './without-canvas.tsx';

export interface HeapGraphProps {
  readonly view: HeapView;
  /** What news are told against after a jump in time; by default what was shown before. */
  readonly since?: HeapView | null | undefined;
  /** My module: its names come in orange. Null for a projector. */
  readonly me?: string | null;
  /** Modules in the order they joined, so that colours stay; default: as the view lists them. */
  readonly modules?: readonly string[];
  readonly selected: Serial | null;
  readonly onSelect: (serial: Serial | null) => void;
  /** Gives a statement, as if it had been typed. Without it the picture can only be looked at. */
  readonly onRun?: ((source: string) => void) | undefined;
  /** Asks for a view with the interpreter's own objects, or without. Without it there is no such switch. */
  readonly onInternals?: ((internals: boolean) => void) | undefined;
  /** Words put on cards from outside: short for `overlay.marks`. */
  readonly marks?: ReadonlyMap<Serial, Mark>;
  /** What another view lays over the cards: badges, rings, dimming, references that are walked. */
  readonly overlay?: GraphOverlay;
  /** Keeps positions, filters and the view while the graph is not on the screen. */
  readonly memory?: GraphMemory;
  /** Search, filters, zoom. A projector goes without. */
  readonly controls?: boolean;
  readonly legend?: boolean;
  /** How far a small picture may be blown up; a projector takes more. */
  readonly largest?: number;
  /** Cards are not shown smaller by themselves: larger heaps are followed instead of fitted; wall-size.ts. */
  readonly smallest?: number;
  readonly className?: string;
}

/** How long newborn and dying are shown. */
const MOMENT = 1300;

/** The heap as cards and arrows, or as text where the browser draws nothing. */
export function HeapGraph(props: HeapGraphProps) {
  const mounted = useMounted();
  const [able] = useState(() => typeof document === 'undefined' || canDraw());
  return mounted && !able ? <WithoutCanvas {...props} /> : <Graph {...props} />;
}

function Graph({
  view,
  me = null,
  modules,
  selected,
  onSelect,
  onRun,
  onInternals,
  marks,
  overlay = NO_OVERLAY,
  memory: given,
  controls = true,
  legend = true,
  largest = 1.25,
  smallest = 0.55,
  className,
  since,
}: HeapGraphProps) {
  const { change: changes, graph, heap } = useWords('change', 'graph', 'heap');
  const [own] = useState(() => new GraphMemory());
  const memory = given ?? own;
  const [options, setOptions] = useState<PictureOptions>(() => memory.options);
  const [query, setQuery] = useState(() => memory.query);
  // State, because where cards stand depends on where they stood; null until the screen has been measured.
  const [drawing, setDrawing] = useState<Drawing | null>(() => memory.drawing);
  const [cursor, setCursor] = useState<string | null>(null);
  const [menu, setMenu] = useState<{ readonly card: string; readonly at: Place } | null>(null);
  const [asked, setAsked] = useState<Spot | null>(null);
  // Empty names stay where one can write to them; those of all the others would be all there is to see.
  const writes = onRun !== undefined;
  const shown = useMemo(
    () => ({ ...options, home: new Set([...(me === null ? [] : [me]), ...(writes ? [BOARD] : [])]) }),
    [options, me, writes],
  );
  let now = drawing;
  if (now !== null && (now.view !== view || now.options !== shown)) {
    now = redraw(now, view, shown, since);
    setDrawing(now);
  }
  useEffect(() => {
    memory.drawing = now;
    memory.options = options;
    memory.query = query;
  });

  const names = modules ?? view.namespaces.filter((each) => each.kind === 'module').map((each) => each.title);
  const looksKey = names.join(' ');
  const looks = useMemo(() => ownerLooks(looksKey.split(' '), me), [looksKey, me]);
  const found = useMemo(() => matches(view, query), [view, query]);
  const mine = useMemo(() => onceAsked(view, me), [view, me]);
  const asking = asked === null ? null : mine();
  const toast = useToast();
  const mounted = useMounted();
  const root = useRef<HTMLDivElement>(null);

  const change = (next: (old: Drawing) => Drawing) => setDrawing((old) => (old === null ? old : next(old)));
  const point = (spot: Spot, target: Card) => {
    const speaker = mine();
    if (speaker === null || onRun === undefined) return;
    const serial = serialOf(target);
    const said = serial === null ? { refused: NOT_ONE } : pointTo(speaker, spot, serial);
    setAsked(null);
    if ('source' in said) onRun(said.source);
    else toast({ title: graph.notMade, text: changes.refused(said.refused), tone: 'error' });
  };
  const tap = (id: string | null) => {
    const card = id === null ? undefined : now?.picture.byId.get(id);
    setCursor(null);
    if (asked !== null) {
      if (card !== undefined) point(asked, card);
      return;
    }
    if (card?.kind === 'object') onSelect(card.object.serial);
    else if (card?.kind === 'pile') takeOff(card.id);
    else onSelect(null);
  };
  const takeOff = (pile: string) =>
    setOptions((old) => ({
      ...old,
      opened: new Map(old.opened).set(pile, (old.opened.get(pile) ?? 0) + PORTION),
    }));

  const jumps = since !== undefined;
  const canvas = useCanvas(now, memory, { smallest, largest, jumps }, me === null ? null : `m:${me}`, {
    onTap: tap,
    onMenu: (card, at) => setMenu({ card, at }),
    onMoved: (id, to) => change((old) => moved(old, id, to)),
    onShape: (shape) =>
      setDrawing((old) => (old === null ? firstDrawing(view, shown, shape) : { ...old, shape })),
  });
  const link = useLink({
    drawing: now,
    me: onRun === undefined ? null : me,
    speaker: mine,
    view: canvas.view,
    root,
    onDrop: point,
    onAsk: setAsked,
  });

  const lit = found;
  useEffect(() => {
    if (now === null) return;
    canvas.canvas.current?.light(
      lit === null ? null : new Set([...lit].flatMap((serial) => now.picture.cardOf.get(serial) ?? [])),
    );
  }, [lit, now, canvas.canvas]);

  const { walked } = overlay;
  useEffect(() => {
    const ids = new Set<string>();
    for (const { from, to } of walked ?? []) {
      const source = now?.picture.cardOf.get(from);
      const target = now?.picture.cardOf.get(to);
      for (const arrow of now?.picture.arrows ?? [])
        if (arrow.from === source && arrow.to === target) ids.add(arrow.id);
    }
    canvas.canvas.current?.walk(ids);
  }, [walked, now, canvas.canvas]);

  // What is selected elsewhere (table, inspector) comes into sight, and what an overlay wants seen.
  const { focus = null } = overlay;
  const latest = useRef({ now, canvas });
  useEffect(() => {
    latest.current = { now, canvas };
  });
  useEffect(() => {
    for (const serial of [selected, focus]) {
      const id = serial === null ? undefined : latest.current.now?.picture.cardOf.get(serial);
      const { canvas: at } = latest.current;
      if (id !== undefined) at.canvas.current?.reveal(id, { ...at.screen(), smallest: 0 }, glide());
    }
  }, [selected, focus]);

  useEffect(() => {
    if (now === null || settled(now) === now) return;
    const timer = setTimeout(() => setDrawing((old) => (old === null ? old : settled(old))), MOMENT);
    return () => clearTimeout(timer);
  }, [now]);

  const cursorCard = cursor === null ? undefined : now?.picture.byId.get(cursor);
  const menuCard = menu === null ? undefined : now?.picture.byId.get(menu.card);
  const openMenu = (id: string) => {
    const place = now?.places.get(id);
    if (place === undefined) return;
    const { zoom, pan } = canvas.view();
    setMenu({ card: id, at: { x: (place.x + 24) * zoom + pan.x, y: (place.y + 28) * zoom + pan.y } });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.target !== root.current || now === null) return;
    const key = ARROW_KEYS.find((each) => each === event.key);
    const at = cursor ?? (selected === null ? null : (now.picture.cardOf.get(selected) ?? null));
    if (key !== undefined) {
      const next = cardTowards(now, at, key);
      if (next !== null) {
        setCursor(next);
        canvas.canvas.current?.reveal(next, { ...canvas.screen(), smallest: 0 }, glide());
      }
    } else if ((event.key === 'Enter' || event.key === ' ') && at !== null) {
      tap(at);
      setCursor(at);
    } else if ((event.key === 'ContextMenu' || event.key === 'm') && at !== null) openMenu(at);
    else if (event.key === '+') canvas.canvas.current?.zoomBy(1.25);
    else if (event.key === '-') canvas.canvas.current?.zoomBy(1 / 1.25);
    else if (event.key === '0') canvas.fit(now);
    else if (event.key === 'Escape') {
      setCursor(null);
      setAsked(null);
      onSelect(null);
    } else return;
    event.preventDefault();
  };
  const leaked = view.objects.filter((object) => !object.reachable).length;
  const chosen = cursor ?? (selected === null ? null : (now?.picture.cardOf.get(selected) ?? null));
  const cards: GraphCardsProps | null =
    now === null || canvas.window === null
      ? null
      : {
          drawing: now,
          window: canvas.window,
          me,
          looks,
          selected,
          cursor,
          found,
          marks,
          overlay,
          editable: onRun !== undefined,
          target: link.over,
        };

  return (
    <div className={classes('relative flex min-h-0 flex-col', className)}>
      {controls ? (
        <GraphBar
          view={view}
          me={me}
          looks={looks}
          drawing={now}
          query={query}
          onQuery={setQuery}
          found={found === null ? null : found.size}
          options={options}
          onOptions={(next) => {
            if (next.internals !== options.internals) onInternals?.(next.internals);
            setOptions(next);
          }}
          internals={onInternals !== undefined}
          onZoom={(factor) => {
            memory.follows = false;
            canvas.canvas.current?.zoomBy(factor);
          }}
          onFit={() => {
            if (now !== null) canvas.fit(now);
          }}
          onTidy={() => {
            if (now === null) return;
            const tidy = tidied(now);
            setDrawing(tidy);
            canvas.fit(tidy);
          }}
        />
      ) : null}
      <div
        ref={root}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the keyboard: its arrow keys walk the cards
        tabIndex={0}
        aria-roledescription={graph.role}
        aria-label={graph.label(now?.picture.cards.length ?? 0, leaked)}
        onKeyDown={onKeyDown}
        className="dots relative min-h-0 flex-1 overflow-hidden bg-canvas -outline-offset-2"
      >
        {/* Cytoscape makes its container `position: relative`, so it is sized, not stretched. */}
        <div ref={canvas.container} className="h-full w-full touch-none" />
        <div
          ref={canvas.layer}
          aria-hidden
          {...link.handlers}
          className="pointer-events-none absolute top-0 left-0 origin-top-left"
        >
          {mounted && cards !== null ? (
            jumps ? (
              <GraphCardsAfterJump {...cards} sight={canvas.sight} />
            ) : (
              <GraphCards {...cards} />
            )
          ) : null}
        </div>
        <div ref={canvas.layer} className="pointer-events-none absolute top-0 left-0 origin-top-left">
          <MenuButton drawing={now} card={chosen} onOpen={openMenu} />
        </div>
        <LinkLine link={link} />
        {now !== null && now.picture.cards.length === 0 && !filters(options.filter) ? (
          <p className="pointer-events-none absolute inset-0 flex items-center justify-center p-6 text-center text-muted">
            {graph.nothingYet}
          </p>
        ) : null}
        {asked !== null && asking !== null && onRun !== undefined ? (
          <PointPanel
            view={view}
            speaker={asking}
            spot={asked}
            graph
            onSpot={setAsked}
            onRun={(source) => {
              setAsked(null);
              onRun(source);
            }}
            onClose={() => {
              setAsked(null);
              root.current?.focus();
            }}
          />
        ) : null}
        {menu !== null && menuCard !== undefined && menuCard.kind !== 'pile' ? (
          <CardMenuAt
            at={menu.at}
            onClose={(chosen) => {
              setMenu(null);
              if (!chosen) root.current?.focus();
            }}
            subject={subjectOf(menuCard)}
            speaker={mine}
            mayRun={onRun !== undefined}
            onRun={(source) => onRun?.(source)}
            onPick={setAsked}
            onInspect={
              menuCard.kind === 'object'
                ? () => {
                    onSelect(menuCard.object.serial);
                  }
                : null
            }
            onAround={
              menuCard.kind === 'object'
                ? () =>
                    setOptions((old) => ({
                      ...old,
                      filter: { ...old.filter, around: { serial: menuCard.object.serial, steps: 1 } },
                    }))
                : null
            }
          />
        ) : null}
        <p role="status" className="sr-only">
          {cursorCard === undefined ? '' : spoken(cursorCard, heap)}
        </p>
        <HeapNews view={view} />
      </div>
      {legend ? (
        <div className="border-t border-line bg-surface px-4 py-2 max-sm:hidden [@media(max-height:30rem)]:hidden">
          <Legend />
        </div>
      ) : null}
    </div>
  );
}

/** Beside the card that is selected: what a mouse's second button and a long press open as well. */
function MenuButton({
  drawing,
  card: id,
  onOpen,
}: {
  readonly drawing: Drawing | null;
  readonly card: string | null;
  readonly onOpen: (card: string) => void;
}) {
  const { graph } = useWords('graph');
  const card = id === null ? undefined : drawing?.picture.byId.get(id);
  const place = id === null ? undefined : drawing?.places.get(id);
  if (card === undefined || place === undefined || card.kind === 'pile') return null;
  return (
    <button
      type="button"
      aria-label={graph.menuOfSelected}
      onClick={() => onOpen(card.id)}
      className="pointer-events-auto absolute inline-flex size-8 cursor-pointer items-center justify-center rounded-full border border-accent bg-surface text-accent shadow-card hover:bg-accent-soft"
      style={{ left: place.x - 14, top: place.y - 14 }}
    >
      <Ellipsis aria-hidden className="size-4" />
    </button>
  );
}

function subjectOf(card: ObjectCard | NamespaceCard): Subject {
  return card.kind === 'object'
    ? { kind: 'object', object: card.object }
    : { kind: 'namespace', namespace: card.namespace };
}

function spoken(card: Card, words: Words['heap']): string {
  switch (card.kind) {
    case 'object':
      return words.sentence(card.object);
    case 'namespace': {
      const { kind, title, names } = card.namespace;
      return `${kind === 'module' ? words.namesOf(title) : words.frameOf(title)}, ${words.nameCount(names.length)}`;
    }
    case 'pile':
      return words.pileSpoken(words.pile(card.type, card.members.length), card.leaked, card.bytes);
  }
}
