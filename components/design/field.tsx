'use client';

import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import { classes } from './classes.ts';

export const CONTROL =
  'w-full rounded-lg border border-line-strong bg-surface text-ink text-ellipsis placeholder:text-faint ' +
  'hover:border-edge focus-visible:border-accent disabled:opacity-60 aria-invalid:border-danger';

export interface Framed {
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
export function Frame({
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
