'use client';

import { useState } from 'react';
import type { Ack } from '../../classroom/protocol/messages.ts';
import { MAX } from '../../classroom/protocol/shapes.ts';
import { goalWords, type Task } from '../../classroom/tasks.ts';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { SelectField, TextArea } from '../design/field.tsx';
import { Notice } from '../design/notice.tsx';
import type { CommandBody } from './connection.ts';
import { PLAIN_RULES } from './question-draft.ts';
import { READY_TASKS } from './ready-tasks.ts';
import { RulesFields } from './rules-fields.tsx';

export interface TaskDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly send: (body: CommandBody) => Promise<Ack>;
}

/** The teacher sets a task: everybody tries it on a heap of their own. */
export function TaskDialog({ open, onOpenChange, send }: TaskDialogProps) {
  const [from, setFrom] = useState('0');
  const [task, setTask] = useState<Task | undefined>(READY_TASKS[0]?.task);
  const [rules, setRules] = useState(PLAIN_RULES);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  if (task === undefined) return null;

  const take = (choice: string) => {
    setFrom(choice);
    setTask(READY_TASKS[Number(choice)]?.task);
    setProblem(undefined);
  };
  const set = async () => {
    setBusy(true);
    const ack = await send({ kind: 'challenge.open', challenge: task, rules });
    setBusy(false);
    setProblem(ack.ok ? undefined : ack.refusal.message);
    if (ack.ok) onOpenChange(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="lg"
      title="Set the class a task"
      description="Everybody gets a copy of the heap of their own and tries as often as they like. The heap of the class stands still meanwhile."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button variant="primary" busy={busy} onClick={set}>
            Set the task
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <SelectField
          label="Task"
          value={from}
          onChange={take}
          options={READY_TASKS.map(({ title }, index) => ({ value: String(index), label: title }))}
        />
        <TextArea
          label="What is to be done"
          rows={3}
          maxLength={MAX.prompt}
          value={task.prompt}
          onChange={(event) => setTask({ ...task, prompt: event.target.value })}
        />
        <TextArea
          label="What every heap begins with"
          hint="Python, run in each student’s module."
          rows={5}
          mono
          maxLength={MAX.prompt}
          value={task.setup}
          onChange={(event) => setTask({ ...task, setup: event.target.value })}
        />
        <div>
          <h3 className="text-sm font-medium">Goals</h3>
          <ul className="mt-1.5 list-disc pl-5 text-sm text-muted">
            {task.goals.map((goal) => (
              <li key={goalWords(goal)}>{goalWords(goal)}</li>
            ))}
            {task.statements === null ? null : (
              <li>
                With {task.statements} {task.statements === 1 ? 'input' : 'inputs'} at most
              </li>
            )}
          </ul>
        </div>
        <RulesFields rules={rules} onChange={setRules} />
        {problem === undefined ? null : <Notice tone="error">{problem}</Notice>}
      </div>
    </Dialog>
  );
}
