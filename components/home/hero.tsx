'use client';

import { Pause, Play, StepBack, StepForward } from 'lucide-react';
import { useEffect, useState } from 'react';
import { IconButton } from '../design/button.tsx';
import { classes } from '../design/classes.ts';
import { Python } from '../design/code.tsx';
import { HeapGraph } from '../heap/graph.tsx';
import { useWords } from '../language/words.ts';
import { playStory } from './story.ts';

const BEAT = 2600;

const ignore = () => {};

/** A small living heap: statements at the left, what they do to memory at the right. */
export function Hero() {
  const words = useWords('home').home;
  const { stage } = words;
  const [scenes] = useState(playStory);
  const [at, setAt] = useState(0);
  const [playing, setPlaying] = useState(() => !matchMedia('(prefers-reduced-motion: reduce)').matches);

  useEffect(() => {
    if (!playing) return;
    // The end is left standing a little longer before it begins again.
    const pause = at === scenes.length - 1 ? 2 * BEAT : BEAT;
    const timer = setTimeout(() => setAt((now) => (now + 1) % scenes.length), pause);
    return () => clearTimeout(timer);
  }, [playing, at, scenes.length]);

  const step = (by: number) => {
    setPlaying(false);
    setAt((now) => (now + by + scenes.length) % scenes.length);
  };
  const scene = scenes[at];
  if (scene === undefined) return null;
  return (
    <>
      <div className="grid min-h-0 flex-1 sm:grid-cols-[12rem_minmax(0,1fr)]">
        <ol
          aria-label={stage.statements}
          className="flex flex-col gap-0.5 border-line p-3 text-sm max-sm:hidden sm:border-r"
        >
          {scenes.map(({ source, output }, index) => (
            <li key={source}>
              <button
                type="button"
                aria-current={index === at ? 'step' : undefined}
                onClick={() => {
                  setPlaying(false);
                  setAt(index);
                }}
                className={classes(
                  'flex min-h-8 w-full cursor-pointer items-center gap-2 rounded-md px-2 py-1 text-left',
                  index === at ? 'bg-accent-soft' : 'hover:bg-sunken',
                )}
              >
                <span aria-hidden className="font-mono text-xs text-faint select-none">
                  {'>>>'}
                </span>
                <Python source={source} />
              </button>
              {output !== '' ? (
                <p className={classes('pl-9.5 font-mono text-sm text-muted', index > at && 'invisible')}>
                  {output}
                </p>
              ) : null}
            </li>
          ))}
        </ol>
        <HeapGraph
          view={scene.heap}
          me="__main__"
          selected={null}
          onSelect={ignore}
          controls={false}
          legend={false}
          largest={0.92}
          className="min-h-72"
        />
      </div>
      <footer className="flex items-center gap-1 border-t border-line px-3 py-2">
        <p
          className="line-clamp-2 min-h-[2lh] min-w-0 flex-1 text-sm text-muted"
          aria-live={playing ? 'off' : 'polite'}
        >
          <span className="mr-2 sm:hidden">
            <Python source={scene.source} />
          </span>
          {words.story[scene.says]}
        </p>
        <IconButton size="sm" icon={StepBack} label={stage.previous} onClick={() => step(-1)} />
        <IconButton
          size="sm"
          icon={playing ? Pause : Play}
          label={playing ? stage.pause : stage.play}
          onClick={() => setPlaying(!playing)}
        />
        <IconButton size="sm" icon={StepForward} label={stage.next} onClick={() => step(1)} />
      </footer>
    </>
  );
}
