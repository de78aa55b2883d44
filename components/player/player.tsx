'use client';

import { Network, Rows3, X } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { Serial } from '../../heap/index.ts';
import { Badge } from '../design/badge.tsx';
import { IconButton } from '../design/button.tsx';
import { Segmented } from '../design/choices.tsx';
import { classes } from '../design/classes.ts';
import { usePlaying } from '../design/use-playing.ts';
import { HeapGraph } from '../heap/graph.tsx';
import { wallSize } from '../heap/wall-size.ts';
import { useWords } from '../language/words.ts';
import { Controls } from './controls.tsx';
import { CollectorLists } from './lists.tsx';
import { Phases } from './phases.tsx';
import type { Playback } from './playback.ts';
import type { Prediction } from './prediction.ts';
import { sentenceOf } from './sentences.ts';
import { overlayOf } from './signs.ts';

export interface PlayerProps {
  readonly playback: Playback;
  readonly at: number;
  readonly onMove: (at: number) => void;
  /** Somebody else moves it. */
  readonly follows?: boolean;
  readonly me: string | null;
  readonly modules: readonly string[];
  readonly prediction?: Prediction | null;
  readonly marked?: ReadonlyMap<Serial, number>;
  /** Who moves it, and what can be done about that. */
  readonly status?: ReactNode;
  readonly onClose?: (() => void) | undefined;
  /** For a wall: nothing to press. */
  readonly wall?: boolean;
}

/** Milliseconds for a sentence at single speed: they have to be read. */
const BEAT = 2800;
const NOBODY: ReadonlyMap<Serial, number> = new Map();

/** A collection, step by step: over the graph, in the collector's lists, and in words. */
export function Player({
  playback,
  at,
  onMove,
  follows = false,
  me,
  modules,
  prediction = null,
  marked = NOBODY,
  status,
  onClose,
  wall = false,
}: PlayerProps) {
  const { player: words, transcript } = useWords('player', 'transcript');
  const moment = useMemo(() => playback.at(at), [playback, at]);
  const overlay = useMemo(() => overlayOf(playback, moment, words), [playback, moment, words]);
  const [selected, setSelected] = useState<Serial | null>(null);
  const [form, setForm] = useState<'graph' | 'lists'>('lists');
  const idle = follows || wall;
  const playing = usePlaying({ at: moment.at, first: 0, last: playback.length, beat: BEAT, onMove, idle });
  const sentence = sentenceOf(playback, moment, words);
  const phase = moment.step?.phase ?? null;
  return (
    <section
      aria-label={words.title}
      data-testid="player"
      data-at={moment.at}
      data-last={playback.length}
      data-phase={phase ?? ''}
      className={classes(
        'flex h-full min-h-0 flex-col overflow-hidden bg-surface',
        !wall && 'lg:rounded-xl lg:border lg:border-line',
      )}
    >
      <header className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-1">
        <h2 className="font-mono text-sm font-semibold">{transcript.call(playback.film)}</h2>
        <span className="text-sm text-muted tabular">{words.stepOf(moment.at, playback.length)}</span>
        <div className="ml-auto flex flex-wrap items-center justify-end gap-x-2">
          {status}
          <div className="md:hidden">
            <Segmented
              label={words.form}
              size="sm"
              value={form}
              onChange={setForm}
              options={[
                { value: 'lists', label: <Form icon={Rows3} text={words.lists} /> },
                { value: 'graph', label: <Form icon={Network} text={words.graph} /> },
              ]}
            />
          </div>
          {onClose === undefined ? null : (
            <IconButton icon={X} size="sm" label={words.close} onClick={onClose} />
          )}
        </div>
      </header>
      <Phases playback={playback} moment={moment} onJump={idle ? null : playing.jump} />
      <div className="shrink-0 border-b border-line px-4 py-3 max-md:px-3 max-md:py-2">
        <p
          role="status"
          aria-atomic
          className={classes('min-h-[2lh] text-balance', wall ? 'text-3xl' : 'text-base md:text-lg')}
        >
          {phase === null ? null : <span className="sr-only">{words.phases[phase]}: </span>}
          <span data-testid="sentence">{sentence}</span>
        </p>
        {prediction !== null && phase === 'end' ? (
          <p className="mt-1 text-sm">
            <Badge tone={prediction.returned === playback.film.collected ? 'newborn' : 'leaked'}>
              {words.predicted(prediction.returned === playback.film.collected, prediction.returned)}
            </Badge>
          </p>
        ) : null}
      </div>
      <div className="flex min-h-0 flex-1">
        <div
          className={classes(
            'min-h-0 min-w-0 flex-1 flex-col md:flex',
            form === 'graph' ? 'flex' : 'max-md:hidden',
          )}
        >
          <HeapGraph
            view={moment.view}
            me={me}
            modules={modules}
            selected={selected}
            onSelect={setSelected}
            overlay={overlay}
            controls={false}
            legend={false}
            {...(wall ? wallSize(window.innerWidth) : {})}
            className="min-h-0 flex-1"
          />
        </div>
        <div
          className={classes(
            'min-h-0 shrink-0 border-line md:block md:w-[40%] md:border-l',
            wall ? 'md:max-w-[34rem]' : 'md:max-w-96',
            form === 'lists' ? 'max-md:w-full' : 'max-md:hidden',
          )}
        >
          <CollectorLists
            playback={playback}
            moment={moment}
            prediction={prediction}
            marked={marked}
            selected={selected}
            onSelect={setSelected}
            most={wall ? 10 : 80}
          />
        </div>
      </div>
      {idle ? null : <Controls at={moment.at} last={playback.length} playing={playing} says={sentence} />}
    </section>
  );
}

function Form({ icon: Icon, text }: { readonly icon: typeof Network; readonly text: string }) {
  return (
    <>
      <Icon aria-hidden className="size-3.5" />
      {text}
    </>
  );
}
