'use client';

import type { Rules } from '../../classroom/protocol/challenge.ts';
import { SelectField } from '../design/select.tsx';
import { Switch } from '../design/toggles.tsx';

const TIMES = [null, 15, 30, 60, 120, 300, 600] as const;

const LEAD = 3;

function timeWords(seconds: number | null): string {
  if (seconds === null) return 'No time limit';
  return seconds < 60 ? `${seconds} seconds` : `${seconds / 60} ${seconds === 60 ? 'minute' : 'minutes'}`;
}

export const TIME_OPTIONS = TIMES.map((time) => ({ value: String(time), label: timeWords(time) }));

/** The seconds that an option stands for. */
export function timeOf(value: string): number | null {
  return TIMES.find((time) => String(time) === value) ?? null;
}

/** How a challenge is run: time, confidence, speed. */
export function RulesFields({
  rules,
  onChange,
}: {
  readonly rules: Rules;
  readonly onChange: (rules: Rules) => void;
}) {
  return (
    <div className="flex flex-col gap-3 rounded-xl border border-line p-4">
      <SelectField
        label="Time"
        value={String(rules.seconds)}
        onChange={(value) => {
          const seconds = timeOf(value);
          onChange({ ...rules, seconds, speed: rules.speed && seconds !== null });
        }}
        options={TIME_OPTIONS}
      />
      <Switch
        label="Gather first"
        hint="Everybody sees who is here; when you press Start it begins with a count of three"
        checked={rules.lead !== undefined}
        onChange={(gather) => {
          const { lead: _before, ...rest } = rules;
          onChange(gather ? { ...rest, lead: LEAD } : rest);
        }}
      />
      <Switch
        label="Ask how sure everybody is"
        hint="Right and certain gives all points; wrong and certain costs some"
        checked={rules.confidence}
        onChange={(confidence) => onChange({ ...rules, confidence })}
      />
      <Switch
        label="Quick answers count for more"
        hint="Needs a time limit"
        checked={rules.speed}
        disabled={rules.seconds === null}
        onChange={(speed) => onChange({ ...rules, speed })}
      />
    </div>
  );
}
