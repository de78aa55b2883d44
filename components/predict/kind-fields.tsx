'use client';

import type { About, Level } from '../../classroom/protocol/prediction.ts';
import { Segmented } from '../design/choices.tsx';
import { SelectField } from '../design/select.tsx';
import { useWords } from '../language/words.ts';
import { aboutOf, kindOptions, levelOf, levelOptions, SURPRISE } from './words.ts';

export interface KindFieldsProps {
  /** Null: whatever the heap offers. */
  readonly about: About | null;
  readonly level: Level;
  readonly onChange: (wish: { readonly about: About | null; readonly level: Level }) => void;
}

/** What a prediction is about, and how hard it is. */
export function KindFields({ about, level, onChange }: KindFieldsProps) {
  const { predict } = useWords('predict');
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
      <div className="min-w-56 flex-1">
        <SelectField
          label={predict.about}
          value={about ?? SURPRISE}
          onChange={(value) => onChange({ about: aboutOf(value), level })}
          options={kindOptions(predict)}
        />
      </div>
      <Segmented
        label={predict.level}
        value={String(level)}
        onChange={(value) => onChange({ about, level: levelOf(value) })}
        options={levelOptions(predict)}
      />
    </div>
  );
}
