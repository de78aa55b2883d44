import { Layers, Plus, SquareCode, Waypoints } from 'lucide-react';
import { memo } from 'react';
import { Badge, type Tone } from '../design/badge.tsx';
import { classes } from '../design/classes.ts';
import { Repr } from '../design/repr.tsx';
import { useWords } from '../language/words.ts';
import { CARD } from './card-size.ts';
import type { Change } from './difference.ts';
import { Generation } from './generation.tsx';
import type { Mark } from './marks.ts';
import { toneColour } from './overlay.ts';
import { NOBODY, type OwnerLook, stripe } from './owners.ts';
import type { Card, NamespaceCard, ObjectCard, PileCard, Row } from './picture.ts';
import { PORTION } from './piles.ts';
import { rowOffset } from './place.ts';

export type Moment = 'calm' | 'newborn' | 'dying';

export interface HeapCardProps {
  readonly card: Card;
  readonly moment: Moment;
  readonly change: Change | undefined;
  readonly look: OwnerLook | undefined;
  readonly mine: boolean;
  readonly selected: boolean;
  readonly dimmed: boolean;
  readonly mark: Mark | undefined;
  readonly badges: readonly Mark[] | undefined;
  readonly ring: Tone | undefined;
  /** Owners are worth writing when there are several. */
  readonly withOwner: boolean;
  /** Lines from which an arrow can be dragged: `0 2`; -1 is one more reference. Null where nothing is changed. */
  readonly ports: string | null;
  /** The keyboard is on this card. */
  readonly cursor: boolean;
}

/**
 * A card of the graph. Its measures are those of picture.ts (CARD), since the arrows are drawn to them; hence the
 * fixed heights and sizes in pixels: the graph is zoomed as a whole.
 */
export const HeapCard = memo(function HeapCard(props: HeapCardProps) {
  const { badges, ring, cursor } = props;
  const outline = ring === undefined ? (cursor ? 'var(--accent)' : null) : toneColour(ring);
  return (
    <div
      // Its measures are its own, also where a projector raises those of everything around.
      className={classes(
        'relative rounded-[10px] text-[15px] [--spacing:0.25rem]',
        outline !== null && 'outline-[3px] outline-offset-2',
      )}
      style={
        outline === null ? {} : { outlineColor: outline, outlineStyle: cursor && !ring ? 'dashed' : 'solid' }
      }
    >
      <Body {...props} />
      <Ports card={props.card} ports={props.ports} />
      {badges === undefined || badges.length === 0 ? null : (
        <div className="absolute -top-[22px] right-2 flex gap-1">
          {badges.map((badge, at) => (
            // A badge is its place: a counter that changes ticks where it stands.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <span key={`${at} ${badge.text}`} className="animate-tick">
              <Badge
                tone={badge.tone}
                className="border border-line-strong py-[3px]! text-[13px]! leading-[16px]"
              >
                {badge.text}
              </Badge>
            </span>
          ))}
        </div>
      )}
    </div>
  );
});

/** Where arrows are dragged from: the right end of each line that a statement can change. */
function Ports({ card, ports }: Pick<HeapCardProps, 'card' | 'ports'>) {
  if (ports === null || ports === '') return null;
  return ports
    .split(' ')
    .map(Number)
    .map((row) => (
      <span
        key={row}
        data-port={row}
        data-card={card.id}
        className={classes(
          'group/port pointer-events-auto absolute flex cursor-crosshair touch-none items-center justify-end',
          row < 0 ? '-right-4 w-8' : '-right-3 w-9',
        )}
        style={{ top: rowOffset(card, row) - CARD.row / 2, height: CARD.row }}
      >
        <span
          className={classes(
            'flex items-center justify-center rounded-full',
            row < 0
              ? 'mr-1 size-5 border border-accent bg-surface text-accent'
              : 'mr-[5px] size-4 group-hover/port:bg-accent/40 group-hover/port:ring-2 group-hover/port:ring-accent',
          )}
        >
          {row < 0 ? <Plus aria-hidden className="size-3.5" /> : null}
        </span>
      </span>
    ));
}

