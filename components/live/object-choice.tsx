'use client';

import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { HeapView, ObjectView, Serial } from '../../heap/index.ts';
import { Button } from '../design/button.tsx';
import { ChoiceCards } from '../design/choices.tsx';
import { TextField } from '../design/field.tsx';
import { Checkbox } from '../design/toggles.tsx';
import { namesOf } from '../heap/referrers.ts';
import { useWords } from '../language/words.ts';
import { listedObjects } from './marking.ts';

const PAGE = 30;
/** From so many objects on a list needs a search. */
const MANY = 8;

export interface ObjectChoiceProps {
  readonly label: string;
  readonly heap: HeapView;
  readonly chosen: readonly Serial[];
  readonly onToggle: (serial: Serial) => void;
  /** One at most, or as many as are right. */
  readonly several: boolean;
}

/** The objects of the heap as a list to choose from: for keyboards, screen readers and small screens. */
export function ObjectChoice({ label, heap, chosen, onToggle, several }: ObjectChoiceProps) {
  const { objects: words } = useWords('liveAsk').liveAsk;
  const [query, setQuery] = useState('');
  const [length, setLength] = useState(PAGE);
  const names = useMemo(() => namesOf(heap), [heap]);
  const all = useMemo(() => listedObjects(heap, names, query), [heap, names, query]);
  const rows = all.slice(0, length);
  return (
    <div className="flex flex-col gap-2">
      {heap.objects.length > MANY ? (
        <TextField
          label={words.search(label)}
          hideLabel
          placeholder={words.searchBy}
          autoComplete="off"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      ) : null}
      <div className="max-h-72 overflow-auto rounded-lg border border-line p-3">
        {rows.length === 0 ? (
          <p className="flex items-center gap-2 text-sm text-muted">
            <Search aria-hidden className="size-4" /> {words.none}
          </p>
        ) : several ? (
          <fieldset className="flex flex-col gap-1.5">
            <legend className="mb-2 text-sm font-medium">{label}</legend>
            {rows.map(({ object, names: called }) => (
              <Checkbox
                key={object.serial}
                checked={chosen.includes(object.serial)}
                onChange={() => onToggle(object.serial)}
                label={<ObjectWords object={object} names={called} />}
              />
            ))}
          </fieldset>
        ) : (
          <ChoiceCards
            label={label}
            value={chosen.length === 0 ? null : String(chosen[0])}
            onChange={(value) => onToggle(Number(value))}
            options={rows.map(({ object, names: called }) => ({
              value: String(object.serial),
              label: <ObjectWords object={object} names={called} />,
            }))}
          />
        )}
      </div>
      {all.length > length ? (
        <Button size="sm" variant="quiet" onClick={() => setLength(length + PAGE)}>
          {words.more}
        </Button>
      ) : null}
    </div>
  );
}

export function ObjectWords({ object, names }: { readonly object: ObjectView; readonly names: string }) {
  return (
    <>
      <span className="font-medium">{object.type}</span>{' '}
      <span className="font-mono wrap-anywhere">{object.repr}</span>
      {names === '' ? null : <span className="text-muted"> {names}</span>}
    </>
  );
}
