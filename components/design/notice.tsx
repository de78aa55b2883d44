import { CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';

export type NoticeTone = 'info' | 'good' | 'warning' | 'error';

const LOOKS = {
  info: { icon: Info, box: 'bg-accent-soft border-accent/25', mark: 'text-accent-ink' },
  good: { icon: CircleCheck, box: 'bg-newborn-soft border-newborn/30', mark: 'text-newborn-ink' },
  warning: { icon: TriangleAlert, box: 'bg-mine-soft border-mine/40', mark: 'text-mine-ink' },
  error: { icon: OctagonAlert, box: 'bg-danger-soft border-danger/30', mark: 'text-danger' },
} as const;

export interface NoticeProps {
  readonly tone?: NoticeTone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly className?: string;
}

/** A message that belongs to the page; errors and warnings are announced. */
export function Notice({ tone = 'info', title, children, actions, className }: NoticeProps) {
  const { icon: Icon, box, mark } = LOOKS[tone];
  return (
    <div
      role={tone === 'error' || tone === 'warning' ? 'alert' : 'status'}
      className={classes('flex items-start gap-3 rounded-xl border px-4 py-3 text-sm', box, className)}
    >
      <Icon aria-hidden className={classes('mt-0.5 size-[1.15em] shrink-0', mark)} />
      <div className="min-w-0 flex-1">
        {title === undefined ? null : <p className="font-semibold">{title}</p>}
        {children === undefined ? null : <div className="text-muted">{children}</div>}
      </div>
      {actions === undefined ? null : <div className="flex shrink-0 gap-2">{actions}</div>}
    </div>
  );
}
