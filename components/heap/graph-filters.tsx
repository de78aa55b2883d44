'use client';

import { Popover } from 'radix-ui';
import type { HeapView } from '../../heap/index.ts';
import { Segmented } from '../design/choices.tsx';
import type { Opener } from '../design/later.tsx';
import { Switch } from '../design/toggles.tsx';
import { typesOf } from './filter.ts';
import type { PictureOptions } from './picture.ts';
import { shortened } from './words.ts';

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

export interface GraphFiltersProps extends Opener {
  readonly view: HeapView;
  readonly me: string | null;
  readonly options: PictureOptions;
  readonly onOptions: (options: PictureOptions) => void;
  /** Whether the interpreter's own objects can be had. */
  readonly internals: boolean;
}

/** What the graph shows and leaves out, in a panel that opens from its button. */
export function GraphFilters(props: GraphFiltersProps) {
  const { trigger, defaultOpen = false } = props;
  return (
    <Popover.Root defaultOpen={defaultOpen}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
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
  );
}

function Shown({ view, me, options, onOptions, internals }: GraphFiltersProps) {
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

function Types({ view, options, onOptions }: Pick<GraphFiltersProps, 'view' | 'options' | 'onOptions'>) {
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
