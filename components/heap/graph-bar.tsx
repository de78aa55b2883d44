'use client';

import { Download, LayoutGrid, Maximize, Search, SlidersHorizontal, X, ZoomIn, ZoomOut } from 'lucide-react';
import { Popover } from 'radix-ui';
import type { HeapView } from '../../heap/index.ts';
import { Button, IconButton } from '../design/button.tsx';
import { Segmented } from '../design/choices.tsx';
import { Switch } from '../design/field.tsx';
import { Menu } from '../design/menu.tsx';
import { useToast } from '../design/toasts.tsx';
import type { Drawing } from './drawing.ts';
import { savePng, saveSvg } from './export.ts';
import { filters, NO_FILTER, typesOf } from './filter.ts';
import type { OwnerLook } from './owners.ts';
import type { PictureOptions } from './picture.ts';
import { count, shortened } from './words.ts';

export interface GraphBarProps {
  readonly view: HeapView;
  readonly me: string | null;
  readonly looks: ReadonlyMap<string, OwnerLook>;
  readonly drawing: Drawing | null;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** How many objects fit the query; null without one. */
  readonly found: number | null;
  readonly options: PictureOptions;
  readonly onOptions: (options: PictureOptions) => void;
  /** Whether the interpreter's own objects can be had. */
  readonly internals: boolean;
  readonly onZoom: (factor: number) => void;
  readonly onFit: () => void;
  readonly onTidy: () => void;
}

const PILES = [
  { value: 'auto', label: 'When large' },
  { value: 'type', label: 'By type' },
  { value: 'owner', label: 'By owner' },
  { value: 'none', label: 'Never' },
] as const;

const PARTS = [
  { value: 'all', label: 'Everything' },
  { value: 'mine', label: 'Mine' },
  { value: 'leaked', label: 'Leaked' },
] as const;

const TYPES_LISTED = 14;

/** Everything that changes how the graph looks, and nothing that changes the heap. */
export function GraphBar(props: GraphBarProps) {
  const { drawing, looks, query, onQuery, found, options, onOptions, onZoom, onFit, onTidy } = props;
  const toast = useToast();
  const filtered = filters(options.filter) || !options.functions;
  const save = async (how: typeof savePng) => {
    if (drawing === null) return;
    try {
      await how(drawing, looks);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      toast({ title: 'The picture could not be made', text, tone: 'error' });
    }
  };
  return (
    <div className="flex min-h-11 shrink-0 items-center gap-1 border-b border-line bg-surface px-2">
      <label className="relative flex min-w-0 flex-1 items-center">
        <span className="sr-only">Find objects</span>
        <Search aria-hidden className="pointer-events-none absolute left-2 size-4 text-faint" />
        <input
          type="search"
          value={query}
          onChange={(event) => onQuery(event.target.value)}
          placeholder="Find: list, ana, leaked, gen:0"
          className="min-h-8 w-full max-w-72 min-w-0 rounded-md bg-transparent pr-2 pl-8 text-base placeholder:text-faint hover:bg-sunken sm:text-sm"
        />
        <span role="status" className="ml-2 text-xs whitespace-nowrap text-muted">
          {found === null ? '' : `${count(found, 'object')} found`}
        </span>
      </label>
      {filtered ? (
        <Button
          size="sm"
          icon={X}
          onClick={() => onOptions({ ...options, functions: true, filter: NO_FILTER })}
        >
          {filterWords(props)}
        </Button>
      ) : null}
      <Popover.Root>
        <Popover.Trigger asChild>
          <Button size="sm" variant="quiet" icon={SlidersHorizontal}>
            <span className="max-sm:sr-only">Show</span>
          </Button>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            align="end"
            sideOffset={6}
            collisionPadding={8}
            aria-label="What the graph shows"
            className="z-50 flex max-h-(--radix-popover-content-available-height) w-80 max-w-[calc(100vw-1rem)] flex-col gap-4 overflow-auto rounded-xl bg-raised p-4 shadow-high animate-fade-in"
          >
            <Shown {...props} />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      <Menu
        trigger={<IconButton size="sm" icon={Download} label="Save the picture" />}
        items={[
          { label: 'As PNG', onSelect: () => void save(savePng) },
          { label: 'As SVG', onSelect: () => void save(saveSvg) },
        ]}
      />
      <IconButton
        size="sm"
        icon={ZoomOut}
        label="Zoom out"
        onClick={() => onZoom(1 / 1.25)}
        className="max-sm:hidden"
      />
      <IconButton
        size="sm"
        icon={ZoomIn}
        label="Zoom in"
        onClick={() => onZoom(1.25)}
        className="max-sm:hidden"
      />
      <IconButton size="sm" icon={Maximize} label="Fit everything" onClick={onFit} />
      <IconButton size="sm" icon={LayoutGrid} label="Arrange anew" onClick={onTidy} />
    </div>
  );
}

