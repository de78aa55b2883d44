'use client';

import type { Rules } from '../../classroom/protocol/challenge.ts';
import { SelectField } from '../design/select.tsx';
import { Switch } from '../design/toggles.tsx';
import { useWords, type Words } from '../language/words.ts';

const TIMES = [null, 15, 30, 60, 120, 300, 600] as const;

const LEAD = 3;

function timeWords(seconds: number | null, { rules }: Words['liveAsk']): string {
  if (seconds === null) return rules.noLimit;
  return seconds < 60 ? rules.seconds(seconds) : rules.minutes(seconds / 60);
}

export function timeOptions(words: Words['liveAsk']) {
  return TIMES.map((time) => ({ value: String(time), label: timeWords(time, words) }));
}

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
  const { liveAsk } = useWords('liveAsk');
  const words = liveAsk.rules;
  return (
    <div className="flex flex-col gap-3 rounded-xl border border-line p-4">
      <SelectField
        label={words.time}
        value={String(rules.seconds)}
        onChange={(value) => {
          const seconds = timeOf(value);
          onChange({ ...rules, seconds, speed: rules.speed && seconds !== null });
        }}
        options={timeOptions(liveAsk)}
      />
      <Switch
        label={words.gather}
        hint={words.gatherHint}
        checked={rules.lead !== undefined}
        onChange={(gather) => {
          const { lead: _before, ...rest } = rules;
          onChange(gather ? { ...rest, lead: LEAD } : rest);
        }}
      />
      <Switch
        label={words.sure}
        hint={words.sureHint}
        checked={rules.confidence}
        onChange={(confidence) => onChange({ ...rules, confidence })}
      />
      <Switch
        label={words.speed}
        hint={words.speedHint}
        checked={rules.speed}
        disabled={rules.seconds === null}
        onChange={(speed) => onChange({ ...rules, speed })}
      />
    </div>
  );
}
