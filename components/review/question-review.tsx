import { Check } from 'lucide-react';
import type { ChallengeState } from '../../classroom/protocol/state.ts';
import { type AnswerRow, type QuestionReview, reviewQuestion } from '../../classroom/review/question.ts';
import { classes } from '../design/classes.ts';
import { useWords } from '../language/words.ts';
import { Belief } from '../live/belief.tsx';

const MOST_ROWS = 8;

/** The teacher's view of one challenge: how often each answer came, what changed, and the idea that most share. */
export function QuestionReviewed({ challenge }: { readonly challenge: ChallengeState }) {
  const { question: words, answers } = useWords('review').review;
  const review = reviewQuestion(challenge, answers);
  if (review === null || review.answered === 0) return null;
  const [belief] = review.beliefs;
  const rows = review.rows.slice(0, MOST_ROWS);
  const more = review.rows.length - rows.length;
  return (
    <div className="mt-4 flex flex-col gap-4 border-t border-line pt-4">
      <ul aria-label={words.given} className="flex flex-col gap-2.5">
        {rows.map((row) => (
          <Bar key={row.text} row={row} of={review.answered} />
        ))}
      </ul>
      {more > 0 ? <p className="text-sm text-muted">{words.more(more)}</p> : null}
      {belief === undefined ? null : (
        <Belief belief={belief.belief}>{words.behind(belief.count, review.wrong)}</Belief>
      )}
      <Votes review={review} />
      {review.sure.length === 0 ? null : (
        <dl aria-label={words.howSure} className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
          {review.sure.map(({ sure, count, right }) => (
            <div key={sure} className="flex gap-1.5">
              <dt className="text-muted">{words.sure[sure]}:</dt>
              <dd className="tabular">{words.rightOf(right, count)}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function Bar({ row, of }: { readonly row: AnswerRow; readonly of: number }) {
  const words = useWords('review').review.question;
  const width = (n: number) => ({ width: `${of === 0 ? 0 : (100 * n) / of}%` });
  return (
    <li>
      <div className="flex items-baseline gap-2 text-sm">
        {row.right === true ? (
          <Check aria-label={words.right} className="size-4 shrink-0 self-center text-newborn-ink" />
        ) : null}
        <span className="line-clamp-3 min-w-0 flex-1 whitespace-pre-wrap">{row.text}</span>
        <span className="shrink-0 tabular">
          {row.before === null ? null : <span className="text-muted">{row.before} → </span>}
          <span data-testid="count" className="font-semibold">
            {row.count}
          </span>
        </span>
      </div>
      <div aria-hidden className="mt-1 flex flex-col gap-0.5">
        {row.before === null ? null : (
          <span
            className="h-1 rounded-full bg-edge/50 print:border print:border-line"
            style={width(row.before)}
          />
        )}
        <span
          className={classes('h-2 rounded-full', row.right === true ? 'bg-newborn' : 'bg-edge')}
          style={width(row.count)}
        />
      </div>
      {row.belief === null || row.count === 0 ? null : (
        <p className="mt-0.5 text-xs text-muted">{words.belief(row.belief)}</p>
      )}
    </li>
  );
}

function Votes({ review }: { readonly review: QuestionReview }) {
  const words = useWords('review').review.question;
  if (review.votes === null) return null;
  const { before, after, gained, lost } = review.votes;
  return (
    <p data-testid="votes" className="text-sm">
      <span className="tabular">{words.votes(before, after)}</span>{' '}
      <span className="text-muted">{words.moved(gained, lost)}</span>
    </p>
  );
}
