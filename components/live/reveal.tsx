'use client';

import { Check } from 'lucide-react';
import { goalWords } from '../../classroom/goalPhrases.ts';
import type { Answer, Form, Mark } from '../../classroom/protocol/challenge.ts';
import type { ChallengeState } from '../../classroom/protocol/state.ts';
import { isRowOf, shortened, spreadRows } from '../../classroom/review/question.ts';
import type { HeapView } from '../../heap/index.ts';
import { HeapPicture, usePictureHeap } from '../deck/heap-picture.tsx';
import { Badge } from '../design/badge.tsx';
import { classes } from '../design/classes.ts';
import { PythonBlock } from '../design/code.tsx';
import { useWords } from '../language/words.ts';
import { AnswerBars } from './answer-bars.tsx';
import { answerWords, keyWords } from './answer-words.ts';
import { Belief } from './belief.tsx';
import { beliefOfClass, ownBeliefs } from './beliefs.ts';
import { MarkedRound } from './marked-objects.tsx';
import { calledOn } from './object-words.ts';
import { OptionLetter } from './option-letter.tsx';
import { Inline, QuestionText } from './question-text.tsx';
import { answerOf } from './round.ts';
import { OwnWords, VoteBars, VotesCompared } from './votes.tsx';

export interface RevealProps {
  readonly challenge: ChallengeState;
  /** Whose answer is compared; null for the class as a whole. */
  readonly me: string | null;
  readonly heap: HeapView | null;
  /** The reader's points stand elsewhere: here is only why. */
  readonly withoutPoints?: boolean;
  /** How often each option was chosen stands elsewhere. */
  readonly withoutVotes?: boolean;
  /** For whom the whole class is: shows what its most frequent wrong answer comes from. */
  readonly ofClass?: boolean;
}

/** What really happened, and what I had said. */
export function Reveal(props: RevealProps) {
  const { challenge, me, withoutPoints = false, withoutVotes = false, ofClass = false } = props;
  const { liveReveal } = useWords('liveReveal');
  const { truth, marks = [], summary } = challenge;
  if (truth === undefined) return null;
  const answered = summary?.answered ?? marks.length;
  const right = summary === undefined ? marks.filter((mark) => mark.correct).length : summary.right;
  const mine = marks.find((mark) => mark.member === me);
  const shared = ofClass ? beliefOfClass(challenge) : null;
  return (
    <div className="flex flex-col gap-4">
      {truth.kind === 'round' ? (
        <RoundTruth {...props} />
      ) : truth.kind === 'question' ? (
        <QuestionTruth {...props} />
      ) : (
        <TaskTruth challenge={challenge} me={me} />
      )}
      {mine === undefined ? null : (
        <Points mark={mine} withReasons={truth.kind !== 'question'} bare={withoutPoints} />
      )}
      {ownBeliefs(challenge, me).map((belief) => (
        <Belief key={belief} belief={belief}>
          {liveReveal.behindYours}
        </Belief>
      ))}
      {shared === null ? null : <Belief belief={shared.belief}>{liveReveal.behindMost(shared.count)}</Belief>}
      <p className="text-sm text-muted">
        {answered === 0
          ? liveReveal.nobody
          : right === null
            ? liveReveal.answered(answered)
            : liveReveal.fullyRight(right, answered)}
      </p>
      {summary === undefined || withoutVotes ? null : <VotesCompared summary={summary} />}
    </div>
  );
}

