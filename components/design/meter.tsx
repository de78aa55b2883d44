import { useWords } from '../language/words.ts';
import { classes } from './classes.ts';

export interface MeterProps {
  readonly value: number;
  readonly max: number;
  /** What is measured, for screen readers. */
  readonly label: string;
  /** What the value reads as, e.g. `312 of 700`; by default the value of the maximum. */
  readonly text?: string;
  /** A background utility such as `bg-gen0`; default the accent. */
  readonly fill?: string;
  readonly className?: string;
}

/** How full something is. Beyond the maximum it stays full. */
export function Meter({ value, max, label, text, fill = 'bg-accent', className }: MeterProps) {
  const words = useWords('design').design;
  const part = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the native <meter> cannot be styled alike in all browsers
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(value, max)}
      aria-valuetext={text ?? words.of(value, max)}
      className={classes(
        'h-2 overflow-hidden rounded-full bg-sunken ring-1 ring-line-strong ring-inset',
        className,
      )}
    >
      <div
        className={classes('h-full rounded-full transition-[width] duration-200', fill)}
        style={{ width: `${part * 100}%` }}
      />
    </div>
  );
}
