'use client';

import { Check, ChevronDown } from 'lucide-react';
import {
  Checkbox as CheckboxPrimitive,
  Select as SelectPrimitive,
  Switch as SwitchPrimitive,
} from 'radix-ui';
import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import { classes } from './classes.ts';

const CONTROL =
  'w-full rounded-lg border border-line-strong bg-surface text-ink placeholder:text-faint ' +
  'hover:border-edge focus-visible:border-accent disabled:opacity-60 aria-invalid:border-danger';

interface Framed {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** A sentence about what is wrong; announced and tied to the control. */
  readonly error?: ReactNode;
  /** The label is read but not seen. */
  readonly hideLabel?: boolean;
  readonly className?: string;
}

interface ControlAttributes {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** Label, control and what is said about it, tied together. */
function Frame({
  label,
  hint,
  error,
  hideLabel = false,
  className,
  children,
}: Framed & { readonly children: (control: ControlAttributes) => ReactNode }) {
  const id = useId();
  const wrong = error !== undefined && error !== null;
  const words = wrong ? `${id}-error` : hint === undefined ? undefined : `${id}-hint`;
  return (
    <div className={classes('flex flex-col gap-1.5', className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-sm font-medium'}>
        {label}
      </label>
      {children({ id, 'aria-describedby': words, 'aria-invalid': wrong || undefined })}
      {wrong ? (
        <p id={words} role="alert" className="text-sm text-danger">
          {error}
        </p>
      ) : hint === undefined ? null : (
        <p id={words} className="text-sm text-faint">
          {hint}
        </p>
      )}
    </div>
  );
}

/** What a field keeps for its frame; the rest goes to the control. */
function framed<Props extends Framed>({ label, hint, error, hideLabel, className, ...control }: Props) {
  const frame = {
    label,
    hint,
    error,
    ...(hideLabel === undefined ? {} : { hideLabel }),
    ...(className === undefined ? {} : { className }),
  };
  return { frame, control };
}

export interface TextFieldProps
  extends Framed,
    Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'className' | 'size'> {
  readonly size?: 'md' | 'lg';
  /** Monospaced, for codes and names. */
  readonly mono?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

export function TextField({ size = 'md', mono = false, ...props }: TextFieldProps) {
  const { frame, control } = framed(props);
  return (
    <Frame {...frame}>
      {(attributes) => (
        <input
          {...attributes}
          className={classes(
            CONTROL,
            size === 'lg' ? 'min-h-12 px-4 text-lg' : 'min-h-10 px-3 text-base sm:text-sm',
            mono && 'font-mono',
          )}
          {...control}
        />
      )}
    </Frame>
  );
}

export interface TextAreaProps
  extends Framed,
    Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id' | 'className'> {
  readonly mono?: boolean;
}

export function TextArea({ mono = false, ...props }: TextAreaProps) {
  const { frame, control } = framed(props);
  return (
    <Frame {...frame}>
      {(attributes) => (
        <textarea
          {...attributes}
          rows={4}
          className={classes(CONTROL, 'px-3 py-2 text-base sm:text-sm', mono && 'font-mono')}
          {...control}
        />
      )}
    </Frame>
  );
}

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
              'flex min-h-10 items-center justify-between gap-2 px-3 text-left text-base sm:text-sm',
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

export interface ToggleProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  /** Box and words close together, for toolbars. */
  readonly compact?: boolean;
}

/** On or off, with effect at once. */
export function Switch({ label, hint, checked, onChange, disabled = false, compact = false }: ToggleProps) {
  const id = useId();
  return (
    <div className={classes('flex items-center gap-3', !compact && 'justify-between')}>
      <div className={compact ? 'order-2' : 'min-w-0'}>
        <label htmlFor={id} className={classes('text-sm', !compact && 'font-medium')}>
          {label}
        </label>
        {hint === undefined ? null : (
          <p id={`${id}-hint`} className="text-sm text-faint">
            {hint}
          </p>
        )}
      </div>
      <SwitchPrimitive.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className="inline-flex h-5.5 w-9.5 shrink-0 cursor-pointer items-center rounded-full border border-edge bg-sunken p-0.5 transition-colors disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      >
        <SwitchPrimitive.Thumb className="size-4 rounded-full bg-edge transition-transform data-[state=checked]:translate-x-4 data-[state=checked]:bg-on-accent" />
      </SwitchPrimitive.Root>
    </div>
  );
}

/** A choice that is taken up with a form, or one of several marks. */
export function Checkbox({ label, hint, checked, onChange, disabled = false }: ToggleProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-2.5">
      <CheckboxPrimitive.Root
        id={id}
        checked={checked}
        onCheckedChange={(state) => onChange(state === true)}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className="mt-0.5 flex size-4.5 shrink-0 cursor-pointer items-center justify-center rounded border border-edge bg-surface disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      >
        <CheckboxPrimitive.Indicator>
          <Check aria-hidden className="size-3.5 text-on-accent" strokeWidth={3} />
        </CheckboxPrimitive.Indicator>
      </CheckboxPrimitive.Root>
      <div className="min-w-0">
        <label htmlFor={id} className="text-sm">
          {label}
        </label>
        {hint === undefined ? null : (
          <p id={`${id}-hint`} className="text-sm text-faint">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
