import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';

export const TONES = [
  'neutral',
  'accent',
  'newborn',
  'leaked',
  'dying',
  'mine',
  'gen0',
  'gen1',
  'gen2',
  'danger',
] as const;
export type Tone = (typeof TONES)[number];

const LOOKS: Readonly<Record<Tone, string>> = {
  neutral: 'bg-sunken text-muted',
  accent: 'bg-accent-soft text-accent-ink',
  newborn: 'bg-newborn-soft text-newborn-ink',
  leaked: 'bg-leaked-soft text-leaked-ink',
  dying: 'bg-dying-soft text-dying-ink',
  mine: 'bg-mine-soft text-mine-ink',
  gen0: 'bg-gen0-soft text-gen0-ink',
  gen1: 'bg-gen1-soft text-gen1-ink',
  gen2: 'bg-gen2-soft text-gen2-ink',
  danger: 'bg-danger-soft text-danger',
};

export interface BadgeProps {
  readonly tone?: Tone;
  readonly icon?: LucideIcon | undefined;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A word or a number about something; the tone repeats what the word says, it never replaces it. */
export function Badge({ tone = 'neutral', icon: Icon, children, className }: BadgeProps) {
  return (
    <span
      className={classes(
        'inline-flex items-center gap-1 rounded-md px-1.5 py-0.5 text-xs font-medium whitespace-nowrap tabular',
        LOOKS[tone],
        className,
      )}
    >
      {Icon ? <Icon aria-hidden className="size-[1.1em]" /> : null}
      {children}
    </span>
  );
}
