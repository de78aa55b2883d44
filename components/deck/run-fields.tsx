'use client';

import type { DeckItem } from '../../classroom/protocol/deck.ts';
import { SelectField } from '../design/select.tsx';
import { Switch } from '../design/toggles.tsx';
import { TIME_OPTIONS, timeOf } from '../live/rules-fields.tsx';

type Run = DeckItem['rules'];

/** How an item is run unless the teacher chooses otherwise in class. */
export function RunFields({ run, onChange }: { readonly run: Run; readonly onChange: (run: Run) => void }) {
  return (
    <div className="flex flex-col gap-3 rounded-xl border border-line p-4">
      <SelectField
        label="Time"
        value={String(run.seconds)}
        onChange={(value) => onChange({ ...run, seconds: timeOf(value) })}
        options={
          TIME_OPTIONS.some(({ value }) => value === String(run.seconds))
            ? TIME_OPTIONS
            : [...TIME_OPTIONS, { value: String(run.seconds), label: `${run.seconds} seconds` }]
        }
      />
      <Switch
        label="Ask how sure everybody is"
        hint="Right and certain gives all points; wrong and certain costs some"
        checked={run.confidence}
        onChange={(confidence) => onChange({ ...run, confidence })}
      />
    </div>
  );
}
