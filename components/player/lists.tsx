'use client';

import { Check, CircleDashed, Flag, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Serial } from '../../heap/index.ts';
import { Badge, type Tone } from '../design/badge.tsx';
import { classes } from '../design/classes.ts';
import { useWords } from '../language/words.ts';
import type { Moment, Playback } from './playback.ts';
import { type Prediction, type Verdict, verdictOf } from './prediction.ts';
import { actors, type Line, type List, listsOf, standingMark } from './signs.ts';

const COLUMN = 'w-[4.3em] shrink-0 text-right';

export interface ListsProps {
  readonly playback: Playback;
  readonly moment: Moment;
  readonly prediction: Prediction | null;
  /** How many of the class marked each object. */
  readonly marked: ReadonlyMap<Serial, number>;
  readonly selected: Serial | null;
  readonly onSelect: (serial: Serial | null) => void;
  /** Longer lists are cut: a wall does not scroll. */
  readonly most: number;
}

/** The collector's two lists with both counts of every object; the same as the graph, as text. */
export function CollectorLists({ playback, moment, most, ...rest }: ListsProps) {
  const { player } = useWords('player');
  const { collected, unreachable, freed } = listsOf(playback, moment);
  const { film } = playback;
  const { by, on } = actors(moment.step?.fact);
  const promoted =
    moment.step !== null && film.steps.slice(0, moment.at).some((step) => step.phase === 'promote');
  const decided = film.steps.slice(0, moment.at).some((step) => step.fact.kind === 'scanned');
  const owners = new Set(film.examined.map(({ owner }) => owner)).size > 1;
  const shared = { ...rest, by, on, to: film.to, most, owners };
  // What a step is about comes into sight.
  const box = useRef<HTMLDivElement>(null);
  const about = by ?? on[0] ?? null;
  useEffect(() => {
    if (about !== null)
      box.current?.querySelector(`[data-serial="${about}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [about]);
  return (
    <section
      ref={box}
      aria-label={player.bothLists}
      className="relative h-full overflow-auto -outline-offset-2"
    >
      <ObjectList
        title={promoted ? player.generation(film.to) : player.examined}
        list={collected}
        {...shared}
      />
      <ObjectList title={decided ? player.unreachable : player.setAside} list={unreachable} {...shared} />
      <ObjectList title={player.freed} list={freed} {...shared} />
    </section>
  );
}

interface SharedProps extends Pick<ListsProps, 'prediction' | 'marked' | 'selected' | 'onSelect' | 'most'> {
  readonly by: Serial | null;
  readonly on: readonly Serial[];
  readonly to: number;
  /** Whose an object is, is worth writing where there are several. */
  readonly owners: boolean;
}

function ObjectList({
  title,
  list,
  ...shared
}: SharedProps & { readonly title: string; readonly list: List }) {
  const { player } = useWords('player');
  const { lines, parts: hidden } = list;
  // What the step is about is never cut off.
  const about = lines.filter((line) => line.serial === shared.by || shared.on.includes(line.serial));
  const shown =
    lines.length <= shared.most ? lines : [...new Set([...about, ...lines])].slice(0, shared.most);
  return (
    <section className="border-b border-line">
      <div className="sticky top-0 z-1 flex items-baseline bg-sunken px-3 py-1.5 text-sm">
        <h3 className="min-w-0 flex-1 font-semibold">
          {title} <span className="font-normal text-muted tabular">{lines.length + hidden}</span>
        </h3>
        {shown.length === 0 ? null : (
          <>
            <span aria-hidden className={classes(COLUMN, 'text-muted')}>
              {player.refs}
            </span>
            <span aria-hidden className={classes(COLUMN, 'text-muted')}>
              gc_refs
            </span>
          </>
        )}
      </div>
      {shown.length === 0 ? null : (
        <ul>
          {shown.map((line) => (
            <ObjectLine key={line.serial} line={line} {...shared} />
          ))}
        </ul>
      )}
      {lines.length > shown.length || hidden > 0 ? (
        <p className="px-3 py-1.5 text-sm text-muted">{player.hidden(lines.length - shown.length, hidden)}</p>
      ) : null}
    </section>
  );
}

function ObjectLine({
  line,
  prediction,
  marked,
  selected,
  onSelect,
  by,
  on,
  to,
  owners,
}: SharedProps & { readonly line: Line }) {
  const { player } = useWords('player');
  const { serial, number, type, repr, refcount, figure } = line;
  const owner = owners ? line.owner : null;
  const mark = standingMark(figure.standing, to, player);
  const votes = marked.get(serial) ?? 0;
  const verdict = prediction === null ? null : verdictOf(prediction, serial, figure.standing);
  const role = serial === by ? 'by' : on.includes(serial) ? 'on' : null;
  return (
    <li
      data-serial={serial}
      data-standing={figure.standing}
      className="border-t border-line first:border-t-0"
    >
      <button
        type="button"
        aria-pressed={selected === serial}
        onClick={() => onSelect(selected === serial ? null : serial)}
        className={classes(
          'flex w-full cursor-pointer items-center gap-x-2 border-l-4 py-1.5 pr-3 pl-1 text-left text-sm -outline-offset-2 hover:bg-sunken',
          role === 'by'
            ? 'border-accent bg-accent-soft'
            : role === 'on'
              ? 'border-edge bg-sunken'
              : 'border-transparent',
        )}
      >
        <span className="w-7 shrink-0 text-right text-faint tabular">{number}</span>
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <span className="font-semibold whitespace-nowrap">{type}</span>
            <span className="min-w-0 flex-1 truncate font-mono text-muted">{repr}</span>
          </span>
          {mark === null && verdict === null && votes === 0 && owner === null ? null : (
            <span className="mt-0.5 flex flex-wrap items-center gap-1.5">
              {mark === null ? null : <Badge tone={mark.tone}>{mark.text}</Badge>}
              {verdict === null ? null : <VerdictBadge verdict={verdict} />}
              {votes === 0 ? null : <Badge icon={Flag}>{player.marked(votes)}</Badge>}
              {owner === null ? null : <span className="text-xs text-faint">{owner}</span>}
            </span>
          )}
        </span>
        <Count value={refcount} what={player.references} />
        <Count value={figure.gcRefs} what="gc_refs" sought />
      </button>
    </li>
  );
}

/** A number in its column; 0 is what the collector looks for, so it stands out, in weight as well as in colour. */
function Count({
  value,
  what,
  sought = false,
}: {
  readonly value: number | null;
  readonly what: string;
  /** gc_refs, which decide. */
  readonly sought?: boolean;
}) {
  return (
    <span className={classes(COLUMN, 'tabular')}>
      {value === null ? null : (
        <>
          <span className="sr-only">{what} </span>
          <span
            className={classes(
              sought && 'rounded-md px-1.5 py-0.5 font-semibold',
              sought && (value === 0 ? 'bg-leaked-soft text-leaked-ink' : 'bg-accent-soft text-accent-ink'),
            )}
          >
            {value}
          </span>
        </>
      )}
    </span>
  );
}

const VERDICT_LOOKS: Readonly<Record<Verdict, { readonly tone: Tone; readonly icon: typeof Check }>> = {
  marked: { tone: 'neutral', icon: Flag },
  right: { tone: 'newborn', icon: Check },
  wrong: { tone: 'leaked', icon: X },
  missed: { tone: 'neutral', icon: CircleDashed },
};

function VerdictBadge({ verdict }: { readonly verdict: Verdict }) {
  const { player } = useWords('player');
  const { tone, icon } = VERDICT_LOOKS[verdict];
  return (
    <Badge tone={tone} icon={icon}>
      {player.verdicts[verdict]}
    </Badge>
  );
}
