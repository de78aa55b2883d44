import { Recycle } from 'lucide-react';
import type { CollectorView, GenerationNumber } from '../../heap/index.ts';
import { Badge } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { Meter } from '../design/meter.tsx';
import { counterSentence, nextSentence } from './collector-words.ts';
import { GenerationPips } from './generation.tsx';
import { count, grouped } from './words.ts';

export interface CollectorLanesProps {
  readonly collector: CollectorView;
  /** Without it there are no buttons: only the teacher may collect in a class. */
  readonly onCollect?: ((generation: GenerationNumber) => void) | undefined;
  readonly disabled?: boolean;
  /** The sentences under the lanes. */
  readonly explain?: boolean;
}

const FILLS = ['bg-gen0', 'bg-gen1', 'bg-gen2'] as const;

/** The three generations, each filling up towards its next automatic collection. */
export function CollectorLanes({
  collector,
  onCollect,
  disabled = false,
  explain = true,
}: CollectorLanesProps) {
  return (
    <div className="flex flex-col gap-4 p-4">
      <p className="text-sm text-muted">{nextSentence(collector)}</p>
      {collector.enabled ? null : <Badge tone="mine">gc.disable(): no automatic collection</Badge>}
      {([0, 1, 2] as const).map((generation) => {
        const value = collector.counts[generation];
        const threshold = collector.thresholds[generation];
        const stats = collector.stats[generation];
        return (
          <section key={generation} aria-label={`Generation ${generation}`}>
            <div className="flex items-center gap-2">
              <GenerationPips generation={generation} />
              <h3 className="text-sm font-semibold">Generation {generation}</h3>
              <span className="text-xs text-muted tabular">
                {count(collector.sizes[generation], 'object')}
              </span>
              {onCollect === undefined ? null : (
                <Button
                  size="sm"
                  variant="quiet"
                  icon={Recycle}
                  className="ml-auto"
                  disabled={disabled}
                  title={`gc.collect(${generation})`}
                  onClick={() => onCollect(generation)}
                >
                  Collect {generation}
                </Button>
              )}
            </div>
            <div className="mt-1.5 flex items-center gap-3">
              <Meter
                className="h-3! flex-1"
                value={value}
                max={threshold}
                label={`Count of generation ${generation}`}
                fill={FILLS[generation]}
              />
              <span className="min-w-20 text-right text-sm font-medium tabular">
                {grouped(value)} <span className="font-normal text-faint">of {grouped(threshold)}</span>
              </span>
            </div>
            {explain ? (
              <p className="mt-1 text-xs text-faint">
                {counterSentence(collector, generation)}
                {stats === undefined || stats.collections === 0
                  ? null
                  : ` So far ${count(stats.collections, 'collection')}, ${grouped(stats.collected)} freed.`}
              </p>
            ) : null}
          </section>
        );
      })}
      {collector.sizes[3] > 0 ? (
        <p className="text-xs text-muted">
          {count(collector.sizes[3], 'object')} frozen in the permanent generation.
        </p>
      ) : null}
    </div>
  );
}
