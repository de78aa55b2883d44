'use client';

import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';
import type { Opener } from './later.tsx';

export interface OpenPopoverProps extends Opener {
  readonly label: string;
  /** Which edge of the button it keeps to. */
  readonly align?: 'start' | 'end';
  readonly children: ReactNode;
}

/** A button's panel of switches and links. */
export function OpenPopover({
  trigger,
  defaultOpen = false,
  label,
  align = 'start',
  children,
}: OpenPopoverProps) {
  return (
    <Popover.Root defaultOpen={defaultOpen}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          aria-label={label}
          className="z-50 flex max-h-(--radix-popover-content-available-height) w-80 max-w-[calc(100vw-1rem)] flex-col gap-4 overflow-auto rounded-xl bg-raised p-4 shadow-high animate-fade-in"
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
