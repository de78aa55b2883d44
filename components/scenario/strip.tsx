'use client';

import { CircleHelp, FastForward, RotateCcw, Scale, SkipForward, Undo2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Scenario, ScenarioStep } from '../../classroom/scenarios/scenario.ts';
import { Button, IconButton } from '../design/button.tsx';
import { classes } from '../design/classes.ts';
import { Python } from '../design/code.tsx';
import { useWords } from '../language/words.ts';
import { Inline } from '../live/question-text.tsx';
import { Comparison } from './comparison.tsx';
import { useTold } from './use-told.ts';

/** What whoever leads through a scenario can do. */
export interface ScenarioControls {
  readonly next: () => void;
  readonly rest: () => void;
  readonly restart: () => void;
  readonly leave: () => void;
  readonly back?: () => void;
  /** After the last step. */
  readonly ask: () => void;
  readonly askLabel: string;
  /** Something is on its way, or may not be done now. */
  readonly busy?: boolean;
}

export interface ScenarioStripProps {
  readonly scenario: Scenario;
  /** Steps done; 0 shows the aim. */
  readonly done: number;
  /** Left out for those who follow. */
  readonly controls?: ScenarioControls | undefined;
  /** To be read from the last row. */
  readonly large?: boolean;
  readonly className?: string;
}

/** Where a scenario stands: what was done, what is to be seen in it, and the next step. */
export function ScenarioStrip({ scenario, done, controls, large = false, className }: ScenarioStripProps) {
  const words = useWords('scenario').scenario;
  const { strip } = words;
  const { steps, title, aim, system } = useTold()(scenario);
  const step = steps[done - 1];
  const next = steps[done];
  const progress = done === 0 ? strip.steps(steps.length) : strip.step(done, steps.length);
  return (
    <section
      aria-label={words.label}
      data-testid="scenario"
      data-step={done}
      className={classes('flex min-h-0 flex-col gap-2 bg-accent-soft px-4 py-2.5', className)}
    >
      <header className="flex items-center gap-2">
        <h2 className={classes('min-w-0 truncate font-semibold', large ? 'text-xl' : 'text-sm')}>{title}</h2>
        <span className={classes('shrink-0 text-muted tabular', large ? 'text-base' : 'text-xs')}>
          {progress}
        </span>
        <span className={classes('truncate text-muted max-sm:hidden', large ? 'text-base' : 'text-xs')}>
          {words.systems[system]}
        </span>
        {controls === undefined ? null : (
          <span className="ml-auto flex shrink-0">
            {controls.back === undefined ? null : (
              <IconButton
                size="sm"
                icon={Undo2}
                label={strip.back}
                disabled={done === 0 || controls.busy === true}
                onClick={controls.back}
              />
            )}
            <IconButton
              size="sm"
              icon={RotateCcw}
              label={strip.restart}
              disabled={done === 0 || controls.busy === true}
              onClick={controls.restart}
            />
            <IconButton size="sm" icon={X} label={strip.leave} onClick={controls.leave} />
          </span>
        )}
      </header>
      <div className="flex min-h-0 flex-wrap items-end gap-x-4 gap-y-2">
        <div role="status" className="min-w-0 flex-[1_1_18rem]">
          {step?.kind === 'run' ? (
            <Python
              source={step.run.trimEnd()}
              className={classes('line-clamp-2 text-muted', large ? 'text-lg' : 'text-xs')}
            />
          ) : null}
          <p className={large ? 'text-2xl leading-snug' : 'text-sm sm:text-base sm:leading-snug'}>
            <Inline text={step === undefined ? aim : step.say} />
          </p>
        </div>
        {controls === undefined ? null : <Steps next={next} controls={controls} />}
      </div>
      {step?.kind === 'compare' ? (
        // biome-ignore lint/a11y/useSemanticElements: a part of the strip, no landmark
        <div
          role="group"
          aria-label={strip.comparison}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it is scrolled, by keys as well
          tabIndex={0}
          className={classes(
            'min-h-0 overflow-auto rounded-xl border border-line bg-surface px-3 py-1',
            !large && 'max-h-[40dvh]',
          )}
        >
          <Comparison step={step} large={large} />
        </div>
      ) : null}
    </section>
  );
}

function Steps({
  next,
  controls,
}: {
  readonly next: ScenarioStep | undefined;
  readonly controls: ScenarioControls;
}): ReactNode {
  const words = useWords('scenario').scenario.strip;
  const { busy = false } = controls;
  if (next === undefined) {
    return (
      <Button variant="primary" icon={CircleHelp} busy={busy} onClick={controls.ask}>
        {controls.askLabel}
      </Button>
    );
  }
  const [first = '', ...more] = next.kind === 'run' ? next.run.trimEnd().split('\n') : [];
  return (
    <div className="flex min-w-0 max-w-full items-center gap-1">
      <Button
        variant="primary"
        icon={next.kind === 'run' ? SkipForward : Scale}
        busy={busy}
        onClick={controls.next}
        className="min-w-0"
      >
        {next.kind === 'run' ? (
          <>
            <span className="sr-only">{words.runNext} </span>
            <span className="max-w-72 min-w-0 truncate font-mono">
              {first}
              {more.length > 0 ? ' …' : ''}
            </span>
          </>
        ) : (
          words.compare
        )}
      </Button>
      <IconButton icon={FastForward} label={words.rest} disabled={busy} onClick={controls.rest} />
    </div>
  );
}
