'use client';

import type { LucideIcon } from 'lucide-react';
import { Tabs as TabsPrimitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';

export interface Tab {
  readonly id: string;
  readonly label: ReactNode;
  readonly icon?: LucideIcon;
  /** A small number behind the label. */
  readonly count?: number;
  readonly content: ReactNode;
}

export interface TabsProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly value: string;
  readonly onChange: (id: string) => void;
  /** The content fills the height that is left, and scrolls by itself. */
  readonly fill?: boolean;
  /** Many tabs in a narrow pane: words without icons. */
  readonly narrow?: boolean;
  readonly className?: string;
}

export function Tabs({ label, tabs, value, onChange, fill = false, narrow = false, className }: TabsProps) {
  return (
    <TabsPrimitive.Root
      value={value}
      onValueChange={onChange}
      className={classes(fill && 'flex min-h-0 flex-col', className)}
    >
      <TabsPrimitive.List
        aria-label={label}
        className="flex shrink-0 gap-1 overflow-x-auto border-b border-line px-2 [scrollbar-width:none]"
      >
        {tabs.map((tab) => (
          <TabsPrimitive.Trigger
            key={tab.id}
            value={tab.id}
            className="-mb-px inline-flex min-h-11 cursor-pointer items-center gap-2 border-b-2 border-transparent px-2.5 text-sm font-medium whitespace-nowrap text-muted -outline-offset-2 hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink"
          >
            {tab.icon && !narrow ? <tab.icon aria-hidden className="size-4" /> : null}
            {tab.label}
            {tab.count === undefined ? null : (
              <span className="rounded bg-sunken px-1.5 text-xs text-muted tabular">{tab.count}</span>
            )}
          </TabsPrimitive.Trigger>
        ))}
      </TabsPrimitive.List>
      {tabs.map((tab) => (
        <TabsPrimitive.Content
          key={tab.id}
          value={tab.id}
          className={classes(
            '-outline-offset-2',
            fill && 'min-h-0 flex-1 overflow-auto data-[state=inactive]:hidden',
          )}
        >
          {tab.content}
        </TabsPrimitive.Content>
      ))}
    </TabsPrimitive.Root>
  );
}
