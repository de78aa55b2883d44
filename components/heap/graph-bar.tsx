'use client';

import { Download, LayoutGrid, Maximize, Search, SlidersHorizontal, X, ZoomIn, ZoomOut } from 'lucide-react';
import type { HeapView } from '../../heap/index.ts';
import { Button, IconButton } from '../design/button.tsx';
import { OpensLater } from '../design/later.tsx';
import { Menu } from '../design/menu.tsx';
import { useToast } from '../design/toasts.tsx';
import { useWords, type Words } from '../language/words.ts';
import type { Drawing } from './drawing.ts';
import { filters, NO_FILTER } from './filter.ts';
import type { OwnerLook } from './owners.ts';
import type { PictureOptions } from './picture.ts';

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

const loadFilters = () => import('./graph-filters.tsx').then((module) => module.GraphFilters);

/** Everything that changes how the graph looks, and nothing that changes the heap. */
export function GraphBar(props: GraphBarProps) {
  const { drawing, looks, query, onQuery, found, options, onOptions, onZoom, onFit, onTidy } = props;
  const { graph, heap, numbers } = useWords('graph', 'heap', 'numbers');
  const toast = useToast();
  const filtered = filters(options.filter) || !options.functions;
  const save = async (form: 'savePng' | 'saveSvg') => {
    if (drawing === null) return;
    try {
      const files = await import('./export.ts');
      await files[form](drawing, looks, { graph, heap, numbers });
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      toast({ title: graph.file.failed, text, tone: 'error' });
    }
  };
  return (
    <div className="@container flex min-h-11 shrink-0 items-center gap-1 border-b border-line bg-surface px-2">
      <label className="relative flex min-w-0 flex-1 items-center">
        <span className="sr-only">{graph.find}</span>
        <Search aria-hidden className="pointer-events-none absolute left-2 size-4 text-faint" />
        <input
          type="search"
          value={query}
          onChange={(event) => onQuery(event.target.value)}
          placeholder={graph.findHint}
          className="min-h-8 w-full max-w-72 min-w-0 rounded-md bg-transparent pr-2 pl-8 text-base text-ellipsis placeholder:text-faint hover:bg-sunken sm:text-sm"
        />
        <span role="status" className="ml-2 text-xs whitespace-nowrap text-muted">
          {found === null ? '' : graph.found(found)}
        </span>
      </label>
      {filtered ? (
        <Button
          size="sm"
          icon={X}
          onClick={() => onOptions({ ...options, functions: true, filter: NO_FILTER })}
        >
          {filterWords(props, graph.without)}
        </Button>
      ) : null}
      <OpensLater
        kind="dialog"
        load={loadFilters}
        part={{
          ...props,
          trigger: (
            <Button size="sm" variant="quiet" icon={SlidersHorizontal}>
              <span className="@max-xl:sr-only">{graph.show}</span>
            </Button>
          ),
        }}
      />
      <Menu
        trigger={<IconButton size="sm" icon={Download} label={graph.save} />}
        items={[
          { label: graph.asPng, onSelect: () => void save('savePng') },
          { label: graph.asSvg, onSelect: () => void save('saveSvg') },
        ]}
      />
      <IconButton
        size="sm"
        icon={ZoomOut}
        label={graph.zoomOut}
        onClick={() => onZoom(1 / 1.25)}
        className="@max-xl:hidden"
      />
      <IconButton
        size="sm"
        icon={ZoomIn}
        label={graph.zoomIn}
        onClick={() => onZoom(1.25)}
        className="@max-xl:hidden"
      />
      <IconButton size="sm" icon={Maximize} label={graph.fit} onClick={onFit} />
      <IconButton size="sm" icon={LayoutGrid} label={graph.tidy} onClick={onTidy} />
    </div>
  );
}

/** One word for what is left out, on the button that brings it back. */
function filterWords(
  { options: { filter, functions } }: GraphBarProps,
  words: Words['graph']['without'],
): string {
  if (filter.around !== null) return words.neighbours;
  if (filter.leaked) return words.leaked;
  if (filter.module !== null) return words.mine;
  return functions || filter.without.size > 0 ? words.types : words.functions;
}
