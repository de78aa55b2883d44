'use client';

import { type FormEvent, useId } from 'react';
import type { ChallengeState } from '../../classroom/protocol/state.ts';
import type { HeapView, ObjectView, Serial } from '../../heap/index.ts';
import { Button } from '../design/button.tsx';
import { TextField } from '../design/field.tsx';
import { Notice } from '../design/notice.tsx';
import { Checkbox } from '../design/toggles.tsx';
import { useRefusal } from '../language/refusal.ts';
import { Sentence } from '../language/sentence.tsx';
import { useWords } from '../language/words.ts';
import { HowSure } from './how-sure.tsx';
import { candidates } from './round.ts';
import { SEND_ROW } from './send-row.ts';
import type { RoundDraft } from './use-round.ts';

export interface RoundFormProps {
  readonly challenge: ChallengeState;
  readonly heap: HeapView;
  readonly draft: RoundDraft;
  /** No answers are taken at the moment. */
  readonly closed: boolean;
}

/** A student's prediction: which objects the collection frees, and the number that it returns. */
export function RoundForm({ challenge, heap, draft, closed }: RoundFormProps) {
  const { liveAnswer } = useWords('liveAnswer');
  const words = liveAnswer.round;
  const says = useRefusal();
  const objects = candidates(heap);
  const generation = challenge.challenge.kind === 'round' ? challenge.challenge.generation : 2;
  const call = `gc.collect(${generation})`;
  const usable = /^\d{1,7}$/.test(draft.returned.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (usable && !closed) void draft.submit();
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <p className="text-sm text-muted">
        <Sentence of={words.willRun(<code className="font-mono text-ink">{call}</code>)} />
      </p>
      <ObjectMarks title={words.willFree} objects={objects} marks={draft.marks} onToggle={draft.toggle} />
      {generation === 2 ? null : (
        <ObjectMarks
          title={words.willMove}
          objects={objects.filter(
            (object) => typeof object.generation === 'number' && object.generation <= generation,
          )}
          marks={draft.moves}
          onToggle={draft.toggleMove}
        />
      )}
      <TextField
        label={words.returns(call)}
        inputMode="numeric"
        mono
        autoComplete="off"
        value={draft.returned}
        onChange={(event) => draft.setReturned(event.target.value)}
        {...(draft.returned.trim() !== '' && !usable ? { error: words.wholeNumber } : {})}
      />
      {challenge.rules.confidence ? (
        <HowSure value={draft.confidence} onChange={draft.setConfidence} />
      ) : null}
      {draft.problem === null ? null : <Notice tone="error">{says(draft.problem)}</Notice>}
      <div className={SEND_ROW}>
        <Button
          type="submit"
          variant="primary"
          busy={draft.sending}
          disabled={closed || !usable || draft.sent}
        >
          {draft.sent ? words.sent : words.send}
        </Button>
        <p role="status" className="text-sm text-muted">
          {draft.sent ? words.isIn : ''}
        </p>
      </div>
    </form>
  );
}

function ObjectMarks({
  title,
  objects,
  marks,
  onToggle,
}: {
  readonly title: string;
  readonly objects: readonly ObjectView[];
  readonly marks: ReadonlySet<Serial>;
  readonly onToggle: (serial: Serial) => void;
}) {
  const id = useId();
  const { round: words } = useWords('liveAnswer').liveAnswer;
  return (
    <fieldset aria-labelledby={id} className="min-w-0">
      <legend id={id} className="mb-2 text-sm font-medium">
        <Sentence of={words.marked(title, marks.size, <span className="tabular">{marks.size}</span>)} />
      </legend>
      <div className="flex max-h-56 flex-col gap-1.5 overflow-auto rounded-lg border border-line p-3">
        {objects.length === 0 ? (
          <p className="text-sm text-muted">{words.nothing}</p>
        ) : (
          objects.map((object) => (
            <Checkbox
              key={object.serial}
              checked={marks.has(object.serial)}
              onChange={() => onToggle(object.serial)}
              label={
                <>
                  <span className="font-medium">{object.type}</span>{' '}
                  <span className="font-mono wrap-anywhere">{object.repr}</span>
                  {object.owner === null ? null : (
                    <span className="text-faint"> {words.by(object.owner)}</span>
                  )}
                </>
              }
            />
          ))
        )}
      </div>
    </fieldset>
  );
}
