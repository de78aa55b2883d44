'use client';

import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { Goal } from '../../classroom/protocol/challenge.ts';
import type { DeckTask } from '../../classroom/protocol/deck.ts';
import { MAX } from '../../classroom/protocol/shapes.ts';
import { Button, IconButton } from '../design/button.tsx';
import { TextArea, TextField } from '../design/field.tsx';
import { SelectField } from '../design/select.tsx';
import { useWords } from '../language/words.ts';
import { CodeArea } from './code-area.tsx';
import { newGoal } from './new-items.ts';
import { NumberField } from './number-field.tsx';

const GOALS: readonly Goal['goal'][] = ['leak', 'free', 'bytes', 'shrink', 'arena', 'generation', 'true'];
const MOST_GOALS = 6;
const GENERATIONS = [0, 1, 2] as const;

export interface TaskFieldsProps {
  readonly task: DeckTask;
  readonly onChange: (task: DeckTask) => void;
}

/** Everything about a task but how it is run. */
export function TaskFields({ task, onChange }: TaskFieldsProps) {
  const words = useWords('deck').deck.taskFields;
  const { prompt, setup, goals, statements } = task;
  const put = (change: Partial<DeckTask>) => onChange({ ...task, ...change });
  return (
    <div className="flex flex-col gap-4">
      <TextArea
        label={words.prompt}
        hint={words.promptHint}
        rows={3}
        maxLength={MAX.prompt}
        value={prompt}
        onChange={(event) => put({ prompt: event.target.value })}
      />
      <CodeArea
        label={words.setup}
        hint={words.setupHint}
        rows={4}
        value={setup}
        onChange={(changed) => put({ setup: changed })}
      />
      <fieldset className="flex min-w-0 flex-col gap-3">
        <legend className="mb-1.5 text-sm font-medium">{words.goals}</legend>
        {goals.map((goal, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a goal is its place in the list
          <div key={at} className="flex items-start gap-2 rounded-xl border border-line p-3">
            <div className="grid min-w-0 flex-1 items-start gap-3 sm:grid-cols-2">
              <SelectField
                label={words.goal(at + 1)}
                value={goal.goal}
                onChange={(value) => {
                  const kind = GOALS.find((one) => one === value);
                  if (kind !== undefined) put({ goals: goals.with(at, newGoal(kind)) });
                }}
                options={GOALS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
              />
              <GoalParts
                key={goal.goal}
                goal={goal}
                onChange={(changed) => put({ goals: goals.with(at, changed) })}
              />
            </div>
            <IconButton
              icon={X}
              label={words.removeGoal(at + 1)}
              disabled={goals.length <= 1}
              onClick={() => put({ goals: goals.toSpliced(at, 1) })}
            />
          </div>
        ))}
        <div>
          <Button
            size="sm"
            variant="quiet"
            icon={Plus}
            disabled={goals.length >= MOST_GOALS}
            onClick={() => put({ goals: [...goals, newGoal('true')] })}
          >
            {words.addGoal}
          </Button>
        </div>
      </fieldset>
      <NumberField
        label={words.inputs}
        placeholder={words.inputsExample}
        value={statements}
        min={1}
        max={MAX.inputs}
        whole
        optional
        onChange={(most) => put({ statements: most })}
      />
    </div>
  );
}

function GoalParts({ goal, onChange }: { readonly goal: Goal; readonly onChange: (goal: Goal) => void }) {
  const words = useWords('deck').deck.taskFields;
  switch (goal.goal) {
    case 'leak':
      return (
        <NumberField
          label={words.objects}
          value={goal.objects}
          min={1}
          max={1000}
          whole
          onChange={(objects) => onChange({ ...goal, objects: objects ?? 1 })}
        />
      );
    case 'free':
      return <NameField name={goal.name} onChange={(name) => onChange({ ...goal, name })} />;
    case 'bytes':
      return (
        <NumberField
          label={words.bytes}
          value={goal.most}
          min={0}
          max={1e9}
          whole
          onChange={(most) => onChange({ ...goal, most: most ?? 0 })}
        />
      );
    case 'shrink':
      return (
        <NumberField
          label={words.percent}
          value={goal.percent}
          min={1}
          max={100}
          whole
          onChange={(percent) => onChange({ ...goal, percent: percent ?? 1 })}
        />
      );
    case 'arena':
      return null;
    case 'generation':
      return (
        <div className="grid grid-cols-2 items-start gap-3">
          <NameField name={goal.name} onChange={(name) => onChange({ ...goal, name })} />
          <SelectField
            label={words.generation}
            value={String(goal.generation)}
            onChange={(value) =>
              onChange({ ...goal, generation: GENERATIONS.find((one) => String(one) === value) ?? 2 })
            }
            options={GENERATIONS.map((one) => ({ value: String(one), label: String(one) }))}
          />
        </div>
      );
    case 'true':
      return (
        <FilledField
          label={words.expression}
          value={goal.expression}
          most={400}
          onChange={(expression) => onChange({ ...goal, expression })}
        />
      );
  }
}

function NameField({ name, onChange }: { readonly name: string; readonly onChange: (name: string) => void }) {
  const words = useWords('deck').deck.taskFields;
  return <FilledField label={words.name} value={name} most={60} onChange={onChange} />;
}

/** A text that may not be empty: while it is, the old one stays in the deck. */
function FilledField({
  label,
  value,
  most,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly most: number;
  readonly onChange: (value: string) => void;
}) {
  const words = useWords('deck').deck.taskFields;
  const [empty, setEmpty] = useState(false);
  return (
    <TextField
      label={label}
      mono
      spellCheck={false}
      autoComplete="off"
      maxLength={most}
      value={empty ? '' : value}
      {...(empty ? { error: words.empty } : {})}
      onChange={(event) => {
        const text = event.target.value;
        setEmpty(text.trim() === '');
        if (text.trim() !== '') onChange(text);
      }}
    />
  );
}