function Body(props: HeapCardProps) {
  const { card } = props;
  switch (card.kind) {
    case 'object':
      return <ObjectBody {...props} card={card} />;
    case 'namespace':
      return <NamespaceBody {...props} card={card} />;
    case 'pile':
      return <PileBody {...props} card={card} />;
  }
}

function ObjectBody({
  card,
  moment,
  change,
  look,
  selected,
  dimmed,
  mark,
  withOwner,
}: HeapCardProps & { card: ObjectCard }) {
  const { heap } = useWords('heap');
  const { object } = card;
  const leaked = !object.reachable;
  return (
    <div
      className={classes(
        'relative overflow-hidden rounded-[10px] border leading-none',
        moment === 'newborn' && 'animate-born',
        moment === 'dying' && 'animate-dying',
        border(moment, leaked),
        selected && 'border-accent! border-solid! ring-3 ring-accent/60!',
        dimmed && 'opacity-30',
      )}
      style={{ width: card.width, height: card.height }}
    >
      <span className="absolute inset-y-0 left-0 w-[5px]" style={stripe(look ?? NOBODY)} />
      <div className="flex items-center gap-1.5 pr-2 pl-3.5" style={{ height: CARD.head }}>
        <span className="min-w-0 flex-1 truncate leading-5 font-semibold">{object.type}</span>
        {object.refcount === null ? null : (
          <span
            key={object.refcount}
            className={classes(
              'shrink-0 rounded-md px-1.5 py-[3px] text-[13px] font-semibold tabular',
              change?.refcount ? 'animate-tick bg-ink text-canvas' : 'bg-sunken text-ink',
            )}
          >
            {heap.refs(object.refcount)}
          </span>
        )}
      </div>
      <div
        className="truncate pr-2 pl-3.5 font-mono text-[14px]"
        style={{ height: CARD.value, lineHeight: '20px' }}
      >
        <Repr text={object.repr} />
      </div>
      <Rows rows={card.rows} more={card.more} />
      <div
        className="flex items-center gap-2 border-t border-line pr-2 pl-3.5 text-[12px] text-muted"
        style={{ height: CARD.foot }}
      >
        <Generation object={object} />
        {withOwner && object.owner !== null ? (
          <span className="min-w-0 truncate leading-4">{object.owner}</span>
        ) : null}
        <span className="ml-auto shrink-0 text-[12px] font-semibold">
          {mark !== undefined ? (
            <Badge tone={mark.tone} className="text-[12px]!">
              {mark.text}
            </Badge>
          ) : moment === 'dying' ? (
            <span className="text-dying-ink">{heap.freed}</span>
          ) : leaked ? (
            <span className="text-leaked-ink">{heap.leaked}</span>
          ) : moment === 'newborn' ? (
            <span className="text-newborn-ink">{heap.newborn}</span>
          ) : null}
        </span>
      </div>
    </div>
  );
}

function border(moment: Moment, leaked: boolean): string {
  if (moment === 'dying') return 'border-dying bg-dying-soft';
  if (moment === 'newborn') return 'border-newborn bg-surface ring-2 ring-newborn/50';
  return leaked ? 'border-dashed border-leaked bg-surface hatch-leaked' : 'border-line-strong bg-surface';
}

