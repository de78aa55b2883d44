'use client';

import { useState } from 'react';
import type { CollectorView } from '../../heap/index.ts';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { TextField } from '../design/field.tsx';
import { Switch } from '../design/toggles.tsx';
import { useWords } from '../language/words.ts';
import type { CommandBody } from './connection.ts';

export interface CollectorDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly collector: CollectorView;
  readonly give: (body: CommandBody) => Promise<void>;
}

const GENERATIONS = [0, 1, 2] as const;

/** The collector's settings, set by the statements that set them in Python: they stand in the transcript. */
export function CollectorDialog(props: CollectorDialogProps) {
  const { liveBar } = useWords('liveBar');
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={liveBar.collector}
      description={liveBar.collectorAbout}
    >
      <Settings {...props} />
    </Dialog>
  );
}

function Settings({ collector, give, onOpenChange }: CollectorDialogProps) {
  const { liveBar } = useWords('liveBar');
  const [typed, setTyped] = useState(collector.thresholds.map(String));
  const wrong = typed.map((text) => (/^\d{1,9}$/.test(text.trim()) ? null : liveBar.wholeNumber));
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
        label={liveBar.automatic}
        hint={liveBar.enableAndDisable}
        checked={collector.enabled}
        onChange={(on) => run(on ? 'gc.enable()' : 'gc.disable()')}
      />
      {GENERATIONS.map((generation) => (
        <TextField
          key={generation}
          label={liveBar.threshold(generation)}
          hint={liveBar.thresholds[generation]}
          error={wrong[generation] ?? null}
          inputMode="numeric"
          mono
          value={typed[generation] ?? ''}
          onChange={(event) => setTyped(typed.with(generation, event.target.value))}
        />
      ))}
      <div className="flex justify-end">
        <Button type="submit" variant="primary">
          {liveBar.setThresholds}
        </Button>
      </div>
    </form>
  );
}
