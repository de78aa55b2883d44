'use client';

import { Check, CircleDashed, History, X } from 'lucide-react';
import { useMemo } from 'react';
import type { ClassState } from '../../classroom/protocol/state.ts';
import { ButtonLink } from '../design/button.tsx';
import { Python } from '../design/code.tsx';
import { DataTable } from '../design/data-table.tsx';
import { Dialog } from '../design/dialog.tsx';
import { useWords } from '../language/words.ts';
import { nameOf } from '../live/members.ts';
import { hadScenario, useScenarioTitles } from '../scenario/use-titles.ts';
import { When } from '../teach/when.tsx';
import { headline, type LessonLog } from './lesson.ts';
import { type StudentAnswer, studentDid } from './students.ts';

/** One student's lesson: what they made, what they answered, and when. */
export function StudentDialog({
  log,
  state,
  member,
  onClose,
}: {
  readonly log: LessonLog;
  readonly state: ClassState;
  readonly member: string;
  readonly onClose: () => void;
}) {
  const spoken = useWords('review', 'replay', 'liveAnswer', 'livePeople');
  const { student: words, rightOf } = spoken.review;
  const did = useMemo(() => studentDid(log.entries, state, member, spoken), [log, state, member, spoken]);
  const score = state.scores.find((one) => one.member === member);
  const { session } = log;
  const titles = useScenarioTitles(hadScenario(did.entries));
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={nameOf(state, member, spoken)}
      size="lg"
      footer={
        <ButtonLink
          href={`/sessions/${session.id}/replay?person=${encodeURIComponent(member)}`}
          icon={History}
        >
          {words.replay}
        </ButtonLink>
      }
    >
      <dl className="flex flex-wrap gap-x-8 gap-y-3">
        <Figure label={words.points} value={score?.points ?? 0} />
        <Figure label={words.right} value={rightOf(score?.correct ?? 0, score?.answered ?? 0)} />
        <Figure label={words.statements} value={did.statements} />
        <Figure label={words.exceptions} value={did.exceptions} />
        {did.objects === null ? null : <Figure label={words.objects} value={did.objects} />}
      </dl>
      {did.answers.length === 0 ? null : (
        <div className="-mx-5 mt-5 border-y border-line">
          <DataTable
            caption={words.answers}
            rows={did.answers}
            rowKey={(answer) => answer.number}
            columns={[
              { id: 'what', head: words.challenge, cell: (answer) => answer.title },
              { id: 'answer', head: words.answer, cell: (answer) => <Given answer={answer} /> },
              { id: 'right', head: words.rightAnswer, wideOnly: true, cell: (answer) => answer.right },
              { id: 'points', head: words.points, align: 'right', cell: (answer) => answer.points },
            ]}
          />
        </div>
      )}
      <h3 className="mt-5 font-semibold">{words.timeLine}</h3>
      <ol aria-label={words.timeLine} className="mt-2 flex flex-col">
        {did.entries.map((entry) => (
          <li
            key={entry.seq}
            className="flex gap-3 py-1 text-sm [contain-intrinsic-size:auto_1.75rem] [content-visibility:auto]"
          >
            <span className="w-18 shrink-0 text-faint">
              <When at={entry.at} clock />
            </span>
            <span className="min-w-0 flex-1">
              {entry.kind === 'run' ? (
                <Python source={entry.source} className="line-clamp-3" />
              ) : (
                <span className="text-muted">{headline(entry, state, spoken.replay, titles)}</span>
              )}
              {entry.kind === 'run' && typeof entry.outcome?.raised === 'string' ? (
                <span className="block text-danger">{entry.outcome.raised.trim().split('\n').at(-1)}</span>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

function Given({ answer }: { readonly answer: StudentAnswer }) {
  const words = useWords('review').review.student;
  const { correct } = answer;
  const Icon = correct === null ? CircleDashed : correct ? Check : X;
  return (
    <span className="flex gap-2">
      <Icon
        aria-label={correct === null ? words.marks.none : correct ? words.marks.right : words.marks.wrong}
        className={
          correct === true
            ? 'mt-0.5 size-4 shrink-0 text-newborn-ink'
            : correct === false
              ? 'mt-0.5 size-4 shrink-0 text-danger'
              : 'mt-0.5 size-4 shrink-0 text-faint'
        }
      />
      <span className="min-w-0 whitespace-pre-wrap">
        {answer.answer}
        {answer.first === null || answer.first === answer.answer ? null : (
          <span className="block text-xs text-muted">{words.before(answer.first)}</span>
        )}
      </span>
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
