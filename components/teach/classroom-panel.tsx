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
import { spacedCode } from '../live/classCode.ts';
import { deleteClassroom, deleteSession, startSession } from '../live/request.ts';
import { type ClassroomSummary, counted, type LessonSummary } from './classroom.ts';
import { PastLessons } from './past-lessons.tsx';
import { When } from './when.tsx';

export function ClassroomPanel({ classroom }: { readonly classroom: ClassroomSummary }) {
  const { id, name, code, running, past } = classroom;
  const router = useRouter();
  const toast = useToast();
  const [starting, start] = useTransition();
  const [doomed, setDoomed] = useState<LessonSummary | 'classroom' | null>(null);

  const begin = () =>
    start(async () => {
      const answer = await startSession(id);
      if (answer.ok) router.push(`/c/${code}`);
      else toast({ title: 'The lesson did not start', text: answer.refusal.message, tone: 'error' });
    });
  const destroy = async () => {
    if (doomed === null) return;
    const answer = doomed === 'classroom' ? await deleteClassroom(id) : await deleteSession(doomed.id);
    if (!answer.ok) toast({ title: 'Nothing was deleted', text: answer.refusal.message, tone: 'error' });
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
                'No lesson yet'
              ) : (
                counted(past.length, 'past lesson')
              )
            ) : (
              <>
                <Badge tone="newborn">Lesson running</Badge>{' '}
                <span>
                  since <When at={running.startedAt} />, {counted(running.students, 'student')}
                </span>
              </>
            )}
          </p>
        </div>
        <p className="flex items-center gap-3">
          <span className="sr-only">Code</span>
          <span data-testid="class-code" className="font-mono text-2xl font-medium tracking-wide">
            {spacedCode(code)}
          </span>
          <CopyButton text={() => `${location.origin}/c/${code}`} size="sm" variant="quiet">
            Copy link
          </CopyButton>
        </p>
        <div className="flex items-center gap-2">
          {running === null ? (
            <Button variant="primary" icon={Play} busy={starting} onClick={begin}>
              Start lesson
            </Button>
          ) : (
            <>
              <ButtonLink href={`/c/${code}`} variant="primary" icon={Play}>
                Continue lesson
              </ButtonLink>
              <ButtonLink href={`/c/${code}/projector`} icon={Presentation} plain>
                Projector
              </ButtonLink>
            </>
          )}
          <Menu
            trigger={<IconButton icon={Ellipsis} label={`More about ${name}`} />}
            items={[
              {
                label: 'Delete classroom',
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
        title={doomed === 'classroom' ? `Delete ${name}?` : 'Delete this lesson?'}
        action={doomed === 'classroom' ? 'Delete classroom' : 'Delete lesson'}
        onConfirm={destroy}
        danger
      >
        {doomed === 'classroom'
          ? 'Its code stops working, and all its lessons go with their scores and recordings. This cannot be undone.'
          : 'Its recording and scores go for everybody who took part. This cannot be undone.'}
      </Confirm>
    </article>
  );
}
