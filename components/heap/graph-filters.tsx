'use client';

import type { HeapView } from '../../heap/index.ts';
import { Segmented } from '../design/choices.tsx';
import type { Opener } from '../design/later.tsx';
import { OpenPopover } from '../design/open-popover.tsx';
import { Switch } from '../design/toggles.tsx';
import { useWords } from '../language/words.ts';
import { typesOf } from './filter.ts';
import type { PictureOptions } from './picture.ts';
import { shortened } from './words.ts';

const PILES = ['auto', 'type', 'owner', 'none'] as const;
const PARTS = ['all', 'mine', 'leaked'] as const;

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
  const { graph } = useWords('graph');
  const { trigger, defaultOpen = false } = props;
  return (
    <OpenPopover trigger={trigger} defaultOpen={defaultOpen} label={graph.filters.title} align="end">
      <Shown {...props} />
    </OpenPopover>
  );
}

function Shown({ view, me, options, onOptions, internals }: GraphFiltersProps) {
  const { filters: words } = useWords('graph').graph;
  const { filter } = options;
  const part = filter.leaked ? 'leaked' : filter.module !== null ? 'mine' : 'all';
  return (
    <>
      <div className="flex flex-col gap-1.5">
        <p className="text-sm font-medium">{words.objects}</p>
        <Segmented
          label={words.objects}
          size="sm"
          value={part}
          onChange={(next) =>
            onOptions({
              ...options,
              filter: { ...filter, leaked: next === 'leaked', module: next === 'mine' ? me : null },
            })
          }
          options={PARTS.filter((value) => value !== 'mine' || me !== null).map((value) => ({
            value,
            label: words[value],
          }))}
        />
      </div>
      {filter.around === null ? null : (
        <div className="flex flex-col gap-1.5">
          <p className="text-sm font-medium">{words.around}</p>
          <Segmented
            label={words.around}
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
        label={words.scalars}
        hint={words.scalarsHint}
        checked={options.scalars}
        onChange={(scalars) => onOptions({ ...options, scalars })}
      />
      <Switch
        label={words.functions}
        hint={words.functionsHint}
        checked={options.functions}
        onChange={(functions) => onOptions({ ...options, functions })}
      />
      <Switch
        label={words.classes}
        hint={words.classesHint}
        checked={options.classes}
        onChange={(classes) => onOptions({ ...options, classes })}
      />
      {internals ? (
        <Switch
          label={words.internals}
          hint={words.internalsHint}
          checked={options.internals}
          onChange={(next) => onOptions({ ...options, internals: next })}
        />
      ) : null}
      <Types view={view} options={options} onOptions={onOptions} />
      <div className="flex flex-col gap-1.5">
        <p className="text-sm font-medium">{words.piles}</p>
        <Segmented
          label={words.piles}
          size="sm"
          value={options.piles}
          onChange={(piles) => onOptions({ ...options, piles, opened: new Map() })}
          options={PILES.map((value) => ({ value, label: words.pileBy[value] }))}
        />
      </div>
    </>
  );
}

function Types({ view, options, onOptions }: Pick<GraphFiltersProps, 'view' | 'options' | 'onOptions'>) {
  const { filters: words } = useWords('graph').graph;
  const types = typesOf(view, options.internals).slice(0, TYPES_LISTED);
  const { without } = options.filter;
  if (types.length < 2) return null;
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">{words.types}</legend>
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
