import type { Words } from '../language/words.ts';
import { type Path, pathOf } from './arrows.ts';
import { extent } from './camera.ts';
import { CARD } from './card-size.ts';
import type { Colours } from './colours.ts';
import type { Drawing } from './drawing.ts';
import { NOBODY, type OwnerLook } from './owners.ts';
import type { Arrow, Card, Row } from './picture.ts';
import { rowOffset, type Standing } from './place.ts';
import { hexColour } from './svg-colour.ts';
import { shortened } from './words.ts';

/**
 * The picture as an SVG file that needs nothing else: from the same cards, places and arrows as on the screen, with
 * the colours of the moment and the reader's own fonts.
 */
const MARGIN = 28;
const SANS = "Inter, 'Inter Variable', system-ui, sans-serif";
const MONO = "'JetBrains Mono', 'JetBrains Mono Variable', ui-monospace, Menlo, Consolas, monospace";
/** Widths of a letter in parts of its size, to cut texts where a card ends. */
const WIDE = { sans: 0.56, mono: 0.61 } as const;

export interface Sketch {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export type PictureWords = Pick<Words, 'graph' | 'heap' | 'numbers'>;

export function sketch(
  drawing: Drawing,
  looks: ReadonlyMap<string, OwnerLook>,
  colours: Colours,
  spoken: PictureWords,
): Sketch {
  const all = extent(drawing) ?? { x: 0, y: 0, width: 200, height: 100 };
  const width = Math.ceil(all.width + 2 * MARGIN);
  const height = Math.ceil(all.height + 2 * MARGIN);
  const standing = new Map<string, Standing>();
  for (const card of drawing.picture.cards) {
    const place = drawing.places.get(card.id);
    if (place !== undefined) standing.set(card.id, { card, place });
  }
  const others = [...standing.values()];
  const arrows = drawing.picture.arrows.flatMap((arrow) => {
    const from = standing.get(arrow.from);
    const to = standing.get(arrow.to);
    if (from === undefined || to === undefined) return [];
    return [arrowSvg(arrow, pathOf(arrow, from, to, others), leaks(from.card), colours)];
  });
  const cards = others.map((each) => cardSvg(each, looks, colours, looks.size > 1, spoken));
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${all.x - MARGIN} ${all.y - MARGIN} ${width} ${height}" font-family="${SANS}" font-size="15">`,
    `<title>${escaped(spoken.graph.file.title)}</title>`,
    `<desc>${escaped(spoken.graph.file.cards(drawing.picture.cards.length))}</desc>`,
    `<defs>${markers(colours)}${hatch(colours)}</defs>`,
    `<rect x="${all.x - MARGIN}" y="${all.y - MARGIN}" width="${width}" height="${height}" fill="${colours.canvas}"/>`,
    ...arrows,
    ...cards,
    '</svg>',
  ].join('\n');
  return { svg, width, height };
}

function leaks(card: Card): boolean {
  return card.kind === 'object' ? !card.object.reachable : card.kind === 'pile' && card.leaked;
}

function markers(colours: Colours): string {
  const marker = (id: string, colour: string, shape: string) =>
    `<marker id="${id}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse">${shape.replace('COLOUR', colour)}</marker>`;
  const full = '<path d="M0 0 10 5 0 10z" fill="COLOUR"/>';
  const open = '<path d="M1 1 9 5 1 9" fill="none" stroke="COLOUR" stroke-width="1.6"/>';
  return [
    marker('arrow', colours.edge, full),
    marker('arrow-leaked', colours.leaked, full),
    marker('arrow-weak', colours.edge, open),
  ].join('');
}

function hatch(colours: Colours): string {
  return `<pattern id="hatch" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="4" height="9" fill="${colours.leaked}" fill-opacity="0.22"/></pattern>`;
}

