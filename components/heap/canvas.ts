import cytoscape from 'cytoscape';
import { course, rightmost } from './arrows.ts';
import { contains, into, meets, type Screen, seen, type View } from './camera.ts';
import type { Colours } from './colours.ts';
import type { Drawing } from './drawing.ts';
import type { Arrow, Card } from './picture.ts';
import type { Box, Place, Standing } from './place.ts';

/**
 * The canvas under the cards: Cytoscape draws the arrows, finds what the pointer is on, and pans, zooms and drags.
 * Its nodes are boxes exactly under the HTML cards: invisible ones near by, and the cards themselves from afar, where
 * nothing could be read anyway. Only what is on the screen or close to it is in Cytoscape at all.
 */
export interface CanvasEvents {
  readonly onView: (view: View) => void;
  /** Somebody panned or zoomed. */
  readonly onTaken: () => void;
  readonly onTap: (card: string | null) => void;
  readonly onMenu: (card: string, at: Place) => void;
  readonly onHover: (card: string | null) => void;
  readonly onMoved: (card: string, to: Place) => void;
}

/** Below this zoom cards are plain boxes and arrows plain lines. */
export const FAR_ZOOM = 0.3;
/** What is kept ready around the screen, in parts of it. */
const AROUND = 0.5;

export class HeapCanvas {
  readonly cy: cytoscape.Core;
  private drawing: Drawing | null = null;
  private sheet: Colours | null = null;
  private isFar = false;
  /** What an element was last given, so that what is the same is not touched. */
  private readonly given = new Map<string, string>();
  private covered: Box | null = null;
  private lit: ReadonlySet<string> | null = null;
  private walked: ReadonlySet<string> = new Set();

  constructor(container: HTMLElement, events: CanvasEvents) {
    const cy = cytoscape({
      container,
      minZoom: 0.02,
      maxZoom: 4,
      boxSelectionEnabled: false,
      autounselectify: true,
    });
    this.cy = cy;
    cy.on('viewport', () => {
      events.onView(this.view());
      this.cover();
    });
    cy.on('dragpan scrollzoom pinchzoom', () => events.onTaken());
    cy.on('tap', (event) => {
      if (event.target === cy) events.onTap(null);
    });
    cy.on('tap', 'node', (event) => events.onTap(event.target.id()));
    cy.on('cxttap taphold', 'node', (event) => events.onMenu(event.target.id(), event.renderedPosition));
    cy.on('mouseover', 'node', (event) => {
      event.target.connectedEdges().addClass('lit');
      container.style.cursor = 'pointer';
      events.onHover(event.target.id());
    });
    cy.on('mouseout', 'node', (event) => {
      event.target.connectedEdges().removeClass('lit');
      container.style.cursor = '';
      events.onHover(null);
    });
    cy.on('drag', 'node', (event) => {
      const node = event.target;
      const { x, y } = node.position();
      events.onMoved(node.id(), { x: x - node.data('width') / 2, y: y - node.data('height') / 2 });
    });
  }

  destroy(): void {
    this.cy.destroy();
  }

  view(): View {
    const { x, y } = this.cy.pan();
    return { zoom: this.cy.zoom(), pan: { x, y } };
  }

  /** Colours come from the page's tokens, which change with the scheme. */
  paint(colours: Colours): void {
    this.sheet = colours;
    this.cy.style(stylesheet(colours, this.isFar));
  }

  go(view: View, milliseconds: number): void {
    this.cy.stop();
    const pan = { ...view.pan };
    if (milliseconds === 0) this.cy.viewport({ zoom: view.zoom, pan });
    else this.cy.animate({ zoom: view.zoom, pan }, { duration: milliseconds, easing: 'ease-out' });
  }

  zoomBy(factor: number): void {
    const { cy } = this;
    cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  }

  /** Brings a card into sight, if it is not. */
  reveal(id: string, screen: Screen, milliseconds: number): void {
    const stood = this.standing(id);
    if (stood === null) return;
    const box = { ...stood.place, width: stood.card.width, height: stood.card.height };
    const now = this.view();
    const next = into(box, screen, now, Math.max(now.zoom, screen.smallest));
    if (next !== null) this.go(next, milliseconds);
  }

  /** `bare`: what is around the screen comes when the view moves there. */
  show(drawing: Drawing, bare = false): void {
    this.drawing = drawing;
    this.covered = null;
    this.cover(bare ? 0 : AROUND);
  }

  /** Arrows that touch none of these cards fade; null: none fades. */
  light(cards: ReadonlySet<string> | null): void {
    this.lit = cards;
    this.restyle();
  }

  walk(arrows: ReadonlySet<string>): void {
    this.walked = arrows;
    this.restyle();
  }

