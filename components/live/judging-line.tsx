import type { Judging } from '../../classroom/protocol/messages.ts';
import { classes } from '../design/classes.ts';
import { Meter } from '../design/meter.tsx';
import { useWords } from '../language/words.ts';

/** How far the answers to a task are marked: every one is run again, which with a large class takes a while. */
export function JudgingLine({
  judging: { done, of },
  className,
}: {
  readonly judging: Judging;
  readonly className?: string;
}) {
  const { liveAnswer } = useWords('liveAnswer');
  return (
    <div className={classes('flex flex-col gap-2', className)}>
      <p data-testid="judging" className="tabular">
        {liveAnswer.judging(done, of)}
      </p>
      <Meter label={liveAnswer.judgingLabel} value={done} max={of} text={liveAnswer.judging(done, of)} />
    </div>
  );
}
