import type { ChallengeState } from '../../classroom/protocol/state.ts';
import { type QuestionReview, reviewQuestion } from '../../classroom/review/question.ts';
import { useWords } from '../language/words.ts';
import { AnswerBars } from '../live/answer-bars.tsx';
import { Belief } from '../live/belief.tsx';
import { MarkedRound } from '../live/marked-objects.tsx';

const MOST_ROWS = 8;

/** The teacher's view of one challenge: how often each answer came, what changed, and the idea that most share. */
export function QuestionReviewed({ challenge }: { readonly challenge: ChallengeState }) {
  const { question: words, answers } = useWords('review').review;
  const review = reviewQuestion(challenge, answers);
  if (review === null || review.answered === 0) return null;
  const [belief] = review.beliefs;
  return (
    <div className="mt-4 flex flex-col gap-4 border-t border-line pt-4">
      <AnswerBars challenge={challenge} answers={review} of={review.answered} most={MOST_ROWS} />
      {challenge.truth?.kind === 'round' ? (
        <MarkedRound
          challenge={challenge}
          truth={challenge.truth}
          marked={review.marked}
          of={review.answered}
        />
      ) : null}
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