function arrowSvg(arrow: Arrow, path: Path, leaked: boolean, colours: Colours): string {
  const head = arrow.weak ? 'arrow-weak' : leaked ? 'arrow-leaked' : 'arrow';
  const dash = arrow.weak ? ' stroke-dasharray="5 4"' : '';
  const line = `<path d="${curve(path)}" fill="none" stroke="${leaked ? colours.leaked : colours.edge}" stroke-width="1.6"${dash} marker-end="url(#${head})"/>`;
  if (arrow.times < 2) return line;
  const at = { x: (path.start.x + path.end.x) / 2, y: (path.start.y + path.end.y) / 2 };
  return `${line}<text x="${at.x}" y="${at.y}" font-size="12" text-anchor="middle" fill="${colours.ink}" stroke="${colours.canvas}" stroke-width="4" paint-order="stroke">× ${arrow.times}</text>`;
}

/** As Cytoscape draws it: quadratic pieces that meet in the middle between two control points. */
function curve({ start, end, bends }: Path): string {
  const parts = [`M${start.x} ${start.y}`];
  bends.forEach((bend, at) => {
    const next = bends[at + 1];
    const to = next === undefined ? end : { x: (bend.x + next.x) / 2, y: (bend.y + next.y) / 2 };
    parts.push(`Q${bend.x} ${bend.y} ${to.x} ${to.y}`);
  });
  return parts.join('');
}

interface Look {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size?: number;
  readonly colour: string;
  readonly mono?: boolean;
  readonly bold?: boolean;
  readonly end?: boolean;
}

function words(
  content: string,
  { x, y, width, size = 15, colour, mono = false, bold = false, end = false }: Look,
) {
  const room = Math.max(1, Math.floor(width / (size * (mono ? WIDE.mono : WIDE.sans))));
  const style = [
    mono ? ` font-family="${MONO}"` : '',
    bold ? ' font-weight="600"' : '',
    end ? ' text-anchor="end"' : '',
  ].join('');
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${colour}"${style} xml:space="preserve">${escaped(shortened(content, room))}</text>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML has no way to write control characters or halves of surrogate pairs: they are replaced. */
export function escaped(text: string): string {
  let out = '';
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const control = code < 0x20 && char !== '\t' && char !== '\n';
    if (control || (code >= 0xd800 && code < 0xe000) || code === 0xfffe || code === 0xffff) out += '\ufffd';
    else out += ENTITIES[char] ?? char;
  }
  return out;
}

function cardSvg(
  { card, place }: Standing,
  looks: ReadonlyMap<string, OwnerLook>,
  colours: Colours,
  withOwner: boolean,
  spoken: PictureWords,
): string {
  const owner = ownerOf(card);
  const look = (owner === null ? undefined : looks.get(owner)) ?? NOBODY;
  const leaked = leaks(card);
  const stroke = leaked
    ? ` stroke="${colours.leaked}" stroke-dasharray="5 4"`
    : ` stroke="${colours['line-strong']}"`;
  const frame = `width="${card.width}" height="${card.height}" rx="10"`;
  return [
    `<g transform="translate(${place.x} ${place.y})">`,
    card.kind === 'pile'
      ? `<rect x="5" y="5" ${frame} fill="${colours.surface}" stroke="${colours['line-strong']}"/>`
      : '',
    `<rect ${frame} fill="${colours.surface}"${stroke}/>`,
    leaked ? `<rect ${frame} fill="url(#hatch)"/>` : '',
    `<rect x="1" y="10" width="4" height="${card.height - 20}" fill="${hexColour(look.colour, colours)}"/>`,
    ...content(card, colours, withOwner, spoken),
    '</g>',
  ].join('');
}

function ownerOf(card: Card): string | null {
  if (card.kind === 'object') return card.object.owner;
  return card.kind === 'namespace' ? card.namespace.module : card.owner;
}

