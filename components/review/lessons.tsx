'use client';

import { ChevronLeft, ChevronRight, History, SearchX, TrendingUp, X } from 'lucide-react';
import Link from 'next/link';
import { useCallback, useDeferredValue, useState } from 'react';
import { Badge } from '../design/badge.tsx';
import { Button, ButtonLink } from '../design/button.tsx';
import { DataTable } from '../design/data-table.tsx';
import { Empty } from '../design/empty.tsx';
import { TextField } from '../design/field.tsx';
import { Spinner } from '../design/spinner.tsx';
import { Page, TopBar } from '../design/top-bar.tsx';
import { useWords } from '../language/words.ts';
import { Refused } from '../live/message.tsx';
import { duration } from '../teach/classroom.ts';
import { When } from '../teach/when.tsx';
import { LessonActions } from './lesson-actions.tsx';
import { findLessons, NO_SEARCH, type PastLesson, type PastLessonsPage, type Search } from './past.ts';
import { useAsked } from './use-asked.ts';

/** All lessons of the teacher, newest first: searched by class, student and day. */
export function Lessons() {
  const words = useWords('review').review.list;
  const [search, setSearch] = useState<Search>(NO_SEARCH);
  const wanted = useDeferredValue(search);
  const { answer, again } = useAsked(useCallback(() => findLessons(wanted), [wanted]));
  const change = (part: Partial<Search>) => setSearch({ ...search, page: 1, ...part });
  const searching = search.q !== '' || search.from !== '' || search.to !== '';
  return (
    <>
      <TopBar
        title={words.title}
        actions={
          <ButtonLink href="/teach" size="sm" variant="quiet">
            {words.classrooms}
          </ButtonLink>
        }
      />
      <Page wide>
        <h2 className="text-2xl font-semibold tracking-tight">{words.yours}</h2>
        <search className="mt-6 flex flex-wrap items-end gap-3">
          <TextField
            label={words.who}
            type="search"
            value={search.q}
            maxLength={200}
            onChange={(event) => change({ q: event.target.value })}
            className="min-w-0 flex-1 basis-56"
          />
          <TextField
            label={words.from}
            type="date"
            value={search.from}
            onChange={(event) => change({ from: event.target.value })}
          />
          <TextField
            label={words.to}
            type="date"
            value={search.to}
            onChange={(event) => change({ to: event.target.value })}
          />
          {searching ? (
            <Button icon={X} variant="quiet" onClick={() => setSearch(NO_SEARCH)}>
              {words.clear}
            </Button>
          ) : null}
        </search>
        <div className="mt-6">
          {answer === null ? (
            <p role="status" className="flex items-center gap-3 py-10 text-muted">
              <Spinner /> {words.looking}
            </p>
          ) : answer.ok ? (
            <Found
              found={answer.value}
              page={search.page}
              searching={searching}
              onPage={(page) => change({ page })}
              onChanged={again}
            />
          ) : (
            <Refused refusal={answer.refusal} onRetry={again} inPage />
          )}
        </div>
      </Page>
    </>
  );
}

function Found({
  found,
  page,
  searching,
  onPage,
  onChanged,
}: {
  readonly found: PastLessonsPage;
  readonly page: number;
  readonly searching: boolean;
  readonly onPage: (page: number) => void;
  readonly onChanged: () => void;
}) {
  const words = useWords('review').review.list;
  const { total, perPage, lessons } = found;
  if (total === 0) {
    return (
      <div className="rounded-xl border border-dashed border-line-strong">
        {searching ? (
          <Empty icon={SearchX} title={words.noneFits.title}>
            {words.noneFits.text}
          </Empty>
        ) : (
          <Empty icon={History} title={words.none.title}>
            {words.none.text}
          </Empty>
        )}
      </div>
    );
  }
  const pages = Math.max(1, Math.ceil(total / perPage));
  return (
    <>
      <p role="status" className="mb-3 text-sm text-muted">
        {words.found(total)}
      </p>
      <div className="overflow-hidden rounded-xl border border-line bg-surface">
        <LessonTable lessons={lessons} onChanged={onChanged} />
      </div>
      {pages === 1 ? null : (
        <nav aria-label={words.pages} className="mt-4 flex items-center justify-center gap-3">
          <Button icon={ChevronLeft} disabled={page <= 1} onClick={() => onPage(page - 1)}>
            {words.newer}
          </Button>
          <span className="text-sm text-muted tabular">{words.page(page, pages)}</span>
          <Button icon={ChevronRight} disabled={page >= pages} onClick={() => onPage(page + 1)}>
            {words.older}
          </Button>
        </nav>
      )}
    </>
  );
}

function LessonTable({
  lessons,
  onChanged,
}: {
  readonly lessons: readonly PastLesson[];
  readonly onChanged: () => void;
}) {
  const { list: words, replay } = useWords('review').review;
  return (
    <DataTable
      caption={words.title}
      rows={lessons}
      rowKey={(lesson) => lesson.id}
      columns={[
        {
          id: 'lesson',
          head: words.lesson,
          cell: (lesson) => (
            <div className="min-w-0">
              <Link href={`/sessions/${lesson.id}`} className="font-semibold hover:underline">
                {lesson.classroom}
              </Link>
              <p className="font-normal text-muted">
                <When at={lesson.startedAt} />
              </p>
              <p className="mt-1 flex flex-wrap gap-1 empty:hidden">
                {lesson.endedAt === null ? <Badge tone="newborn">{words.running}</Badge> : null}
                {lesson.anonymised ? <Badge>{words.withoutNames}</Badge> : null}
                {lesson.replayable ? null : <Badge>{words.olderEngine}</Badge>}
                {lesson.found.map((name) => (
                  <Badge key={name} tone="accent">
                    {name}
                  </Badge>
                ))}
              </p>
            </div>
          ),
        },
        {
          id: 'lasted',
          head: words.lasted,
          align: 'right',
          wideOnly: true,
          cell: ({ startedAt, endedAt }) => (endedAt === null ? '' : duration(endedAt - startedAt)),
        },
        {
          id: 'students',
          head: words.students,
          align: 'right',
          wideOnly: true,
          cell: ({ students }) => students,
        },
        {
          id: 'challenges',
          head: words.challenges,
          align: 'right',
          wideOnly: true,
          cell: ({ challenges }) => challenges,
        },
        {
          id: 'entries',
          head: words.entries,
          align: 'right',
          wideOnly: true,
          cell: ({ entries }) => entries,
        },
        {
          id: 'do',
          head: <span className="sr-only">{words.actions}</span>,
          align: 'right',
          cell: (lesson) => (
            <span className="-my-1 flex flex-wrap items-center justify-end gap-1">
              <ButtonLink href={`/sessions/${lesson.id}/replay`} size="sm" variant="quiet" icon={History}>
                {replay}
              </ButtonLink>
              <ButtonLink href={`/classes/${lesson.classroomId}`} size="sm" variant="quiet" icon={TrendingUp}>
                {words.progress}
              </ButtonLink>
              <LessonActions
                session={lesson.id}
                running={lesson.endedAt === null}
                anonymised={lesson.anonymised}
                replayable={lesson.replayable}
                onDeleted={onChanged}
                onAnonymised={onChanged}
              />
            </span>
          ),
        },
      ]}
    />
  );
}
