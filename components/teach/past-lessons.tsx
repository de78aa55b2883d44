'use client';

import { History, Trash2, Trophy } from 'lucide-react';
import { useState } from 'react';
import { Button, ButtonLink, IconButton } from '../design/button.tsx';
import { DataTable } from '../design/data-table.tsx';
import { useWords } from '../language/words.ts';
import { duration, type LessonSummary } from './classroom.ts';
import { When } from './when.tsx';

const AT_FIRST = 5;

export interface PastLessonsProps {
  readonly lessons: readonly LessonSummary[];
  readonly onDelete: (lesson: LessonSummary) => void;
}

export function PastLessons({ lessons, onDelete }: PastLessonsProps) {
  const { past: words, classroom } = useWords('teach').teach;
  const [all, setAll] = useState(false);
  return (
    <div className="border-t border-line">
      <DataTable
        caption={words.caption}
        rows={all ? lessons : lessons.slice(0, AT_FIRST)}
        rowKey={(lesson) => lesson.id}
        columns={[
          {
            id: 'when',
            head: words.lesson,
            cell: (lesson) => (
              <span className="whitespace-nowrap">
                <When at={lesson.startedAt} />
              </span>
            ),
          },
          {
            id: 'lasted',
            head: words.lasted,
            wideOnly: true,
            align: 'right',
            cell: (lesson) => duration((lesson.endedAt ?? lesson.startedAt) - lesson.startedAt),
          },
          {
            id: 'students',
            head: words.students,
            align: 'right',
            wideOnly: true,
            cell: (lesson) => lesson.students,
          },
          {
            id: 'entries',
            head: words.entries,
            align: 'right',
            wideOnly: true,
            cell: (lesson) => lesson.entries,
          },
          {
            id: 'open',
            head: <span className="sr-only">{words.open}</span>,
            align: 'right',
            cell: (lesson) => (
              <span className="-my-1 flex flex-wrap items-center justify-end gap-1">
                <ButtonLink href={`/sessions/${lesson.id}`} size="sm" variant="quiet" icon={Trophy}>
                  {words.scores}
                </ButtonLink>
                <ButtonLink href={`/sessions/${lesson.id}/replay`} size="sm" variant="quiet" icon={History}>
                  {words.replay}
                </ButtonLink>
                <IconButton
                  icon={Trash2}
                  label={classroom.deleteLesson}
                  size="sm"
                  onClick={() => onDelete(lesson)}
                />
              </span>
            ),
          },
        ]}
      />
      {all || lessons.length <= AT_FIRST ? null : (
        <p className="px-3 pb-2">
          <Button size="sm" variant="quiet" onClick={() => setAll(true)}>
            {words.all(lessons.length)}
          </Button>
        </p>
      )}
    </div>
  );
}
