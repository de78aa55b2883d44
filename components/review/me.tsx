'use client';

import { Check, CircleDashed, History, Lightbulb, UserRound, X } from 'lucide-react';
import { ButtonLink } from '../design/button.tsx';
import { Empty } from '../design/empty.tsx';
import { Panel } from '../design/panel.tsx';
import { Spinner } from '../design/spinner.tsx';
import { Page, TopBar } from '../design/top-bar.tsx';
import { Sentence } from '../language/sentence.tsx';
import { useWords } from '../language/words.ts';
import { Refused } from '../live/message.tsx';
import { QuestionText } from '../live/question-text.tsx';
import { When } from '../teach/when.tsx';
import { askOwnLessons, type OwnLesson } from './past.ts';
import { useAsked } from './use-asked.ts';

/** A student's own results, known by the cookie of this browser. */
export function Me() {
  const words = useWords('review').review.me;
  const { answer, again } = useAsked(askOwnLessons);
  return (
    <>
      <TopBar title={words.title} />
      <Page>
        {answer === null ? (
          <p role="status" className="flex items-center gap-3 py-10 text-muted">
            <Spinner /> {words.fetching}
          </p>
        ) : answer.ok ? (
          <Own lessons={answer.value.lessons} />
        ) : (
          <Refused refusal={answer.refusal} onRetry={again} inPage />
        )}
      </Page>
    </>
  );
}

function Own({ lessons }: { readonly lessons: readonly OwnLesson[] }) {
  const words = useWords('review').review.me;
  if (lessons.length === 0) {
    return (
      <Empty
        icon={UserRound}
        title={words.none.title}
        action={<ButtonLink href="/">{words.join}</ButtonLink>}
      >
        {words.none.text}
      </Empty>
    );
  }
  const beliefs = beliefsToLookAt(lessons);
  return (
    <>
      <h2 className="text-2xl font-semibold tracking-tight">{words.yours}</h2>
      <p className="mt-1 text-muted">{words.about(lessons.length)}</p>
      {beliefs.length === 0 ? null : (
        <Panel title={words.again} className="mt-8">
          <p className="text-sm text-muted">{words.ideas}</p>
          <ul className="mt-3 flex flex-col gap-2">
            {beliefs.map((belief) => (
              <li key={belief} className="flex gap-2.5">
                <Lightbulb aria-hidden className="mt-0.5 size-4 shrink-0 text-mine-ink" />
                {belief}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <div className="mt-8 flex flex-col gap-6">
        {lessons.map((lesson) => (
          <Lesson key={lesson.id} lesson={lesson} />
        ))}
      </div>
    </>
  );
}

function beliefsToLookAt(lessons: readonly OwnLesson[]): string[] {
  return [...new Set(lessons.flatMap(({ answers }) => answers.flatMap(({ beliefs }) => beliefs)))];
}

function Lesson({ lesson }: { readonly lesson: OwnLesson }) {
  const { replay, rightOf, me: words } = useWords('review').review;
  const { id, classroom, startedAt, name, points, correct, answered, statements, answers } = lesson;
  return (
    <Panel
      title={classroom}
      hint={<Sentence of={words.as(<When at={startedAt} />, name)} />}
      actions={
        <ButtonLink href={`/sessions/${id}/replay`} size="sm" variant="quiet" icon={History}>
          {replay}
        </ButtonLink>
      }
    >
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        <Figure label={words.points} value={points} />
        <Figure label={words.right} value={rightOf(correct, answered)} />
        <Figure label={words.statements} value={statements} />
      </dl>
      {answers.length === 0 ? null : (
        <ol className="mt-4 flex flex-col divide-y divide-line border-t border-line">
          {answers.map((answer) => (
            <li key={answer.number} className="flex gap-3 py-3">
              <Right correct={answer.correct} />
              <div className="min-w-0 flex-1">
                <QuestionText text={answer.question} />
                <p className="mt-2 text-sm">
                  <span className="text-muted">{words.yourAnswer} </span>
                  <span className="whitespace-pre-wrap wrap-anywhere">{answer.answer}</span>
                </p>
                {answer.correct === true || (answer.rightAnswer ?? '') === '' ? null : (
                  <p className="mt-1 text-sm">
                    <span className="text-muted">{words.rightAnswer[answer.kind]} </span>
                    <span className="wrap-anywhere">{answer.rightAnswer}</span>
                  </p>
                )}
                {answer.explanation === null || answer.explanation === '' ? null : (
                  <QuestionText text={answer.explanation} className="mt-1 text-sm text-muted" />
                )}
              </div>
              <p className="text-sm text-muted tabular">{answer.points}</p>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Right({ correct }: { readonly correct: boolean | null }) {
  const Icon = correct === null ? CircleDashed : correct ? Check : X;
  const { marks } = useWords('review').review.me;
  const words = correct === null ? marks.none : correct ? marks.right : marks.wrong;
  return (
    <span
      className={correct === true ? 'text-newborn-ink' : correct === false ? 'text-danger' : 'text-faint'}
    >
      <Icon aria-hidden className="mt-0.5 size-5" />
      <span className="sr-only">{words}</span>
    </span>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: string | number }) {
  return (
    <div>
      <dt className="text-xs text-faint">{label}</dt>
      <dd className="text-xl font-semibold tabular">{value}</dd>
    </div>
  );
}
