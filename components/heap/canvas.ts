import type cytoscape from 'cytoscape';
import { course, type Standing } from './arrows.ts';
import type { Card, Picture } from './picture.ts';
import type { Place, Places } from './place.ts';

/**
 * The canvas under the cards: Cytoscape draws the arrows, finds what the pointer is on, and pans, zooms and drags.
 * Its nodes are invisible boxes exactly under the HTML cards.
 */
export interface Colours {
  readonly edge: string;
  readonly accent: string;
  readonly leaked: string;
  readonly ink: string;
  readonly canvas: string;
}

export function readColours(element: Element): Colours {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    edge: read('--edge'),
    accent: read('--accent'),
    leaked: read('--leaked'),
    ink: read('--ink'),
    canvas: read('--canvas'),
  };
}

export function stylesheet(colours: Colours): cytoscape.StylesheetJson {
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
        'z-index': 10,
        opacity: 1,
      },
    },
  ];
}

function middle(card: Card, place: Place): { x: number; y: number } {
  return { x: place.x + card.width / 2, y: place.y + card.height / 2 };
}

/** Brings the canvas to a picture: removes, moves and adds; what is the same is not touched. */
export function show(cy: cytoscape.Core, picture: Picture, places: Places): void {
  const standing = new Map<string, Standing>();
  for (const card of picture.cards) {
    const place = places.get(card.id);
    if (place !== undefined) standing.set(card.id, { card, place });
  }
  const others = [...standing.values()];
  cy.batch(() => {
    const wanted = new Set<string>(standing.keys());
    for (const arrow of picture.arrows) wanted.add(arrow.id);
    cy.elements()
      .filter((element) => !wanted.has(element.id()))
      .remove();
    for (const { card, place } of standing.values()) {
      const node = cy.getElementById(card.id);
      if (node.empty()) {
        cy.add({
          data: { id: card.id, width: card.width, height: card.height },
          position: middle(card, place),
        });
      } else {
        node.data({ width: card.width, height: card.height });
        node.position(middle(card, place));
      }
    }
    for (const arrow of picture.arrows) {
      const from = standing.get(arrow.from);
      const to = standing.get(arrow.to);
      if (from === undefined || to === undefined) continue;
      const { source, target, weights, distances } = course(arrow, from, to, others);
      const data = {
        source_at: source,
        target_at: target,
        weights,
        distances,
        weak: arrow.weak,
        leaked: from.card.kind === 'object' && !from.card.object.reachable,
        label: arrow.times > 1 ? `× ${arrow.times}` : '',
      };
      const edge = cy.getElementById(arrow.id);
      if (edge.empty()) cy.add({ data: { id: arrow.id, source: arrow.from, target: arrow.to, ...data } });
      else edge.data(data);
    }
  });
}

export interface View {
  readonly zoom: number;
  readonly pan: { readonly x: number; readonly y: number };
}

const ROOM_FOR_BENDS = 64;

/** The view in which every card is seen, not larger than `largest`. */
export function fitting(
  picture: Picture,
  places: Places,
  width: number,
  height: number,
  largest: number,
): View | null {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const card of picture.cards) {
    const place = places.get(card.id);
    if (place === undefined) continue;
    left = Math.min(left, place.x);
    top = Math.min(top, place.y);
    right = Math.max(right, place.x + card.width);
    bottom = Math.max(bottom, place.y + card.height);
  }
  if (right < left || width === 0 || height === 0) return null;
  // Arrows that go back bend out beside the last column.
  if (picture.arrows.some((arrow) => !arrow.from.startsWith('m:'))) right += ROOM_FOR_BENDS;
  const margin = Math.min(48, width / 16);
  const zoom = Math.min(
    largest,
    (width - 2 * margin) / (right - left),
    (height - 2 * margin) / (bottom - top),
  );
  // Small pictures stand at the left, where the names are and stay, not in the middle, from where they would drift.
  const x = (right - left) * zoom < width * 0.7 ? margin - left * zoom : (width - (right + left) * zoom) / 2;
  const y = (bottom - top) * zoom < height * 0.7 ? margin - top * zoom : (height - (bottom + top) * zoom) / 2;
  return { zoom, pan: { x, y } };
}
