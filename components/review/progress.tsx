'use client';

import { TrendingUp } from 'lucide-react';
import Link from 'next/link';
import { useCallback } from 'react';
import { ButtonLink } from '../design/button.tsx';
import { DataTable } from '../design/data-table.tsx';
import { Empty } from '../design/empty.tsx';
import { Panel } from '../design/panel.tsx';
import { Spinner } from '../design/spinner.tsx';
import { Page, TopBar } from '../design/top-bar.tsx';
import { useWords } from '../language/words.ts';
import { Refused } from '../live/message.tsx';
import { When } from '../teach/when.tsx';
import { askProgress, type Progress } from './past.ts';
import { useAsked } from './use-asked.ts';

/** A class over its lessons: each student's results, and which beliefs wrong answers came from. */
export function ClassProgress({ classroom }: { readonly classroom: string }) {
  const words = useWords('review').review.progress;
  const { answer, again } = useAsked(useCallback(() => askProgress(classroom), [classroom]));
  return (
    <>
      <TopBar
        title={answer?.ok === true ? answer.value.classroom : words.title}
        actions={
          <ButtonLink href="/sessions" size="sm" variant="quiet">
            {words.lessons}
          </ButtonLink>
        }
      />
      <Page wide>
        {answer === null ? (
          <p role="status" className="flex items-center gap-3 py-10 text-muted">
            <Spinner /> {words.fetching}
          </p>
        ) : answer.ok ? (
          <Tables progress={answer.value} />
        ) : (
          <Refused refusal={answer.refusal} onRetry={again} inPage />
        )}
      </Page>
    </>
  );
}

function Tables({ progress }: { readonly progress: Progress }) {
  const { progress: words, rightOf } = useWords('review').review;
  const { lessons, students, beliefs } = progress;
  if (students.length === 0) {
    return (
      <Empty icon={TrendingUp} title={words.none.title}>
        {words.none.text}
      </Empty>
    );
  }
  const columns = lessons.map((lesson, at) => ({ lesson, at }));
  return (
    <>
      <h2 className="text-2xl font-semibold tracking-tight">{words.title}</h2>
      <p className="mt-1 text-muted">{words.about(students.length, lessons.length)}</p>
      <Panel title={words.students} flush className="mt-6">
        <DataTable
          caption={words.students}
          rows={students}
          rowKey={(student) => students.indexOf(student)}
          columns={[
            { id: 'name', head: words.student, cell: (student) => student.name },
            ...columns.map(({ lesson, at }) => ({
              id: lesson.id,
              head: (
                <Link href={`/sessions/${lesson.id}`} className="hover:underline">
                  <When at={lesson.startedAt} />
                </Link>
              ),
              align: 'right' as const,
              cell: (student: Progress['students'][number]) => {
                const came = student.results[at] ?? null;
                return came === null ? (
                  <span className="text-faint">{words.notThere}</span>
                ) : (
                  <>
                    {rightOf(came.correct, came.answered)}
                    <span className="block text-xs text-muted">{words.points(came.points)}</span>
                  </>
                );
              },
            })),
          ]}
        />
      </Panel>
      <Panel title={words.beliefs} hint={words.beliefsHint} flush className="mt-6">
        <DataTable
          caption={words.beliefs}
          rows={beliefs}
          rowKey={(row) => row.belief}
          empty={words.noBelief}
          columns={[
            { id: 'belief', head: words.belief, cell: (row) => row.belief },
            ...columns.map(({ lesson, at }) => ({
              id: lesson.id,
              head: <When at={lesson.startedAt} />,
              align: 'right' as const,
              cell: (row: Progress['beliefs'][number]) => row.counts[at] ?? 0,
            })),
          ]}
        />
      </Panel>
    </>
  );
}
