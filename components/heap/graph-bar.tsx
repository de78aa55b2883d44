'use client';

import { LayoutGrid, Maximize, Search, SlidersHorizontal, ZoomIn, ZoomOut } from 'lucide-react';
import { Popover } from 'radix-ui';
import { Button, IconButton } from '../design/button.tsx';
import { Segmented } from '../design/choices.tsx';
import { Switch } from '../design/field.tsx';
import type { PictureOptions } from './picture.ts';
import { count } from './words.ts';

export interface GraphBarProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** How many objects fit the query; null without one. */
  readonly found: number | null;
  readonly options: PictureOptions;
  readonly onOptions: (options: PictureOptions) => void;
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

/** Everything that changes how the graph looks, and nothing that changes the heap. */
export function GraphBar({
  query,
  onQuery,
  found,
  options,
  onOptions,
  onZoom,
  onFit,
  onTidy,
}: GraphBarProps) {
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
            aria-label="What the graph shows"
            className="z-50 flex w-80 max-w-[calc(100vw-1rem)] flex-col gap-4 rounded-xl bg-raised p-4 shadow-high animate-fade-in"
          >
            <Switch
              label="Numbers and texts"
              hint="As objects of their own, with arrows"
              checked={options.scalars}
              onChange={(scalars) => onOptions({ ...options, scalars })}
            />
            <Switch
              label="Internals"
              hint="What belongs to the interpreter itself"
              checked={options.internals}
              onChange={(internals) => onOptions({ ...options, internals })}
            />
            <div className="flex flex-col gap-1.5">
              <p className="text-sm font-medium">Put objects on piles</p>
              <Segmented
                label="Put objects on piles"
                size="sm"
                value={options.piles}
                onChange={(piles) => onOptions({ ...options, piles, opened: new Set() })}
                options={PILES}
              />
            </div>
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
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
