import { Recycle } from 'lucide-react';
import type { CollectorView, GenerationNumber } from '../../heap/index.ts';
import { Badge } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { Meter } from '../design/meter.tsx';
import { useWords } from '../language/words.ts';
import { counterSentence, nextSentence } from './collector-words.ts';
import { GenerationPips } from './generation.tsx';

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
  const { collector: words, numbers } = useWords('collector', 'numbers');
  return (
    <div className="flex flex-col gap-4 p-4">
      <p className="text-sm text-muted">{nextSentence(collector, words)}</p>
      {collector.enabled ? null : <Badge tone="mine">{words.disabled}</Badge>}
      {([0, 1, 2] as const).map((generation) => {
        const value = collector.counts[generation];
        const threshold = collector.thresholds[generation];
        const stats = collector.stats[generation];
        return (
          <section key={generation} aria-label={words.generation(generation)}>
            <div className="flex items-center gap-2">
              <GenerationPips generation={generation} />
              <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2 whitespace-nowrap">
                <h3 className="text-sm font-semibold">{words.generation(generation)}</h3>
                <span className="text-xs text-muted tabular">
                  {words.objects(collector.sizes[generation])}
                </span>
              </div>
              {onCollect === undefined ? null : (
                <Button
                  size="sm"
                  variant="quiet"
                  icon={Recycle}
                  className="shrink-0"
                  disabled={disabled}
                  title={`gc.collect(${generation})`}
                  onClick={() => onCollect(generation)}
                >
                  {words.collect(generation)}
                </Button>
              )}
            </div>
            <div className="mt-1.5 flex items-center gap-3">
              <Meter
                className="h-3! flex-1"
                value={value}
                max={threshold}
                label={words.countOf(generation)}
                fill={FILLS[generation]}
              />
              <span className="min-w-20 text-right text-sm font-medium tabular">
                {numbers.whole(value)} <span className="font-normal text-faint">{words.of(threshold)}</span>
              </span>
            </div>
            {explain ? (
              <p className="mt-1 text-xs text-faint">
                {counterSentence(collector, generation, words)}
                {stats === undefined || stats.collections === 0
                  ? null
                  : ` ${words.soFar(stats.collections, stats.collected)}`}
              </p>
            ) : null}
          </section>
        );
      })}
      {collector.sizes[3] > 0 ? (
        <p className="text-xs text-muted">{words.frozen(collector.sizes[3])}</p>
      ) : null}
    </div>
  );
}
