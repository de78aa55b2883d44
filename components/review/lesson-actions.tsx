'use client';

import { Download, Ellipsis, Printer, Trash2, UserRoundX } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../design/button.tsx';
import { Confirm } from '../design/dialog.tsx';
import { Menu } from '../design/menu.tsx';
import { useToast } from '../design/toasts.tsx';
import { deleteSession } from '../live/request.ts';
import { anonymiseSession, EXPORTS, exportAddress } from './past.ts';

export interface LessonActionsProps {
  readonly session: string;
  readonly running: boolean;
  readonly anonymised: boolean;
  readonly onDeleted: () => void;
  readonly onAnonymised: () => void;
  /** Prints what the page shows; absent where the page is not about the lesson. */
  readonly onPrint?: () => void;
}

/** The teacher's: take a lesson with you, take the names out of it, or delete it. */
export function LessonActions(props: LessonActionsProps) {
  const { session, running, anonymised, onDeleted, onAnonymised, onPrint } = props;
  const [asking, setAsking] = useState<'delete' | 'anonymise' | null>(null);
  const [busy, setBusy] = useState(false);
  const toast = useToast();
  const failed = (text: string) => toast({ title: 'Nothing was changed', text, tone: 'error' });
  const close = (open: boolean) => {
    if (!open) setAsking(null);
  };
  const destroy = async () => {
    const answer = await deleteSession(session);
    if (answer.ok) onDeleted();
    else failed(answer.refusal.message);
  };
  const anonymise = async () => {
    setBusy(true);
    const answer = await anonymiseSession(session);
    setBusy(false);
    if (!answer.ok) {
      failed(answer.refusal.message);
      return;
    }
    toast({ title: 'The names are gone', text: 'Exports that you made before still hold them.' });
    onAnonymised();
  };
  const files = EXPORTS.map(({ file, label }) => ({
    label,
    onSelect: () => location.assign(exportAddress(session, file)),
  }));
  return (
    <span className="flex items-center justify-end gap-1 print:hidden">
      <Menu
        trigger={
          onPrint === undefined ? (
            <IconButton icon={Download} label="Export" size="sm" />
          ) : (
            <Button icon={Download}>Export</Button>
          )
        }
        items={
          onPrint === undefined
            ? files
            : [...files, { label: 'Print or save as PDF', icon: Printer, onSelect: onPrint, separated: true }]
        }
      />
      <Menu
        trigger={
          <IconButton icon={Ellipsis} label="More" size={onPrint === undefined ? 'sm' : 'md'} busy={busy} />
        }
        items={[
          {
            label: anonymised ? 'Names are taken out' : 'Take out the names',
            icon: UserRoundX,
            disabled: running || anonymised,
            onSelect: () => setAsking('anonymise'),
          },
          { label: 'Delete lesson', icon: Trash2, danger: true, onSelect: () => setAsking('delete') },
        ]}
      />
      <Confirm
        open={asking === 'delete'}
        onOpenChange={close}
        title="Delete this lesson?"
        action="Delete lesson"
        onConfirm={() => void destroy()}
        danger
      >
        {running
          ? 'It is still running: everybody is sent out of it. Its recording, answers and scores go for everybody who took part. This cannot be undone.'
          : 'Its recording, answers and scores go for everybody who took part. This cannot be undone.'}
      </Confirm>
      <Confirm
        open={asking === 'anonymise'}
        onOpenChange={close}
        title="Take the names out of this lesson?"
        action="Take out the names"
        onConfirm={() => void anonymise()}
        danger
      >
        <AnonymiseConsequences />
      </Confirm>
    </span>
  );
}

function AnonymiseConsequences() {
  return (
    <div className="flex flex-col gap-3">
      <p>
        <strong className="text-ink">Replaced</strong>, wherever they stand as a word: every student’s name by
        Student 1, Student 2, … and the name of their module, also inside statements, outputs and answers.
      </p>
      <p>
        <strong className="text-ink">Kept</strong>: statements, answers, points, times, and your own name.
        What students wrote about themselves or others in other words or spellings stays.
      </p>
      <p>
        <strong className="text-ink">Changed</strong>: the lesson is run again with the new names. The replay
        works as before; some addresses and sizes of names differ from those that the class saw.
      </p>
      <p>
        Students no longer find this lesson among their results, and it leaves the progress of the class. This
        cannot be undone.
      </p>
    </div>
  );
}
