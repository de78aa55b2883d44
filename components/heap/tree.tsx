'use client';

import { ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { HeapView, Serial } from '../../heap/index.ts';
import { Badge } from '../design/badge.tsx';
import { classes } from '../design/classes.ts';
import { Repr } from '../design/repr.tsx';
import { useWords, type Words } from '../language/words.ts';
import { CardMenuAt } from './card-menu.tsx';
import { Generation } from './generation.tsx';
import { HeapNews } from './heap-news.tsx';
import type { Mark } from './marks.ts';
import { elsewhere, MODULE_TYPE, namespaceId } from './picture.ts';
import { PointPanel } from './point-panel.tsx';
import { onceAsked, type Spot } from './statements.ts';
import { moveIn, type TreeRow, treeRows } from './tree.ts';

export interface HeapTreeProps {
  readonly view: HeapView;
  readonly me: string | null;
  readonly selected: Serial | null;
  readonly onSelect: (serial: Serial) => void;
  /** Gives a statement, as if it had been typed. */
  readonly onRun?: ((source: string) => void) | undefined;
  readonly marks?: ReadonlyMap<Serial, Mark>;
}

/** The heap as an outline for the keyboard and for screen readers; the same menu as on the cards of the graph. */
export function HeapTree({ view, me, selected, onSelect, onRun, marks }: HeapTreeProps) {
  const words = useWords('graph', 'heap');
  const { tree } = words.graph;
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(view.namespaces.filter((each) => each.module === me).map(namespaceId)),
  );
  const [at, setAt] = useState<string | null>(null);
  const [menu, setMenu] = useState<{ readonly row: TreeRow; readonly x: number; readonly y: number } | null>(
    null,
  );
  const [asked, setAsked] = useState<Spot | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => treeRows(view, me, open, tree), [view, me, open, tree]);
  const mine = useMemo(() => onceAsked(view, me), [view, me]);
  const asking = asked === null ? null : mine();
  const current = rows.some(({ id }) => id === at) ? at : (rows[0]?.id ?? null);

  const element = (id: string) =>
    root.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`) ?? null;
  const toggle = (id: string) =>
    setOpen((old) => {
      const next = new Set(old);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const go = (id: string) => {
    setAt(id);
    element(id)?.focus();
  };
  const openMenu = (row: TreeRow) => {
    const box = element(row.id)?.getBoundingClientRect();
    const outer = root.current?.getBoundingClientRect();
    if (box !== undefined && outer !== undefined) setMenu({ row, x: 48, y: box.bottom - outer.top });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows.find(({ id }) => id === current);
    if (row === undefined) return;
    const move = moveIn(rows, current, event.key);
    if (move !== null) {
      if ('to' in move) go(move.to);
      else toggle(move.toggle);
    } else if (event.key === 'Enter' || event.key === ' ') press(row);
    else if ((event.key === 'ContextMenu' || event.key === 'm') && hasMenu(row)) openMenu(row);
    else return;
    event.preventDefault();
  };
  const press = (row: TreeRow) => {
    setAt(row.id);
    if (row.object !== null) onSelect(row.object.serial);
    else if (row.open !== null) toggle(row.id);
  };
  return (
    <div className="relative min-h-full">
      <p className="px-4 py-2 text-xs text-muted">{tree.keys}</p>
      <div ref={root} role="tree" aria-label={tree.label(rows.length)} onKeyDown={onKeyDown} tabIndex={-1}>
        {rows.map((row) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys of its rows
          <div
            key={row.id}
            role="treeitem"
            data-row={row.id}
            aria-level={row.level}
            aria-posinset={row.position}
            aria-setsize={row.siblings}
            aria-selected={row.object !== null && row.object.serial === selected}
            {...(row.open === null ? {} : { 'aria-expanded': row.open })}
            aria-label={spoken(row, words)}
            tabIndex={row.id === current ? 0 : -1}
            onClick={() => press(row)}
            onFocus={() => setAt(row.id)}
            onContextMenu={(event) => {
              if (!hasMenu(row)) return;
              event.preventDefault();
              openMenu(row);
            }}
            className={classes(
              'flex min-h-9 cursor-pointer items-center gap-2 border-b border-line pr-3 text-sm -outline-offset-2 hover:bg-sunken',
              row.object !== null && row.object.serial === selected && 'bg-accent-soft',
              row.object?.reachable === false && 'hatch-leaked',
            )}
            style={{ paddingLeft: `${0.75 + (row.level - 1) * 1.25}rem` }}
          >
            <Row
              row={row}
              mark={row.object === null ? undefined : marks?.get(row.object.serial)}
              onToggle={toggle}
            />
          </div>
        ))}
      </div>
      {menu !== null && hasMenu(menu.row) ? (
        <CardMenuAt
          at={{ x: menu.x, y: menu.y }}
          onClose={(chosen) => {
            setMenu(null);
            if (!chosen) element(menu.row.id)?.focus();
          }}
          subject={subjectOf(menu.row)}
          speaker={mine}
          mayRun={onRun !== undefined}
          onRun={(source) => onRun?.(source)}
          onPick={setAsked}
          onInspect={menu.row.object === null ? null : () => press(menu.row)}
          onAround={null}
        />
      ) : null}
      {asked !== null && asking !== null && onRun !== undefined ? (
        <PointPanel
          view={view}
          speaker={asking}
          spot={asked}
          graph={false}
          onSpot={setAsked}
          onRun={(source) => {
            setAsked(null);
            onRun(source);
          }}
          onClose={() => setAsked(null)}
        />
      ) : null}
      <HeapNews view={view} />
    </div>
  );
}

function hasMenu(row: TreeRow): boolean {
  return row.object !== null || row.namespace !== null;
}

function subjectOf(row: TreeRow) {
  if (row.object !== null) return { kind: 'object', object: row.object } as const;
  if (row.namespace !== null) return { kind: 'namespace', namespace: row.namespace } as const;
  throw new Error('a row without a menu');
}

function Row({
  row,
  mark,
  onToggle,
}: {
  readonly row: TreeRow;
  readonly mark: Mark | undefined;
  readonly onToggle: (id: string) => void;
}) {
  const { graph, heap } = useWords('graph', 'heap');
  const { object } = row;
  return (
    <>
      <span
        aria-hidden
        onClick={(event) => {
          if (row.open === null) return;
          event.stopPropagation();
          onToggle(row.id);
        }}
        className="flex size-6 shrink-0 items-center justify-center"
      >
        {row.open === null ? null : (
          <ChevronRight className={classes('size-4 text-faint', row.open && 'rotate-90')} />
        )}
      </span>
      <span
        className={classes(
          'shrink-0 font-mono',
          object === null && row.module === null ? 'font-semibold' : 'text-muted',
        )}
      >
        {row.label}
      </span>
      {row.module === null ? null : (
        <>
          <span className="shrink-0 font-medium">{MODULE_TYPE}</span>
          <span className="min-w-0 flex-1 truncate font-mono text-muted">
            <Repr text={elsewhere({ module: row.module })} />
          </span>
          {row.weak ? <Badge>{heap.weak}</Badge> : null}
        </>
      )}
      {object === null ? null : (
        <>
          <span className="shrink-0 font-medium">{object.type}</span>
          <span className="min-w-0 flex-1 truncate font-mono text-muted">
            <Repr text={object.repr} />
          </span>
          {row.repeats ? <Badge>{graph.tree.above}</Badge> : null}
          {row.weak ? <Badge>{heap.weak}</Badge> : null}
          {mark === undefined ? null : <Badge tone={mark.tone}>{mark.text}</Badge>}
          {object.reachable ? null : <Badge tone="leaked">{heap.leaked}</Badge>}
          {object.refcount === null ? null : (
            <span className="shrink-0 text-xs text-muted tabular">{heap.refs(object.refcount)}</span>
          )}
          <span className="shrink-0 text-xs text-muted max-sm:hidden">
            <Generation object={object} />
          </span>
        </>
      )}
    </>
  );
}

function spoken(
  { label, object, namespace, module, repeats, weak }: TreeRow,
  { graph, heap }: Pick<Words, 'graph' | 'heap'>,
): string {
  if (module !== null)
    return [label, elsewhere({ module }), weak ? graph.tree.weakSpoken : ''].filter(Boolean).join(': ');
  if (object === null)
    return namespace === null ? label : `${label}, ${heap.nameCount(namespace.names.length)}`;
  const how = [weak ? graph.tree.weakSpoken : '', repeats ? graph.tree.aboveSpoken : '']
    .filter(Boolean)
    .join(', ');
  return [label, heap.sentence(object), how].filter(Boolean).join(': ');
}
