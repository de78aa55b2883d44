'use client';

import { type FormEvent, useId } from 'react';
import type { ChallengeState } from '../../classroom/protocol/state.ts';
import type { HeapView } from '../../heap/index.ts';
import { Button } from '../design/button.tsx';
import { Checkbox, TextField } from '../design/field.tsx';
import { Notice } from '../design/notice.tsx';
import { candidates } from './round.ts';
import type { RoundDraft } from './use-round.ts';

export interface RoundFormProps {
  readonly challenge: ChallengeState;
  readonly heap: HeapView;
  readonly draft: RoundDraft;
}

/** A student's prediction: which objects the collection frees, and the number that it returns. */
export function RoundForm({ challenge, heap, draft }: RoundFormProps) {
  const id = useId();
  const objects = candidates(heap);
  const call = challenge.challenge.kind === 'round' ? `gc.collect(${challenge.challenge.generation})` : '';
  const usable = /^\d{1,7}$/.test(draft.returned.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (usable) void draft.submit();
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <p className="text-sm text-muted">
        The teacher will run <code className="font-mono text-ink">{call}</code>. Mark what it will free, in
        the graph or here, and say what it will return.
      </p>
      <fieldset aria-labelledby={id} className="min-w-0">
        <legend id={id} className="mb-2 text-sm font-medium">
          Objects it will free: <span className="tabular">{draft.marks.size}</span> marked
        </legend>
        <div className="flex max-h-56 flex-col gap-1.5 overflow-auto rounded-lg border border-line p-3">
          {objects.length === 0 ? (
            <p className="text-sm text-muted">There is nothing yet that the collector looks at.</p>
          ) : (
            objects.map((object) => (
              <Checkbox
                key={object.serial}
                checked={draft.marks.has(object.serial)}
                onChange={() => draft.toggle(object.serial)}
                label={
                  <>
                    <span className="font-medium">{object.type}</span>{' '}
                    <span className="font-mono wrap-anywhere">{object.repr}</span>
                    {object.owner === null ? null : <span className="text-faint"> by {object.owner}</span>}
                  </>
                }
              />
            ))
          )}
        </div>
      </fieldset>
      <TextField
        label={`${call} returns`}
        inputMode="numeric"
        mono
        autoComplete="off"
        value={draft.returned}
        onChange={(event) => draft.setReturned(event.target.value)}
        {...(draft.returned.trim() !== '' && !usable ? { error: 'A whole number, 0 or more.' } : {})}
      />
      {draft.problem === null ? null : <Notice tone="error">{draft.problem.message}</Notice>}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" busy={draft.sending} disabled={!usable || draft.sent}>
          {draft.sent ? 'Sent' : 'Send prediction'}
        </Button>
        <p role="status" className="text-sm text-muted">
          {draft.sent ? 'It is in. You can change it until the teacher collects.' : ''}
        </p>
      </div>
    </form>
  );
}
