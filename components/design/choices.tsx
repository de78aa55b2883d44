'use client';

import { RadioGroup, ToggleGroup } from 'radix-ui';
import { type ReactNode, useId } from 'react';
import { classes } from './classes.ts';

export interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly options: readonly { readonly value: T; readonly label: ReactNode; readonly title?: string }[];
  readonly size?: 'sm' | 'md';
}

/** One of a few, side by side. */
export function Segmented<T extends string>({
  label,
  value,
  onChange,
  options,
  size = 'md',
}: SegmentedProps<T>) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        const found = options.find((option) => option.value === next);
        if (found) onChange(found.value);
      }}
      className="inline-flex rounded-lg border border-line bg-sunken p-0.5"
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          title={option.title}
          className={classes(
            'inline-flex cursor-pointer items-center justify-center gap-1.5 rounded-md px-2.5 font-medium whitespace-nowrap text-muted hover:text-ink',
            'data-[state=on]:bg-surface data-[state=on]:text-ink data-[state=on]:shadow-card dark:data-[state=on]:bg-line-strong',
            size === 'sm' ? 'min-h-7 text-xs' : 'min-h-9 text-sm',
          )}
        >
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}

export interface ChoiceCardsProps<T extends string> {
  readonly label: ReactNode;
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly options: readonly { readonly value: T; readonly label: ReactNode; readonly hint?: ReactNode }[];
  readonly disabled?: boolean;
}

/** One of several, each with room for a sentence or a line of code: answers to a question. */
export function ChoiceCards<T extends string>({
  label,
  value,
  onChange,
  options,
  disabled = false,
}: ChoiceCardsProps<T>) {
  const id = useId();
  return (
    <div className="flex flex-col gap-2">
      <p id={id} className="text-sm font-medium">
        {label}
      </p>
      <RadioGroup.Root
        aria-labelledby={id}
        value={value}
        disabled={disabled}
        onValueChange={(next) => {
          const found = options.find((option) => option.value === next);
          if (found) onChange(found.value);
        }}
        className="flex flex-col gap-2"
      >
        {options.map((option) => (
          <RadioGroup.Item
            key={option.value}
            value={option.value}
            className="group flex min-h-11 cursor-pointer items-center gap-3 rounded-lg border border-line-strong bg-surface px-3.5 py-2.5 text-left hover:border-edge disabled:cursor-default disabled:opacity-60 data-[state=checked]:border-accent data-[state=checked]:bg-accent-soft"
          >
            <span className="flex size-4.5 shrink-0 items-center justify-center rounded-full border border-edge group-data-[state=checked]:border-accent">
              <RadioGroup.Indicator className="size-2.5 rounded-full bg-accent" />
            </span>
            <span className="min-w-0 flex-1">
              <span className="block text-sm">{option.label}</span>
              {option.hint === undefined ? null : (
                <span className="block text-sm text-muted">{option.hint}</span>
              )}
            </span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