function content(
  card: Card,
  colours: Colours,
  withOwner: boolean,
  { heap: spoken, numbers }: PictureWords,
): string[] {
  const left = 14;
  const right = card.width - 10;
  const head = 21;
  switch (card.kind) {
    case 'namespace':
      return [
        words(card.namespace.title, { x: left, y: head, width: 120, colour: colours.ink, bold: true }),
        words(card.namespace.kind === 'module' ? spoken.names : spoken.frame, {
          x: right,
          y: head,
          width: 60,
          size: 12,
          colour: colours.muted,
          end: true,
        }),
        ...lines(card, colours, true, spoken),
      ];
    case 'pile':
      return [
        words(spoken.pile(card.type, card.members.length), {
          x: left,
          y: head,
          width: 170,
          colour: colours.ink,
          bold: true,
        }),
        words(numbers.bytes(card.bytes), {
          x: left,
          y: head + 22,
          width: 170,
          size: 13,
          colour: colours.muted,
        }),
        foot(card, owned(card.owner, withOwner), card.leaked ? spoken.leaked : '', colours),
      ];
    case 'object': {
      const { object } = card;
      const counts = object.refcount === null ? '' : spoken.refs(object.refcount);
      const about = `${spoken.generationOf(object)}${owned(object.owner, withOwner, '  ')}`;
      return [
        words(object.type, { x: left, y: head, width: 110, colour: colours.ink, bold: true }),
        words(counts, { x: right, y: head, width: 70, size: 13, colour: colours.ink, bold: true, end: true }),
        words(object.repr, {
          x: left,
          y: CARD.head + 14,
          width: 172,
          size: 14,
          colour: colours.ink,
          mono: true,
        }),
        ...lines(card, colours, false, spoken),
        foot(card, about, object.reachable ? '' : spoken.leaked, colours),
        generation(card, object.generation, colours),
      ];
    }
  }
}

function owned(owner: string | null, withOwner: boolean, before = ''): string {
  return withOwner && owner !== null ? `${before}${owner}` : '';
}

function foot(card: Card, left: string, right: string, colours: Colours): string {
  const y = card.height - 9;
  return [
    `<line x1="5" x2="${card.width}" y1="${card.height - CARD.foot}" y2="${card.height - CARD.foot}" stroke="${colours.line}"/>`,
    words(left, { x: card.kind === 'object' ? 48 : 14, y, width: 110, size: 12, colour: colours.muted }),
    words(right, {
      x: card.width - 10,
      y,
      width: 50,
      size: 12,
      colour: colours['leaked-ink'],
      bold: true,
      end: true,
    }),
  ].join('');
}

/** The three cells of a generation, as on the cards. */
function generation(card: Card, value: 0 | 1 | 2 | 'permanent' | null, colours: Colours): string {
  const fills = [colours.gen0, colours.gen1, colours.gen2];
  return fills
    .map(
      (fill, at) =>
        `<rect x="${14 + at * 10}" y="${card.height - 17}" width="8" height="8" rx="2" fill="${value === at ? fill : 'none'}" stroke="${colours.edge}"/>`,
    )
    .join('');
}

function lines(card: Card, colours: Colours, strong: boolean, spoken: Words['heap']): string[] {
  const out = card.rows.map((row, at) => lineSvg(card, row, at, colours, strong));
  if (card.more > 0)
    out.push(
      words(spoken.more(card.more), {
        x: 14,
        y: rowOffset(card, card.rows.length) + 4,
        width: 160,
        size: 13,
        colour: colours.faint,
      }),
    );
  return out;
}

function lineSvg(card: Card, row: Row, at: number, colours: Colours, strong: boolean): string {
  const middle = rowOffset(card, at);
  const label = words(row.label, {
    x: 14,
    y: middle + 4,
    width: row.value === null ? 160 : 80,
    size: 14,
    colour: strong ? colours.ink : colours.muted,
    mono: true,
    bold: strong,
  });
  if (row.value === null)
    return `${label}<circle cx="${card.width}" cy="${middle}" r="3.5" fill="${row.weak ? colours.surface : colours.edge}" stroke="${colours.edge}"/>`;
  const value = words(row.value, {
    x: card.width - 10,
    y: middle + 4,
    width: 88,
    size: 14,
    colour: colours.ink,
    mono: true,
    end: true,
  });
  return label + value;
}