function Points({
  mark,
  withReasons,
  bare,
}: {
  readonly mark: Mark;
  readonly withReasons: boolean;
  readonly bare: boolean;
}) {
  const { liveReveal, reasons } = useWords('liveReveal', 'reasons');
  // Of two objects that look the same, and went for the same reason, one sentence is enough.
  const why = [...new Set(withReasons ? (mark.reasons ?? []).map(reasons.say) : [])];
  if (bare && why.length === 0) return null;
  return (
    <div
      className={classes(
        'rounded-xl border px-4 py-3',
        mark.correct === true ? 'border-newborn/40 bg-newborn-soft' : 'border-line-strong bg-sunken',
      )}
    >
      {bare ? (
        <h3 className="text-sm font-medium">{liveReveal.why}</h3>
      ) : mark.correct === null ? null : (
        <p className="text-2xl font-semibold tracking-tight tabular" data-testid="my-points">
          {mark.points}{' '}
          <span className="text-sm font-medium text-muted">{liveReveal.points(mark.points)}</span>
        </p>
      )}
      {why.length === 0 ? null : (
        <ul className="mt-1 flex flex-col gap-0.5 text-sm text-muted">
          {why.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Few enough for a phone and a wall; the teacher's review has more. */
const MOST_WRONG = 5;

/** Which numbers, orders or objects the class gave; options show it themselves, and words are the teacher's. */
function Given({ challenge, me, withoutVotes = false }: RevealProps) {
  const { summary } = challenge;
  if (summary?.spread == null || withoutVotes) return null;
  return (
    <AnswerBars
      challenge={challenge}
      answers={spreadRows(challenge, summary.spread)}
      of={summary.answered}
      most={MOST_WRONG}
      mine={answerOf(challenge, me)}
    />
  );
}

/** Whether the reader's own answer is marked among those of the class. */
function isMarked({ challenge, withoutVotes = false }: RevealProps, answer: Answer): boolean {
  const { challenge: body, summary } = challenge;
  if (summary?.spread == null || withoutVotes) return false;
  const told = shortened(spreadRows(challenge, summary.spread), MOST_WRONG);
  return told.rows.some((row) => isRowOf(body, answer, row));
}

function RoundTruth(props: RevealProps) {
  const { challenge, me, heap, withoutVotes = false } = props;
  const { liveReveal } = useWords('liveReveal');
  const { truth, summary, challenge: body } = challenge;
  if (truth?.kind !== 'round' || body.kind !== 'round') return null;
  const call = `gc.collect(${body.generation})`;
  return (
    <>
      <p className="font-mono text-lg">
        {call} <span className="text-faint">{liveReveal.returned}</span>{' '}
        <strong data-testid="returned">{truth.returned}</strong>
      </p>
      <Given {...props} />
      {withoutVotes && summary !== undefined && summary.answered > 0 ? null : (
        <MarkedRound
          challenge={challenge}
          truth={truth}
          answer={answerOf(challenge, me)}
          marked={summary?.marked ?? null}
          of={summary?.answered ?? 0}
          heap={heap}
        />
      )}
    </>
  );
}

function QuestionTruth(props: RevealProps) {
  const { challenge, me, heap: heapOfClass, withoutVotes = false, ofClass = false } = props;
  const words = useWords('liveReveal', 'liveAnswer');
  const { liveReveal } = words;
  const { truth, challenge: body } = challenge;
  const picture = usePictureHeap(body.kind === 'question' ? body.picture : undefined);
  const heap = picture?.toPoint ?? heapOfClass;
  if (truth?.kind !== 'question' || body.kind !== 'question') return null;
  const { key, explanation } = truth.solution;
  const answer = answerOf(challenge, me);
  const form = body.answer;
  const right = keyWords(form, key);
  const called = calledOn(challenge, heap, liveReveal.goneObject);
  return (
    <>
      <QuestionText text={body.prompt} />
      {picture === null ? null : <HeapPicture heap={picture.heap} />}
      {form.form === 'one' || form.form === 'several' ? (
        <Options challenge={challenge} form={form} answer={answer} withoutVotes={withoutVotes} />
      ) : key.form === 'object' ? (
        <ul className="flex flex-col gap-1.5 text-sm">
          {key.correct.map((serial) => (
            <li key={serial} className={classes(OPTION, 'border-newborn bg-newborn-soft')}>
              <Check aria-hidden className="size-4 shrink-0 text-newborn-ink" />
              <span className="font-mono wrap-anywhere">{called(serial)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className={classes(OPTION, 'border-newborn bg-newborn-soft')}>
          <Check aria-hidden className="size-4 shrink-0 text-newborn-ink" />
          <span className="font-medium">{right ?? liveReveal.noSingle}</span>
        </p>
      )}
      {answer === null || form.form === 'one' || form.form === 'several' || isMarked(props, answer) ? null : (
        <p className="text-sm">
          <span className="text-muted">{liveReveal.yourAnswer}</span>{' '}
          {answerWords(body, answer, words, called)}
        </p>
      )}
      <Given {...props} />
      {explanation === '' ? null : <QuestionText text={explanation} className="text-sm text-muted" />}
      {ofClass ? <OwnWords challenge={challenge} /> : null}
    </>
  );
}

const OPTION = 'flex items-center gap-2.5 rounded-lg border px-3 py-2 text-sm';

function Options({
  challenge,
  form,
  answer,
  withoutVotes,
}: {
  readonly challenge: ChallengeState;
  readonly form: Extract<Form, { form: 'one' | 'several' }>;
  readonly answer: Answer | null;
  readonly withoutVotes: boolean;
}) {
  const { liveReveal } = useWords('liveReveal');
  const key = challenge.truth?.kind === 'question' ? challenge.truth.solution.key : null;
  const correct = key?.form === 'one' ? [key.correct] : key?.form === 'several' ? key.correct : [];
  const chosen = answer?.kind === 'one' ? [answer.choice] : answer?.kind === 'several' ? answer.choices : [];
  const { summary } = challenge;
  const voters = summary?.answered ?? 0;
  return (
    <ol className="@container flex flex-col gap-1.5">
      {form.options.map((option, index) => {
        const right = correct.includes(index);
        return (
          <li
            key={option}
            className={classes(
              OPTION,
              'flex-wrap @lg:flex-nowrap @xl:text-base',
              right ? 'border-newborn bg-newborn-soft' : 'border-line',
            )}
          >
            {right ? (
              <Check aria-hidden className="size-4 shrink-0 text-newborn-ink" />
            ) : (
              <span className="w-4 shrink-0" />
            )}
            <OptionLetter index={index} />
            <span className="min-w-0 flex-1">
              <Inline text={option} />
              {right ? <span className="sr-only"> {liveReveal.right}</span> : null}
            </span>
            {chosen.includes(index) ? (
              <Badge tone={right ? 'newborn' : 'leaked'}>{liveReveal.your}</Badge>
            ) : null}
            {summary?.chosen == null || voters === 0 || withoutVotes ? null : (
              <VoteBars
                option={index}
                before={summary.chosenFirst?.[index] ?? null}
                now={summary.chosen[index] ?? 0}
                voters={voters}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}

function TaskTruth({ challenge, me }: Pick<RevealProps, 'challenge' | 'me'>) {
  const { deck } = useWords('deck');
  const { truth, challenge: body } = challenge;
  if (truth?.kind !== 'task' || body.kind !== 'task') return null;
  const answer = answerOf(challenge, me);
  return (
    <>
      <QuestionText text={body.prompt} />
      <ul className="list-disc pl-5 text-sm">
        {body.goals
          .map((goal) => goalWords(goal, deck.goals))
          .map((words) => (
            <li key={words}>{words}</li>
          ))}
      </ul>
      {answer?.kind === 'task' ? <PythonBlock source={answer.inputs.join('\n')} /> : null}
    </>
  );
}
