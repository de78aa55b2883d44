'use client';

import { useState } from 'react';
import { TextField } from '../design/field.tsx';
import { numberFault, readNumber, type TypedNumber, typedNumber } from '../language/typed-number.ts';
import { useLanguage, useWords, type Words } from '../language/words.ts';

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
  /** An empty field is null; without it the number stays as it was, and the field says what is missing. */
  readonly optional?: boolean;
  /** Null is a gap that is told elsewhere: what is no number yet is one, and not the number of before. */
  readonly gap?: boolean;
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
  gap = false,
  placeholder,
}: NumberFieldProps) {
  const words = useWords('deck', 'design');
  const language = useLanguage();
  const bounds = { min, max, whole, optional };
  const written = value === null ? '' : typedNumber(value, language);
  const [typed, setTyped] = useState(written);
  const read = readNumber(typed, language);
  const wrong = fault(read, bounds, words);
  // A value that changed from outside (a step back) replaces what was typed.
  const shown = wrong === null && numberIn(read) !== value ? written : typed;
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
        const next = readNumber(text, language);
        if (fault(next, bounds, words) === null) onChange(numberIn(next));
        else if (gap) onChange(null);
      }}
    />
  );
}

function numberIn(typed: TypedNumber): number | null {
  return typed.kind === 'number' ? typed.value : null;
}

interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
  readonly optional: boolean;
}

function fault(
  typed: TypedNumber,
  { min, max, whole, optional }: Bounds,
  { deck: { number: words }, design }: Pick<Words, 'deck' | 'design'>,
): string | null {
  if (typed.kind === 'empty') return optional ? null : words.needed;
  if (typed.kind !== 'number') return numberFault(typed, { design });
  const { value } = typed;
  if (whole && !Number.isInteger(value)) return words.whole;
  if (value < min) return words.least(min);
  return value > max ? words.most(max) : null;
}
