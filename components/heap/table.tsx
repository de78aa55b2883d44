'use client';

import { useMemo, useState } from 'react';
import type { HeapView, Serial } from '../../heap/index.ts';
import { Badge } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { classes } from '../design/classes.ts';
import { DataTable } from '../design/data-table.tsx';
import { SelectField } from '../design/select.tsx';
import { Switch } from '../design/toggles.tsx';
import { CardMenuButton } from './card-menu.tsx';
import { Generation } from './generation.tsx';
import { HeapNews } from './heap-news.tsx';
import type { Mark } from './marks.ts';
import { PointPanel } from './point-panel.tsx';
import { namesOf } from './referrers.ts';
import { matches } from './search.ts';
import { onceAsked, type Spot } from './statements.ts';
import { listed, ORDERS, type Order, type TableOptions } from './table-order.ts';
import { count, grouped, sentence } from './words.ts';

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

const ORDER_WORDS: Readonly<Record<Order, string>> = {
  birth: 'Order of birth',
  type: 'Type',
  size: 'Largest first',
  refs: 'Most references first',
  generation: 'Generation',
  owner: 'Owner',
};

/** The heap as text: the same objects as in the graph, for the keyboard, for screen readers, and for sorting. */
export function HeapTable({ view, selected, onSelect, marks, me = null, onRun }: HeapTableProps) {
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
        <label className="min-w-0 flex-1">
          <span className="sr-only">Find objects in the table</span>
          <input
            type="search"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            placeholder="Find: list, ana, leaked, gen:0"
            className="min-h-9 w-full max-w-72 rounded-md border border-line-strong bg-surface px-3 text-base placeholder:text-faint sm:text-sm"
          />
        </label>
        <SelectField
          label="Order"
          hideLabel
          value={options.order}
          onChange={(value) => {
            const order = ORDERS.find((each) => each === value);
            if (order !== undefined) setOptions({ ...options, order });
          }}
          options={ORDERS.map((order) => ({ value: order, label: ORDER_WORDS[order] }))}
        />
        <Switch
          compact
          label="Numbers and texts"
          checked={options.scalars}
          onChange={(scalars) => setOptions({ ...options, scalars })}
        />
        <Switch
          compact
          label="Internals"
          checked={options.internals}
          onChange={(internals) => setOptions({ ...options, internals })}
        />
      </div>
      <DataTable
        caption={`Objects on the heap, ${count(rows.length, 'row')}`}
        rows={rows.slice(0, length)}
        rowKey={(object) => object.serial}
        rowClass={(object) =>
          classes(
            object.serial === selected ? 'bg-accent-soft' : 'hover:bg-sunken/60',
            !object.reachable && 'hatch-leaked',
          )
        }
        empty={query === '' ? 'No objects yet. Type a statement that makes one.' : 'No object fits.'}
        columns={[
          {
            id: 'type',
            head: 'Object',
            cell: (object) => (
              <button
                type="button"
                aria-pressed={object.serial === selected}
                title={sentence(object)}
                onClick={() => onSelect(object.serial)}
                className="flex max-w-full cursor-pointer items-center gap-2 rounded text-left hover:underline"
              >
                <span className="font-semibold">{object.type}</span>
                <span className="max-w-[18ch] truncate font-mono font-normal text-muted sm:max-w-[32ch]">
                  {object.repr}
                </span>
              </button>
            ),
          },
          {
            id: 'names',
            head: 'Names',
            wideOnly: true,
            cell: (object) => (
              <span className="font-mono">{(names.get(object.serial) ?? []).join(', ')}</span>
            ),
          },
          {
            id: 'refs',
            head: 'Refs',
            align: 'right',
            cell: (object) => (object.refcount === null ? '' : grouped(object.refcount)),
          },
          { id: 'size', head: 'Bytes', align: 'right', cell: (object) => grouped(object.size) },
          { id: 'generation', head: 'Generation', cell: (object) => <Generation object={object} /> },
          { id: 'owner', head: 'Owner', wideOnly: true, cell: (object) => object.owner ?? '' },
          {
            id: 'state',
            head: 'State',
            cell: (object) => {
              const mark = marks?.get(object.serial);
              return (
                <span className="flex flex-wrap items-center gap-1">
                  {object.reachable ? null : <Badge tone="leaked">leaked</Badge>}
                  {mark === undefined ? null : <Badge tone={mark.tone}>{mark.text}</Badge>}
                </span>
              );
            },
          },
          {
            id: 'menu',
            head: <span className="sr-only">Menu</span>,
            align: 'right',
            cell: (object) => (
              <CardMenuButton
                label={`Menu of ${object.type} ${object.repr}`}
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
          {count(rows.length - length, 'more row')}
          <Button size="sm" onClick={() => setLength(length + PAGE)}>
            Show {Math.min(PAGE, rows.length - length)} more
          </Button>
        </div>
      ) : null}
    </div>
  );
}
