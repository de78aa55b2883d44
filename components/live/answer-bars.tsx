'use client';

import type { Answer } from '../../classroom/protocol/challenge.ts';
import type { ChallengeState } from '../../classroom/protocol/state.ts';
import { type AnswerRow, type AnswerRows, isRowOf, shortened } from '../../classroom/review/question.ts';
import type { HeapView } from '../../heap/index.ts';
import { usePictureHeap } from '../deck/heap-picture.tsx';
import { Badge } from '../design/badge.tsx';
import { classes } from '../design/classes.ts';
import { useWords } from '../language/words.ts';
import { AnswerBar } from './answer-bar.tsx';
import { calledOn } from './object-words.ts';

export interface AnswerBarsProps {
  readonly challenge: ChallengeState;
  readonly answers: AnswerRows;
  /** How many answered. */
  readonly of: number;
  /** So many wrong answers are listed at most; the others are counted. */
  readonly most: number;
  /** The reader's own. */
  readonly mine?: Answer | null;
  /** Where objects are that nothing is written down of yet. */
  readonly heap?: HeapView | null;
}

/** As a number is. */
const SHORT = 9;

/** How often each answer came, what is right first, and of nobody in particular: in class and when it is reviewed. */
export function AnswerBars({ challenge, answers, of, most, mine = null, heap = null }: AnswerBarsProps) {
  const { given: words, goneObject, your } = useWords('liveReveal').liveReveal;
  const { challenge: body } = challenge;
  const picture = usePictureHeap(body.kind === 'question' ? body.picture : undefined);
  const { rows, near, rest } = shortened(answers, most);
  const called = calledOn(challenge, picture?.toPoint ?? heap, goneObject);
  const textOf = ({ text, serial }: AnswerRow) => (serial === null ? text : called(serial));
  const longest = Math.max(...rows.map((row) => textOf(row).length));
  const short = longest <= SHORT && rows.every(({ belief }) => belief === null) ? longest : null;
  const voted = rows.some(({ before }) => before !== null);
  const badgesOf = ({ near: within, right }: AnswerRow, own: boolean) =>
    within || own ? (
      <>
        {within ? <Badge tone="newborn">{words.within}</Badge> : null}
        {own ? <Badge tone={right === true ? 'newborn' : 'leaked'}>{your}</Badge> : null}
      </>
    ) : null;
  return (
    <div className="flex flex-col gap-2.5">
      <h3 className="text-sm font-medium">
        {body.kind === 'round' ? words.returned(`gc.collect(${body.generation})`) : words.title}
        {voted ? <span className="font-normal text-muted"> {words.votes}</span> : null}
      </h3>
      <ul aria-label={words.title} className={classes('flex flex-col', short === null ? 'gap-2.5' : 'gap-1')}>
        {rows.map((row) => (
          <AnswerBar
            key={`${row.serial} ${row.text}`}
            text={textOf(row)}
            right={row.right}
            count={row.count}
            before={row.before}
            of={of}
            short={short}
            badges={badgesOf(row, mine !== null && isRowOf(body, mine, row))}
          >
            {row.belief === null || row.count === 0 ? null : (
              <p className="mt-0.5 text-xs text-muted">{words.belief(row.belief)}</p>
            )}
          </AnswerBar>
        ))}
      </ul>
      {near.values === 0 ? null : <p className="text-sm text-muted">{words.near(near.values, near.count)}</p>}
      {rest.values === 0 ? null : <p className="text-sm text-muted">{words.rest(rest.values, rest.count)}</p>}
    </div>
  );
}