  private restyle(): void {
    this.cy.batch(() => {
      for (const edge of this.cy.edges().toArray()) {
        const { lit } = this;
        edge.toggleClass('dim', lit !== null && !lit.has(edge.source().id()) && !lit.has(edge.target().id()));
        edge.toggleClass('walked', this.walked.has(edge.id()));
      }
    });
  }

  private standing(id: string): Standing | null {
    const card = this.drawing?.picture.byId.get(id);
    const place = this.drawing?.places.get(id);
    return card === undefined || place === undefined ? null : { card, place };
  }

  /** Puts into Cytoscape what is on the screen, unless it is there already. */
  private cover(around = AROUND): void {
    const { drawing, cy } = this;
    if (drawing === null) return;
    const view = this.view();
    const far = view.zoom < FAR_ZOOM;
    const turned = far !== this.isFar;
    const screen = { width: cy.width(), height: cy.height() };
    if (!turned && this.covered !== null && contains(this.covered, seen(view, screen, 0))) return;
    const window = seen(view, screen, around);
    this.covered = window;
    this.isFar = far;
    // Near arrows need the data of their course before the style that reads it.
    if (turned && far && this.sheet !== null) cy.style(stylesheet(this.sheet, far));
    this.fill(drawing, window, far);
    if (turned && !far && this.sheet !== null) cy.style(stylesheet(this.sheet, far));
  }

  private fill(drawing: Drawing, window: Box, far: boolean): void {
    const near: Standing[] = [];
    const nodes = new Map<string, Standing>();
    for (const card of drawing.picture.cards) {
      const place = drawing.places.get(card.id);
      if (place === undefined || !meets(window, { ...place, width: card.width, height: card.height }))
        continue;
      near.push({ card, place });
      nodes.set(card.id, { card, place });
    }
    const arrows: { arrow: Arrow; from: Standing; to: Standing }[] = [];
    for (const arrow of drawing.picture.arrows) {
      const from = this.standing(arrow.from);
      const to = this.standing(arrow.to);
      if (from === null || to === null || !meets(window, around(arrow, from, to))) continue;
      arrows.push({ arrow, from, to });
      nodes.set(arrow.from, from);
      nodes.set(arrow.to, to);
    }
    const { cy, given } = this;
    const wanted = new Set<string>([...nodes.keys(), ...arrows.map(({ arrow }) => arrow.id)]);
    cy.batch(() => {
      // All at once: Cytoscape takes long over each by itself.
      const gone = cy.elements().filter((element) => !wanted.has(element.id()));
      if (gone.nonempty()) gone.remove();
      for (const id of given.keys()) if (!wanted.has(id)) given.delete(id);
      const fresh: cytoscape.ElementDefinition[] = [];
      for (const { card, place } of nodes.values()) fresh.push(...this.giveNode(card, place));
      // An edge whose node was removed is gone with it.
      for (const { arrow, from, to } of arrows) fresh.push(...this.giveEdge(arrow, from, to, near, far));
      if (fresh.length > 0) cy.add(fresh);
    });
    if (this.lit !== null || this.walked.size > 0) this.restyle();
  }

  /** What Cytoscape does not have yet, if so. */
  private giveNode(card: Card, place: Place): cytoscape.ElementDefinition[] {
    const { cy, given } = this;
    const x = place.x + card.width / 2;
    const y = place.y + card.height / 2;
    const leaked =
      card.kind === 'namespace' ? false : card.kind === 'pile' ? card.leaked : !card.object.reachable;
    const key = `${x} ${y} ${card.height} ${leaked}`;
    if (given.get(card.id) === key) return [];
    const data = { width: card.width, height: card.height, kind: card.kind, leaked, title: titleOf(card) };
    const old = given.has(card.id) ? cy.getElementById(card.id) : null;
    given.set(card.id, key);
    if (old === null || old.empty())
      return [{ group: 'nodes', data: { id: card.id, ...data }, position: { x, y } }];
    old.data(data);
    old.position({ x, y });
    return [];
  }

