'use client';

import { Ellipsis, Play, Presentation, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Badge } from '../design/badge.tsx';
import { Button, ButtonLink, IconButton } from '../design/button.tsx';
import { CopyButton } from '../design/copy-button.tsx';
import { Confirm } from '../design/dialog.tsx';
import { Menu } from '../design/menu.tsx';
import { useToast } from '../design/toasts.tsx';
import { useRefusal } from '../language/refusal.ts';
import { Sentence } from '../language/sentence.tsx';
import { useWords } from '../language/words.ts';
import { spacedCode } from '../live/classCode.ts';
import { deleteClassroom, deleteSession, startSession } from '../live/request.ts';
import type { ClassroomSummary, LessonSummary } from './classroom.ts';
import { PastLessons } from './past-lessons.tsx';
import { When } from './when.tsx';

export function ClassroomPanel({ classroom }: { readonly classroom: ClassroomSummary }) {
  const { id, name, code, running, past } = classroom;
  const words = useWords('teach').teach.classroom;
  const says = useRefusal();
  const router = useRouter();
  const toast = useToast();
  const [starting, start] = useTransition();
  const [doomed, setDoomed] = useState<LessonSummary | 'classroom' | null>(null);

  const begin = () =>
    start(async () => {
      const answer = await startSession(id);
      if (answer.ok) router.push(`/c/${code}`);
      else toast({ title: words.notStarted, text: says(answer.refusal), tone: 'error' });
    });
  const destroy = async () => {
    if (doomed === null) return;
    const answer = doomed === 'classroom' ? await deleteClassroom(id) : await deleteSession(doomed.id);
    if (!answer.ok) toast({ title: words.notDeleted, text: says(answer.refusal), tone: 'error' });
    router.refresh();
  };

  return (
    <article aria-label={name} className="rounded-xl border border-line bg-surface">
      <header className="flex flex-wrap items-center gap-x-6 gap-y-4 px-5 py-4">
        <div className="min-w-0 flex-1 basis-56">
          <h3 className="truncate text-lg font-semibold">{name}</h3>
          <p className="mt-0.5 text-sm text-muted">
            {running === null ? (
              past.length === 0 ? (
                words.noLesson
              ) : (
                words.pastLessons(past.length)
              )
            ) : (
              <>
                <Badge tone="newborn">{words.running}</Badge>{' '}
                <span>
                  <Sentence of={words.since(<When at={running.startedAt} />, running.students)} />
                </span>
              </>
            )}
          </p>
        </div>
        <p className="flex items-center gap-3">
          <span className="sr-only">{words.code}</span>
          <span data-testid="class-code" className="font-mono text-2xl font-medium tracking-wide">
            {spacedCode(code)}
          </span>
          <CopyButton text={() => `${location.origin}/c/${code}`} size="sm" variant="quiet">
            {words.copyLink}
          </CopyButton>
        </p>
        <div className="flex flex-wrap items-center gap-2">
          {running === null ? (
            <Button variant="primary" icon={Play} busy={starting} onClick={begin}>
              {words.start}
            </Button>
          ) : (
            <>
              <ButtonLink href={`/c/${code}`} variant="primary" icon={Play}>
                {words.continue}
              </ButtonLink>
              <ButtonLink href={`/c/${code}/projector`} icon={Presentation} plain>
                {words.projector}
              </ButtonLink>
            </>
          )}
          <Menu
            trigger={<IconButton icon={Ellipsis} label={words.more(name)} />}
            items={[
              {
                label: words.delete,
                icon: Trash2,
                danger: true,
                onSelect: () => setDoomed('classroom'),
              },
            ]}
          />
        </div>
      </header>
      {past.length === 0 ? null : <PastLessons lessons={past} onDelete={setDoomed} />}
      <Confirm
        open={doomed !== null}
        onOpenChange={(open) => {
          if (!open) setDoomed(null);
        }}
        title={doomed === 'classroom' ? words.deleteWhich(name) : words.deleteWhichLesson}
        action={doomed === 'classroom' ? words.delete : words.deleteLesson}
        onConfirm={destroy}
        danger
      >
        {doomed === 'classroom' ? words.deleteWhat : words.deleteWhatLesson}
      </Confirm>
    </article>
  );
}
