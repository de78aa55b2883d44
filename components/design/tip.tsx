'use client';

import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';

export interface TipProps {
  readonly text: ReactNode;
  /** One focusable element. */
  readonly children: ReactNode;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
}

/** A sentence about something on hover and focus. Never the only place where a fact stands. */
export function Tip({ text, children, side = 'top' }: TipProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-w-72 rounded-lg bg-ink px-3 py-2 text-sm text-canvas shadow-high animate-fade-in"
        >
          {text}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