  private giveEdge(
    arrow: Arrow,
    from: Standing,
    to: Standing,
    near: readonly Standing[],
    far: boolean,
  ): cytoscape.ElementDefinition[] {
    const { cy, given } = this;
    const leaked = from.card.kind === 'object' && !from.card.object.reachable;
    // From afar the courses do not show; working them out for thousands would.
    const line = far ? null : course(arrow, from, to, near);
    const label = arrow.times > 1 ? `× ${arrow.times}` : '';
    const key =
      line === null
        ? `far ${leaked}`
        : `${line.source} ${line.target} ${line.weights} ${line.distances} ${leaked} ${label}`;
    const known = given.has(arrow.id) ? cy.getElementById(arrow.id) : null;
    if (known !== null && !known.empty() && given.get(arrow.id) === key) return [];
    given.set(arrow.id, key);
    const data = {
      weak: arrow.weak,
      leaked,
      label,
      slot: arrow.label,
      ...(line === null
        ? {}
        : {
            source_at: line.source,
            target_at: line.target,
            weights: line.weights,
            distances: line.distances,
          }),
    };
    if (known === null || known.empty())
      return [{ group: 'edges', data: { id: arrow.id, source: arrow.from, target: arrow.to, ...data } }];
    known.data(data);
    return [];
  }
}

function around(arrow: Arrow, from: Standing, to: Standing): Box {
  const x = Math.min(from.place.x, to.place.x);
  const y = Math.min(from.place.y, to.place.y);
  return {
    x,
    y,
    width: rightmost(arrow, from, to) - x,
    height: Math.max(from.place.y + from.card.height, to.place.y + to.card.height) - y,
  };
}

function titleOf(card: Card): string {
  switch (card.kind) {
    case 'namespace':
      return card.namespace.title;
    case 'pile':
      return card.type ?? '';
    case 'object':
      return card.object.type;
  }
}

function stylesheet(colours: Colours, far: boolean): cytoscape.StylesheetJson {
  return far ? farSheet(colours) : nearSheet(colours);
}

function farSheet(colours: Colours): cytoscape.StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        shape: 'rectangle',
        width: 'data(width)',
        height: 'data(height)',
        'background-color': colours.surface,
        'border-width': 6,
        'border-color': colours.line,
        'overlay-opacity': 0,
        color: colours.ink,
        label: 'data(title)',
        'font-size': 34,
        'font-family': 'Inter Variable, sans-serif',
        'text-valign': 'center',
        'text-halign': 'center',
        'text-max-width': '180px',
        'text-wrap': 'ellipsis',
        'min-zoomed-font-size': 6,
      },
    },
    { selector: 'node[kind="namespace"]', style: { 'background-color': colours.sunken, 'font-size': 44 } },
    { selector: 'node[?leaked]', style: { 'border-color': colours.leaked } },
    {
      selector: 'edge',
      style: { width: 3, 'line-color': colours.edge, 'curve-style': 'haystack', opacity: 0.45 },
    },
    { selector: 'edge[?leaked]', style: { 'line-color': colours.leaked } },
    { selector: 'edge.dim', style: { opacity: 0.08 } },
    { selector: 'edge.walked, edge.lit', style: { 'line-color': colours.accent, width: 8, opacity: 1 } },
  ];
}

function nearSheet(colours: Colours): cytoscape.StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        shape: 'rectangle',
        width: 'data(width)',
        height: 'data(height)',
        'background-opacity': 0,
        'border-width': 0,
        'overlay-opacity': 0,
      },
    },
    {
      selector: 'edge',
      style: {
        width: 1.6,
        'line-color': colours.edge,
        'target-arrow-color': colours.edge,
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.9,
        'curve-style': 'unbundled-bezier',
        'edge-distances': 'node-position',
        'source-endpoint': 'data(source_at)',
        'target-endpoint': 'data(target_at)',
        'control-point-weights': 'data(weights)',
        'control-point-distances': 'data(distances)',
        'loop-direction': '75deg',
        'loop-sweep': '-50deg',
        'overlay-opacity': 0,
        label: 'data(label)',
        color: colours.ink,
        'font-size': 12,
        'font-family': 'Inter Variable, sans-serif',
        'text-background-color': colours.canvas,
        'text-background-opacity': 1,
        'text-background-padding': '3px',
      },
    },
    { selector: 'edge:loop', style: { 'curve-style': 'bezier', 'control-point-step-size': 105 } },
    {
      selector: 'edge[?weak]',
      style: { 'line-style': 'dashed', 'line-dash-pattern': [5, 4], 'target-arrow-shape': 'vee' },
    },
    {
      selector: 'edge[?leaked]',
      style: { 'line-color': colours.leaked, 'target-arrow-color': colours.leaked },
    },
    { selector: 'edge.dim', style: { opacity: 0.18 } },
    {
      selector: 'edge.walked',
      style: {
        width: 3.6,
        'line-color': colours.accent,
        'target-arrow-color': colours.accent,
        'z-index': 9,
        opacity: 1,
      },
    },
    {
      selector: 'edge.lit',
      style: {
        width: 2.6,
        'line-color': colours.accent,
        'target-arrow-color': colours.accent,
        label: 'data(slot)',
        'z-index': 10,
        opacity: 1,
      },
    },
  ];
}