function Shown({ view, me, options, onOptions, internals }: GraphBarProps) {
  const { filter } = options;
  const part = filter.leaked ? 'leaked' : filter.module !== null ? 'mine' : 'all';
  return (
    <>
      <div className="flex flex-col gap-1.5">
        <p className="text-sm font-medium">Objects</p>
        <Segmented
          label="Objects"
          size="sm"
          value={part}
          onChange={(next) =>
            onOptions({
              ...options,
              filter: { ...filter, leaked: next === 'leaked', module: next === 'mine' ? me : null },
            })
          }
          options={PARTS.filter(({ value }) => value !== 'mine' || me !== null)}
        />
      </div>
      {filter.around === null ? null : (
        <div className="flex flex-col gap-1.5">
          <p className="text-sm font-medium">Neighbours, so many references away</p>
          <Segmented
            label="Neighbours, so many references away"
            size="sm"
            value={String(filter.around.steps)}
            onChange={(steps) => {
              if (filter.around !== null)
                onOptions({
                  ...options,
                  filter: { ...filter, around: { ...filter.around, steps: Number(steps) } },
                });
            }}
            options={['1', '2', '3'].map((value) => ({ value, label: value }))}
          />
        </div>
      )}
      <Switch
        label="Numbers and texts"
        hint="As objects of their own, with arrows"
        checked={options.scalars}
        onChange={(scalars) => onOptions({ ...options, scalars })}
      />
      <Switch
        label="Functions"
        hint="Functions, methods and their cells"
        checked={options.functions}
        onChange={(functions) => onOptions({ ...options, functions })}
      />
      <Switch
        label="References to classes"
        hint="From every instance to its class"
        checked={options.classes}
        onChange={(classes) => onOptions({ ...options, classes })}
      />
      {internals ? (
        <Switch
          label="Internals"
          hint="What belongs to the interpreter itself"
          checked={options.internals}
          onChange={(next) => onOptions({ ...options, internals: next })}
        />
      ) : null}
      <Types view={view} options={options} onOptions={onOptions} />
      <div className="flex flex-col gap-1.5">
        <p className="text-sm font-medium">Put objects on piles</p>
        <Segmented
          label="Put objects on piles"
          size="sm"
          value={options.piles}
          onChange={(piles) => onOptions({ ...options, piles, opened: new Map() })}
          options={PILES}
        />
      </div>
    </>
  );
}

function Types({ view, options, onOptions }: Pick<GraphBarProps, 'view' | 'options' | 'onOptions'>) {
  const types = typesOf(view, options.internals).slice(0, TYPES_LISTED);
  const { without } = options.filter;
  if (types.length < 2) return null;
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">Types</legend>
      {types.map(({ type, count: number }) => (
        <button
          key={type}
          type="button"
          aria-pressed={!without.has(type)}
          onClick={() => {
            const next = new Set(without);
            if (!next.delete(type)) next.add(type);
            onOptions({ ...options, filter: { ...options.filter, without: next } });
          }}
          className="inline-flex min-h-8 cursor-pointer items-center gap-1.5 rounded-md border border-line-strong px-2 text-xs aria-pressed:bg-accent-soft aria-pressed:text-accent-ink [&:not([aria-pressed=true])]:line-through"
        >
          {shortened(type, 20)} <span className="tabular">{number}</span>
        </button>
      ))}
    </fieldset>
  );
}

/** One word for what is left out, on the button that brings it back. */
function filterWords({ options: { filter, functions } }: GraphBarProps): string {
  if (filter.around !== null) return 'Neighbours';
  if (filter.leaked) return 'Leaked';
  if (filter.module !== null) return 'Mine';
  return functions || filter.without.size > 0 ? 'Some types' : 'No functions';
}