function NamespaceBody({ card, look, mine, dimmed, moment, ports }: HeapCardProps & { card: NamespaceCard }) {
  const { heap } = useWords('heap');
  const { namespace } = card;
  const Icon = namespace.kind === 'module' ? Waypoints : SquareCode;
  return (
    <div
      className={classes(
        'relative overflow-hidden rounded-[10px] border-2 bg-surface leading-none',
        mine ? 'border-mine' : 'border-line-strong',
        moment === 'newborn' && 'animate-born',
        dimmed && 'opacity-40',
      )}
      style={{ width: card.width, height: card.height }}
    >
      <span className="absolute inset-y-0 left-0 w-[5px]" style={stripe(look ?? NOBODY)} />
      <div
        className={classes('flex items-center gap-1.5 pr-2 pl-3', mine ? 'bg-mine-soft' : 'bg-sunken')}
        style={{ height: CARD.head - 2 }}
      >
        <Icon aria-hidden className="size-3.5 shrink-0 text-muted" />
        {/* Where there is no room for both, the name stays. */}
        <span className="min-w-0 truncate leading-5 font-semibold">{namespace.title}</span>
        <span
          className={classes(
            'ml-auto min-w-0 shrink-[999] truncate text-[12px] leading-5 text-muted',
            ports !== null && ports !== '' && 'mr-2.5',
          )}
        >
          {mine ? heap.myNames : namespace.kind === 'module' ? heap.names : heap.frame}
        </span>
      </div>
      {card.rows.length === 0 ? (
        <p className="pl-3.5 text-[13px] text-faint" style={{ lineHeight: `${CARD.row}px` }}>
          {heap.noNames}
        </p>
      ) : (
        <Rows rows={card.rows} more={card.more} strong />
      )}
    </div>
  );
}

function PileBody({ card, look, selected, dimmed, withOwner }: HeapCardProps & { card: PileCard }) {
  const { heap } = useWords('heap');
  const title = heap.pile(card.type, card.members.length);
  return (
    <div
      className={classes(
        'relative overflow-hidden rounded-[10px] border bg-surface leading-none',
        'shadow-[4px_4px_0_-1px_var(--surface),4px_4px_0_0_var(--line-strong)]',
        card.leaked ? 'hatch-leaked border-dashed border-leaked' : 'border-line-strong',
        selected && 'ring-3 ring-accent/60',
        dimmed && 'opacity-30',
      )}
      style={{ width: card.width, height: card.height }}
    >
      <span className="absolute inset-y-0 left-0 w-[5px]" style={stripe(look ?? NOBODY)} />
      <div className="flex items-center gap-1.5 pr-2 pl-3.5" style={{ height: CARD.head }}>
        <Layers aria-hidden className="size-3.5 shrink-0 text-muted" />
        <span key={title} className="min-w-0 flex-1 animate-tick truncate leading-5 font-semibold">
          {title}
        </span>
      </div>
      <div className="truncate pr-2 pl-3.5 text-[13px] text-muted" style={{ height: CARD.value }}>
        {heap.pilePress(card.bytes, Math.min(PORTION, card.members.length))}
      </div>
      <div
        className="flex items-center gap-2 border-t border-line pr-2 pl-3.5 text-[12px] text-muted"
        style={{ height: CARD.foot }}
      >
        {withOwner && card.owner !== null ? card.owner : heap.aPile}
        {card.leaked ? <span className="ml-auto font-semibold text-leaked-ink">{heap.leaked}</span> : null}
      </div>
    </div>
  );
}

function Rows({ rows, more, strong = false }: { rows: readonly Row[]; more: number; strong?: boolean }) {
  const { heap } = useWords('heap');
  return (
    <>
      {rows.map((row, at) => (
        <div
          // Two slots may carry the same label; a row is its position.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={at}
          className="flex items-center gap-2 pr-2 pl-3.5 font-mono text-[14px] leading-[20px]"
          style={{ height: CARD.row }}
        >
          <span
            className={classes(
              'truncate',
              strong ? 'font-semibold' : 'text-muted',
              row.value === null && 'flex-1',
            )}
          >
            {row.label}
          </span>
          {row.value === null ? (
            <span
              className={classes(
                '-mr-[11px] size-[7px] shrink-0 rounded-full border',
                row.weak ? 'border-edge bg-surface' : 'border-edge bg-edge',
              )}
            />
          ) : (
            <span className="min-w-0 flex-1 truncate text-right">{row.value}</span>
          )}
        </div>
      ))}
      {more > 0 ? (
        <div className="pr-2 pl-3.5 text-[13px] text-faint" style={{ lineHeight: `${CARD.row}px` }}>
          {heap.more(more)}
        </div>
      ) : null}
    </>
  );
}
