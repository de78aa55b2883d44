'use client';

import { Download, Ellipsis, Printer, Trash2, UserRoundX } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../design/button.tsx';
import { Confirm } from '../design/dialog.tsx';
import { Menu } from '../design/menu.tsx';
import { useToast } from '../design/toasts.tsx';
import { useRefusal } from '../language/refusal.ts';
import { Sentence } from '../language/sentence.tsx';
import { useWords } from '../language/words.ts';
import { deleteSession } from '../live/request.ts';
import { anonymiseSession, EXPORTS, exportAddress } from './past.ts';

export interface LessonActionsProps {
  readonly session: string;
  readonly running: boolean;
  readonly anonymised: boolean;
  /** False where another engine made it. */
  readonly replayable: boolean;
  readonly onDeleted: () => void;
  readonly onAnonymised: () => void;
  /** Prints what the page shows; absent where the page is not about the lesson. */
  readonly onPrint?: () => void;
}

/** The teacher's: take a lesson with you, take the names out of it, or delete it. */
export function LessonActions(props: LessonActionsProps) {
  const { session, running, anonymised, replayable, onDeleted, onAnonymised, onPrint } = props;
  const [asking, setAsking] = useState<'delete' | 'anonymise' | null>(null);
  const [busy, setBusy] = useState(false);
  const toast = useToast();
  const words = useWords('review').review.actions;
  const says = useRefusal();
  const failed = (text: string) => toast({ title: words.notChanged, text, tone: 'error' });
  const close = (open: boolean) => {
    if (!open) setAsking(null);
  };
  const destroy = async () => {
    const answer = await deleteSession(session);
    if (answer.ok) onDeleted();
    else failed(says(answer.refusal));
  };
  const anonymise = async () => {
    setBusy(true);
    const answer = await anonymiseSession(session);
    setBusy(false);
    if (!answer.ok) {
      failed(says(answer.refusal));
      return;
    }
    toast(words.anonymised);
    onAnonymised();
  };
  const files = EXPORTS.map((file) => ({
    label: words.files[file],
    onSelect: () => location.assign(exportAddress(session, file)),
  }));
  return (
    <span className="flex items-center justify-end gap-1 print:hidden">
      <Menu
        trigger={
          onPrint === undefined ? (
            <IconButton icon={Download} label={words.export} size="sm" />
          ) : (
            <Button icon={Download}>{words.export}</Button>
          )
        }
        items={
          onPrint === undefined
            ? files
            : [...files, { label: words.print, icon: Printer, onSelect: onPrint, separated: true }]
        }
      />
      <Menu
        trigger={
          <IconButton
            icon={Ellipsis}
            label={words.more}
            size={onPrint === undefined ? 'sm' : 'md'}
            busy={busy}
          />
        }
        items={[
          {
            label: anonymised ? words.takenOut : words.takeOut,
            icon: UserRoundX,
            disabled: running || anonymised,
            onSelect: () => setAsking('anonymise'),
          },
          { label: words.delete, icon: Trash2, danger: true, onSelect: () => setAsking('delete') },
        ]}
      />
      <Confirm
        open={asking === 'delete'}
        onOpenChange={close}
        title={words.deleteWhich}
        action={words.delete}
        onConfirm={() => void destroy()}
        danger
      >
        {running ? words.deleteRunning : words.deleteWhat}
      </Confirm>
      <Confirm
        open={asking === 'anonymise'}
        onOpenChange={close}
        title={words.anonymise}
        action={words.takeOut}
        onConfirm={() => void anonymise()}
        danger
      >
        <AnonymiseConsequences replayable={replayable} />
      </Confirm>
    </span>
  );
}

function AnonymiseConsequences({ replayable }: Pick<LessonActionsProps, 'replayable'>) {
  const words = useWords('review').review.actions;
  const strong = (text: string) => <strong className="text-ink">{text}</strong>;
  return (
    <div className="flex flex-col gap-3">
      <p>
        <Sentence of={words.replaced(strong)} />
      </p>
      <p>
        <Sentence of={words.kept(strong)} />
      </p>
      <p>
        <Sentence of={replayable ? words.changed(strong) : words.notRun(strong)} />
      </p>
      <p>{words.consequence}</p>
    </div>
  );
}
