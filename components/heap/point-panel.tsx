'use client';

import { ArrowRight, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { HeapView, Serial } from '../../heap/index.ts';
import { IconButton } from '../design/button.tsx';
import { Repr } from '../design/repr.tsx';
import { useWords, type Words } from '../language/words.ts';
import { isScalar } from './picture.ts';
import { matches } from './search.ts';
import { pointTo, type Speaker, type Spot } from './statements.ts';

export interface PointPanelProps {
  readonly view: HeapView;
  readonly speaker: Speaker;
  readonly spot: Spot;
  readonly onSpot: (spot: Spot) => void;
  readonly onRun: (source: string) => void;
  readonly onClose: () => void;
  /** Cards can be pressed as well. */
  readonly graph: boolean;
}

const LISTED = 30;

/** Asks what a reference shall point to: by its expression, for the keyboard, or by pressing a card meanwhile. */
export function PointPanel({ view, speaker, spot, onSpot, onRun, onClose, graph }: PointPanelProps) {
  const { change, heap } = useWords('change', 'heap');
  const [query, setQuery] = useState('');
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => search.current?.focus(), []);
  const targets = useMemo(() => {
    const found = matches(view, query);
    return view.objects.filter(
      (object) =>
        speaker.reach.has(object.serial) &&
        (found === null ? !object.builtin && !isScalar(object) : found.has(object.serial)),
    );
  }, [view, speaker, query]);
  const give = (target: Serial) => {
    const said = pointTo(speaker, spot, target);
    if ('source' in said) onRun(said.source);
  };
  const word = fresh(spot, change);
  return (
    <section
      aria-label={change.pointTo}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
      className="absolute inset-x-2 top-2 z-20 mx-auto flex max-h-[min(24rem,80%)] max-w-md flex-col rounded-xl bg-raised shadow-high animate-fade-in"
    >
      <div className="flex items-center gap-2 py-1.5 pr-1.5 pl-4">
        <p className="min-w-0 flex-1 truncate text-sm">
          <span className="font-mono font-semibold">{spotWords(speaker, spot, change)}</span>{' '}
          <ArrowRight aria-label={heap.pointsTo} className="inline size-3.5" />{' '}
          <span className="text-muted">{graph ? change.pressOrChoose : change.choose}</span>
        </p>
        <IconButton size="sm" icon={X} label={change.cancel} onClick={onClose} />
      </div>
      <div className="flex gap-2 border-t border-line p-2">
        {word === null ? null : (
          <label className="w-28 shrink-0">
            <span className="sr-only">{word.label}</span>
            <input
              value={word.text}
              onChange={(event) => onSpot(word.with(event.target.value))}
              autoCapitalize="off"
              autoComplete="off"
              spellCheck={false}
              className="min-h-9 w-full rounded-md border border-line-strong bg-surface px-2 font-mono text-base sm:text-sm"
            />
          </label>
        )}
        <label className="min-w-0 flex-1">
          <span className="sr-only">{change.findTarget}</span>
          <input
            ref={search}
            type="search"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={(event) => {
              const first = targets[0];
              if (event.key === 'Enter' && first !== undefined) give(first.serial);
            }}
            placeholder={change.find}
            className="min-h-9 w-full rounded-md border border-line-strong bg-surface px-2 text-base placeholder:text-faint sm:text-sm"
          />
        </label>
      </div>
      <ul aria-label={change.reachable} className="min-h-0 flex-1 overflow-auto px-1 pb-1">
        {targets.slice(0, LISTED).map((object) => {
          const said = pointTo(speaker, spot, object.serial);
          return (
            <li key={object.serial}>
              <button
                type="button"
                disabled={'refused' in said}
                onClick={() => give(object.serial)}
                className="flex min-h-9 w-full cursor-pointer items-center gap-3 rounded-md px-3 text-left text-sm -outline-offset-2 hover:bg-sunken disabled:opacity-50"
              >
                <span className="min-w-0 shrink-0 truncate font-mono font-medium">
                  {'source' in said ? said.source : change.refused(said.refused)}
                </span>
                <span className="ml-auto min-w-0 truncate font-mono text-xs text-muted">
                  {object.type} <Repr text={object.repr} />
                </span>
              </button>
            </li>
          );
        })}
        {targets.length > LISTED ? (
          <li className="px-3 py-1.5 text-xs text-muted">{change.moreObjects(targets.length - LISTED)}</li>
        ) : null}
        {targets.length === 0 ? <li className="px-3 py-1.5 text-sm text-muted">{change.noneFits}</li> : null}
      </ul>
    </section>
  );
}

function spotWords(speaker: Speaker, spot: Spot, words: Words['change']): string {
  if (spot.kind === 'name') return spot.module === speaker.me ? spot.name : `${spot.module}.${spot.name}`;
  const holder = speaker.reach.get(spot.holder)?.text ?? '?';
  switch (spot.kind) {
    case 'slot':
      return `${holder}${spot.label}`;
    case 'item':
      return words.oneMoreItem(holder);
    case 'key':
      return `${holder}[${spot.key}]`;
    case 'attribute':
      return `${holder}.${spot.name}`;
  }
}

/** The part of a spot that one may still choose. */
function fresh(
  spot: Spot,
  words: Words['change'],
): { readonly label: string; readonly text: string; readonly with: (text: string) => Spot } | null {
  switch (spot.kind) {
    case 'name':
      return { label: words.name, text: spot.name, with: (name) => ({ ...spot, name }) };
    case 'key':
      return { label: words.key, text: spot.key, with: (key) => ({ ...spot, key }) };
    case 'attribute':
      return { label: words.attribute, text: spot.name, with: (name) => ({ ...spot, name }) };
    case 'slot':
    case 'item':
      return null;
  }
}
