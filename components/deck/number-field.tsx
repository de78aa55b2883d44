'use client';

import { useState } from 'react';
import { TextField } from '../design/field.tsx';
import { useWords, type Words } from '../language/words.ts';

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
  /** An empty field is null; without it the number stays as it was, and the field says what is missing. */
  readonly optional?: boolean;
  readonly placeholder?: string;
}

/** A number as it is typed; what is no number yet stays in the field and changes nothing. */
export function NumberField({
  label,
  value,
  onChange,
  min = -1e15,
  max = 1e15,
  whole = false,
  optional = false,
  placeholder,
}: NumberFieldProps) {
  const words = useWords('deck').deck.number;
  const [typed, setTyped] = useState(() => (value === null ? '' : String(value)));
  const read = parsed(typed);
  const wrong = fault(read, { min, max, whole, optional }, words);
  // A value that changed from outside (a step back) replaces what was typed.
  const shown = wrong === null && read !== value ? (value === null ? '' : String(value)) : typed;
  return (
    <TextField
      label={label}
      inputMode="decimal"
      mono
      autoComplete="off"
      {...(placeholder === undefined ? {} : { placeholder })}
      value={shown}
      {...(wrong === null ? {} : { error: wrong })}
      onChange={(event) => {
        const text = event.target.value;
        setTyped(text);
        const next = parsed(text);
        if (fault(next, { min, max, whole, optional }, words) === null) onChange(next);
      }}
    />
  );
}

function parsed(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}

interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
  readonly optional: boolean;
}

function fault(
  value: number | null,
  { min, max, whole, optional }: Bounds,
  words: Words['deck']['number'],
): string | null {
  if (value === null) return optional ? null : words.needed;
  if (!Number.isFinite(value)) return words.wrong;
  if (whole && !Number.isInteger(value)) return words.whole;
  if (value < min) return words.least(min);
  return value > max ? words.most(max) : null;
}
