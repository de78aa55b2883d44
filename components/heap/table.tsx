'use client';

import { useMemo, useState } from 'react';
import type { HeapView, Serial } from '../../heap/index.ts';
import { Badge } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { classes } from '../design/classes.ts';
import { DataTable } from '../design/data-table.tsx';
import { Repr } from '../design/repr.tsx';
import { SelectField } from '../design/select.tsx';
import { Switch } from '../design/toggles.tsx';
import { useWords } from '../language/words.ts';
import { CardMenuButton } from './card-menu.tsx';
import { Generation } from './generation.tsx';
import { HeapNews } from './heap-news.tsx';
import type { Mark } from './marks.ts';
import { PointPanel } from './point-panel.tsx';
import { namesOf } from './referrers.ts';
import { matches } from './search.ts';
import { onceAsked, type Spot } from './statements.ts';
import { listed, ORDERS, type TableOptions } from './table-order.ts';

export interface HeapTableProps {
  readonly view: HeapView;
  readonly selected: Serial | null;
  readonly onSelect: (serial: Serial) => void;
  readonly marks?: ReadonlyMap<Serial, Mark>;
  readonly me?: string | null;
  /** Gives a statement, as if it had been typed. Without it the heap can only be looked at. */
  readonly onRun?: ((source: string) => void) | undefined;
}

const PAGE = 100;
const NO_NAMES: readonly string[] = [];

function Names({ names }: { readonly names: readonly string[] }) {
  const all = names.join(', ');
  return (
    <span title={all} className="block max-w-[20ch] truncate font-mono">
      {all}
    </span>
  );
}

/** The heap as text: the same objects as in the graph, for the keyboard, for screen readers, and for sorting. */
export function HeapTable({ view, selected, onSelect, marks, me = null, onRun }: HeapTableProps) {
  const { graph, heap, numbers } = useWords('graph', 'heap', 'numbers');
  const { table: words, filters } = graph;
  const [options, setOptions] = useState<TableOptions>({ order: 'birth', scalars: false, internals: false });
  const [query, setQuery] = useState('');
  const [length, setLength] = useState(PAGE);
  const [asked, setAsked] = useState<Spot | null>(null);
  const mine = useMemo(() => onceAsked(view, me), [view, me]);
  const asking = asked === null ? null : mine();
  const names = useMemo(() => namesOf(view), [view]);
  const rows = useMemo(() => {
    const found = matches(view, query);
    const all = listed(view, options);
    return found === null ? all : all.filter((object) => found.has(object.serial));
  }, [view, options, query]);
  return (
    <div className="relative flex flex-col">
      <HeapNews view={view} />
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
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2 border-b border-line px-4 py-2.5">
        <label className="min-w-28 flex-1">
          <span className="sr-only">{words.find}</span>
          <input
            type="search"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            placeholder={graph.findHint}
            className="min-h-9 w-full max-w-72 rounded-md border border-line-strong bg-surface px-3 text-base text-ellipsis placeholder:text-faint sm:text-sm"
          />
        </label>
        <SelectField
          label={words.order}
          hideLabel
          value={options.order}
          onChange={(value) => {
            const order = ORDERS.find((each) => each === value);
            if (order !== undefined) setOptions({ ...options, order });
          }}
          options={ORDERS.map((order) => ({ value: order, label: words.orders[order] }))}
        />
        <Switch
          compact
          label={filters.scalars}
          checked={options.scalars}
          onChange={(scalars) => setOptions({ ...options, scalars })}
        />
        <Switch
          compact
          label={filters.internals}
          checked={options.internals}
          onChange={(internals) => setOptions({ ...options, internals })}
        />
      </div>
      <DataTable
        caption={words.caption(rows.length)}
        rows={rows.slice(0, length)}
        rowKey={(object) => object.serial}
        rowClass={(object) =>
          classes(
            object.serial === selected ? 'bg-accent-soft' : 'hover:bg-sunken/60',
            !object.reachable && 'hatch-leaked',
          )
        }
        empty={query === '' ? words.empty : words.noneFits}
        columns={[
          {
            id: 'type',
            head: words.object,
            cell: (object) => (
              <button
                type="button"
                aria-pressed={object.serial === selected}
                title={heap.sentence(object)}
                onClick={() => onSelect(object.serial)}
                className="flex max-w-full cursor-pointer items-center gap-2 rounded text-left hover:underline"
              >
                <span className="font-semibold">{object.type}</span>
                <span className="max-w-[18ch] truncate font-mono font-normal text-muted sm:max-w-[22ch] 2xl:max-w-[32ch]">
                  <Repr text={object.repr} />
                </span>
              </button>
            ),
          },
          {
            id: 'names',
            head: words.names,
            wideOnly: true,
            cell: (object) => <Names names={names.get(object.serial) ?? NO_NAMES} />,
          },
          {
            id: 'refs',
            head: words.refs,
            align: 'right',
            cell: (object) => (object.refcount === null ? '' : numbers.whole(object.refcount)),
          },
          { id: 'size', head: words.bytes, align: 'right', cell: (object) => numbers.whole(object.size) },
          { id: 'generation', head: words.generation, cell: (object) => <Generation object={object} /> },
          {
            id: 'state',
            head: words.state,
            cell: (object) => {
              const mark = marks?.get(object.serial);
              return (
                <span className="flex flex-wrap items-center gap-1">
                  {object.reachable ? null : <Badge tone="leaked">{heap.leaked}</Badge>}
                  {mark === undefined ? null : <Badge tone={mark.tone}>{mark.text}</Badge>}
                </span>
              );
            },
          },
          { id: 'owner', head: words.owner, wideOnly: true, cell: (object) => object.owner ?? '' },
          {
            id: 'menu',
            head: <span className="sr-only">{words.menu}</span>,
            align: 'right',
            cell: (object) => (
              <CardMenuButton
                label={words.menuOf(`${object.type} ${object.repr}`)}
                subject={{ kind: 'object', object }}
                speaker={mine}
                mayRun={onRun !== undefined}
                onRun={(source) => onRun?.(source)}
                onPick={setAsked}
                onInspect={() => onSelect(object.serial)}
                onAround={null}
              />
            ),
          },
        ]}
      />
      {rows.length > length ? (
        <div className="flex items-center justify-center gap-3 p-3 text-sm text-muted">
          {words.moreRows(rows.length - length)}
          <Button size="sm" onClick={() => setLength(length + PAGE)}>
            {words.showMore(Math.min(PAGE, rows.length - length))}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
