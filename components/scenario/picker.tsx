'use client';

import { Scale, Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { Scenario } from '../../classroom/scenarios/scenario.ts';
import { Badge } from '../design/badge.tsx';
import { classes } from '../design/classes.ts';
import { Dialog } from '../design/dialog.tsx';
import { useWords } from '../language/words.ts';
import { Inline } from '../live/question-text.tsx';
import { findScenarios, MOVES, moved } from './search.ts';
import { useTold } from './use-told.ts';

export interface ScenarioPickerProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onPick: (scenario: Scenario) => void;
  /** What picking one does here. */
  readonly description: string;
  /** Under the list: what else is to be decided. */
  readonly children?: ReactNode;
}

/** The library, to be searched and picked from: by pointer, or by typing, arrows and Enter. */
export function ScenarioPicker({ open, onOpenChange, onPick, description, children }: ScenarioPickerProps) {
  const words = useWords('scenario').scenario.picker;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} size="lg" title={words.title} description={description}>
      <Choice onPick={onPick} />
      {children === undefined ? null : <div className="border-t border-line pt-4">{children}</div>}
    </Dialog>
  );
}

function Choice({ onPick }: { readonly onPick: (scenario: Scenario) => void }) {
  const words = useWords('scenario').scenario;
  const { picker } = words;
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const sections = findScenarios(query, words, useTold());
  const all = sections.flatMap(({ scenarios }) => scenarios);
  const active = all[Math.min(at, all.length - 1)];
  const optionId = (scenario: Scenario) => `${id}-${scenario.id}`;

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  });

  const press = (event: KeyboardEvent) => {
    const move = MOVES.find((key) => key === event.key);
    if (move !== undefined) {
      event.preventDefault();
      setAt(moved(Math.min(at, all.length - 1), all.length, move));
    } else if (event.key === 'Enter' && active !== undefined) {
      event.preventDefault();
      onPick(active);
    }
  };

  return (
    <div className="flex flex-col gap-3">
      <div className="relative">
        <Search aria-hidden className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-faint" />
        <input
          role="combobox"
          aria-label={picker.search}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={active === undefined ? undefined : optionId(active)}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={picker.example}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={press}
          className="min-h-10 w-full rounded-lg border border-line-strong bg-surface pr-3 pl-9 text-base text-ink placeholder:text-faint hover:border-edge focus-visible:border-accent sm:text-sm"
        />
      </div>
      <p role="status" className="text-xs text-faint">
        {all.length === 0 ? picker.none : picker.found(all.length)}
      </p>
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={picker.list}
        tabIndex={-1}
        className="flex max-h-[min(26rem,52dvh)] flex-col gap-4 overflow-auto"
      >
        {sections.map(({ system, title, scenarios }) => (
          // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped by role
          <div key={system} role="group" aria-label={title}>
            {/* A list of options may hold no headings: the group carries the name. */}
            <p aria-hidden className="flex items-center gap-2 px-1 pb-1 text-xs font-semibold text-muted">
              {title}
            </p>
            <div className="grid gap-1 sm:grid-cols-2">
              {scenarios.map((scenario) => (
                <Option
                  key={scenario.id}
                  id={optionId(scenario)}
                  scenario={scenario}
                  active={scenario === active}
                  onPick={() => onPick(scenario)}
                />
              ))}
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}

function Option({
  id,
  scenario,
  active,
  onPick,
}: {
  readonly id: string;
  readonly scenario: Scenario;
  readonly active: boolean;
  readonly onPick: () => void;
}) {
  const words = useWords('scenario').scenario.picker;
  const compares = scenario.steps.some(({ kind }) => kind === 'compare');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field holds the focus and the keys
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    <div
      id={id}
      role="option"
      aria-selected={active}
      onClick={onPick}
      className={classes(
        'flex cursor-pointer flex-col gap-0.5 rounded-lg border px-3 py-2 select-none',
        active ? 'border-accent bg-accent-soft' : 'border-line hover:border-edge hover:bg-sunken',
      )}
    >
      <span className="flex items-center gap-2 text-sm font-medium">
        <span className="min-w-0 flex-1">{scenario.title}</span>
        {compares ? (
          <Badge tone="accent" icon={Scale}>
            {words.compares}
          </Badge>
        ) : null}
      </span>
      <span className="text-xs text-muted">
        <Inline text={scenario.aim} />
      </span>
    </div>
  );
}
