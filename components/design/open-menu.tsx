'use client';

import type { LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Fragment, type ReactNode } from 'react';
import { classes } from './classes.ts';
import type { Opener } from './later.tsx';

export interface MenuItem {
  readonly label: ReactNode;
  readonly icon?: LucideIcon;
  readonly onSelect: () => void;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** One of several that exclude each other, and whether it is the one. */
  readonly chosen?: boolean;
  /** A line before this item. */
  readonly separated?: boolean;
}

export interface MenuProps extends Opener {
  readonly items: readonly MenuItem[];
  readonly align?: 'start' | 'end';
}

export function OpenMenu({ trigger, items, align = 'end', defaultOpen = false }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false} defaultOpen={defaultOpen}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={4}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 overflow-auto rounded-lg bg-raised p-1 shadow-high animate-fade-in"
        >
          {items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: built anew for each opening, an item is its place
            <Fragment key={index}>
              {item.separated === true ? <DropdownMenu.Separator className="my-1 h-px bg-line" /> : null}
              <DropdownMenu.Item
                onSelect={item.onSelect}
                disabled={item.disabled === true}
                {...(item.chosen === undefined ? {} : { role: 'menuitemradio', 'aria-checked': item.chosen })}
                className={classes(
                  'flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 text-sm outline-none select-none',
                  'data-disabled:opacity-50 data-highlighted:bg-sunken',
                  item.danger === true && 'text-danger',
                )}
              >
                {item.icon ? <item.icon aria-hidden className="size-4 shrink-0" /> : null}
                {item.label}
              </DropdownMenu.Item>
            </Fragment>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
