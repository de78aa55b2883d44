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
import { Refused } from '../live/message.tsx';
import { counted } from '../teach/classroom.ts';
import { When } from '../teach/when.tsx';
import { askProgress, type Progress } from './past.ts';
import { useAsked } from './use-asked.ts';

/** A class over its lessons: each student's results, and which beliefs wrong answers came from. */
export function ClassProgress({ classroom }: { readonly classroom: string }) {
  const { answer, again } = useAsked(useCallback(() => askProgress(classroom), [classroom]));
  return (
    <>
      <TopBar
        title={answer?.ok === true ? answer.value.classroom : 'Progress'}
        actions={
          <ButtonLink href="/sessions" size="sm" variant="quiet">
            Lessons
          </ButtonLink>
        }
      />
      <Page wide>
        {answer === null ? (
          <p role="status" className="flex items-center gap-3 py-10 text-muted">
            <Spinner /> Fetching the results…
          </p>
        ) : answer.ok ? (
          <Tables progress={answer.value} />
        ) : (
          <Refused refusal={answer.refusal} onRetry={again} />
        )}
      </Page>
    </>
  );
}

function Tables({ progress }: { readonly progress: Progress }) {
  const { lessons, students, beliefs } = progress;
  if (students.length === 0) {
    return (
      <Empty icon={TrendingUp} title="Nobody has been in a lesson of this class yet">
        Results of students stand here side by side, one column per lesson.
      </Empty>
    );
  }
  const columns = lessons.map((lesson, at) => ({ lesson, at }));
  return (
    <>
      <h2 className="text-2xl font-semibold tracking-tight">Progress</h2>
      <p className="mt-1 text-muted">
        {counted(students.length, 'student')} over {counted(lessons.length, 'lesson')}: right answers of those
        given, and points. A student is known by their browser, under whatever name.
      </p>
      <Panel title="Students" flush className="mt-6">
        <DataTable
          caption="Students"
          rows={students}
          rowKey={(student) => students.indexOf(student)}
          columns={[
            { id: 'name', head: 'Student', cell: (student) => student.name },
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
                  <span className="text-faint">not there</span>
                ) : (
                  <>
                    {came.correct} of {came.answered}
                    <span className="block text-xs text-muted">{came.points} points</span>
                  </>
                );
              },
            })),
          ]}
        />
      </Panel>
      <Panel title="Beliefs" hint="Wrong answers by the idea behind them" flush className="mt-6">
        <DataTable
          caption="Beliefs"
          rows={beliefs}
          rowKey={(row) => row.belief}
          empty="No wrong answer has a belief named for it."
          columns={[
            { id: 'belief', head: 'Belief', cell: (row) => row.belief },
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
