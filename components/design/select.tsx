'use client';

import { Check, ChevronDown } from 'lucide-react';
import { Select as SelectPrimitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { CONTROL, Frame, type Framed } from './field.tsx';

export interface SelectOption {
  readonly value: string;
  readonly label: ReactNode;
}

export interface SelectFieldProps extends Framed {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly SelectOption[];
  readonly disabled?: boolean;
}

export function SelectField({ value, onChange, options, disabled = false, ...frame }: SelectFieldProps) {
  return (
    <Frame {...frame}>
      {(attributes) => (
        <SelectPrimitive.Root value={value} onValueChange={onChange} disabled={disabled}>
          <SelectPrimitive.Trigger
            {...attributes}
            className={classes(
              CONTROL,
              'flex min-h-10 items-center justify-between gap-2 px-3 py-1.5 text-left text-base sm:text-sm',
            )}
          >
            <SelectPrimitive.Value />
            <SelectPrimitive.Icon>
              <ChevronDown aria-hidden className="size-4 text-faint" />
            </SelectPrimitive.Icon>
          </SelectPrimitive.Trigger>
          <SelectPrimitive.Portal>
            <SelectPrimitive.Content
              position="popper"
              sideOffset={4}
              className="z-50 max-h-72 min-w-(--radix-select-trigger-width) overflow-hidden rounded-lg bg-raised shadow-high animate-fade-in"
            >
              <SelectPrimitive.Viewport className="p-1">
                {options.map((option) => (
                  <SelectPrimitive.Item
                    key={option.value}
                    value={option.value}
                    className="flex min-h-9 cursor-pointer items-center gap-2 rounded-md px-2.5 text-sm outline-none select-none data-highlighted:bg-accent-soft data-highlighted:text-accent-ink"
                  >
                    <span className="flex-1">
                      <SelectPrimitive.ItemText>{option.label}</SelectPrimitive.ItemText>
                    </span>
                    <SelectPrimitive.ItemIndicator>
                      <Check aria-hidden className="size-4" />
                    </SelectPrimitive.ItemIndicator>
                  </SelectPrimitive.Item>
                ))}
              </SelectPrimitive.Viewport>
            </SelectPrimitive.Content>
          </SelectPrimitive.Portal>
        </SelectPrimitive.Root>
      )}
    </Frame>
  );
}
