'use client';

import { useState } from 'react';
import type { CollectorView } from '../../heap/index.ts';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { TextField } from '../design/field.tsx';
import { Switch } from '../design/toggles.tsx';
import type { CommandBody } from './connection.ts';

export interface CollectorDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly collector: CollectorView;
  readonly give: (body: CommandBody) => Promise<void>;
}

const ABOUT = [
  'Allocations minus deallocations; 0 switches all automatic collections off',
  'Collections of generation 0 between two of generation 1',
  'Collections of generation 1 between two of generation 2',
] as const;

/** The collector's settings, set by the statements that set them in Python: they stand in the transcript. */
export function CollectorDialog(props: CollectorDialogProps) {
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title="Thresholds and automatic collection"
      description="What you change here is run as a statement of yours."
    >
      <Settings {...props} />
    </Dialog>
  );
}

function Settings({ collector, give, onOpenChange }: CollectorDialogProps) {
  const [typed, setTyped] = useState(collector.thresholds.map(String));
  const wrong = typed.map((text) => (/^\d{1,9}$/.test(text.trim()) ? null : 'A whole number, 0 or more'));
  const run = (source: string) => void give({ kind: 'run', source: `import gc; ${source}` });
  const submit = () => {
    if (wrong.some((error) => error !== null)) return;
    run(`gc.set_threshold(${typed.map((text) => Number(text)).join(', ')})`);
    onOpenChange(false);
  };
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Switch
        label="Automatic collection"
        hint="gc.enable() and gc.disable()"
        checked={collector.enabled}
        onChange={(on) => run(on ? 'gc.enable()' : 'gc.disable()')}
      />
      {ABOUT.map((hint, generation) => (
        <TextField
          key={hint}
          label={`Threshold of generation ${generation}`}
          hint={hint}
          error={wrong[generation] ?? null}
          inputMode="numeric"
          mono
          value={typed[generation] ?? ''}
          onChange={(event) => setTyped(typed.with(generation, event.target.value))}
        />
      ))}
      <div className="flex justify-end">
        <Button type="submit" variant="primary">
          Set thresholds
        </Button>
      </div>
    </form>
  );
}
