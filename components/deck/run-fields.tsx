'use client';

import type { DeckItem } from '../../classroom/protocol/deck.ts';
import { SelectField } from '../design/select.tsx';
import { Switch } from '../design/toggles.tsx';
import { useWords } from '../language/words.ts';
import { timeOf, timeOptions } from '../live/rules-fields.tsx';

type Run = DeckItem['rules'];

/** How an item is run unless the teacher chooses otherwise in class. */
export function RunFields({ run, onChange }: { readonly run: Run; readonly onChange: (run: Run) => void }) {
  const { liveAsk } = useWords('liveAsk');
  const { rules: words } = liveAsk;
  const options = timeOptions(liveAsk);
  const chosen = String(run.seconds);
  return (
    <div className="flex flex-col gap-3 rounded-xl border border-line p-4">
      <SelectField
        label={words.time}
        value={chosen}
        onChange={(value) => onChange({ ...run, seconds: timeOf(value) })}
        options={
          run.seconds === null || options.some(({ value }) => value === chosen)
            ? options
            : [...options, { value: chosen, label: words.seconds(run.seconds) }]
        }
      />
      <Switch
        label={words.sure}
        hint={words.sureHint}
        checked={run.confidence}
        onChange={(confidence) => onChange({ ...run, confidence })}
      />
    </div>
  );
}
