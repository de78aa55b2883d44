'use client';

import { Check } from 'lucide-react';
import type { Answer } from '../../classroom/protocol/challenge.ts';
import type { ChallengeState } from '../../classroom/protocol/state.ts';
import { type AnswerRow, type AnswerRows, isRowOf, shortened } from '../../classroom/review/question.ts';
import type { HeapView } from '../../heap/index.ts';
import { usePictureHeap } from '../deck/heap-picture.tsx';
import { Badge } from '../design/badge.tsx';
import { classes } from '../design/classes.ts';
import { useWords } from '../language/words.ts';
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
  const { given: words, goneObject } = useWords('liveReveal').liveReveal;
  const { challenge: body } = challenge;
  const picture = usePictureHeap(body.kind === 'question' ? body.picture : undefined);
  const { rows, near, rest } = shortened(answers, most);
  const called = calledOn(challenge, picture?.toPoint ?? heap, goneObject);
  const textOf = ({ text, serial }: AnswerRow) => (serial === null ? text : called(serial));
  const longest = Math.max(...rows.map((row) => textOf(row).length));
  const short = longest <= SHORT && rows.every(({ belief }) => belief === null) ? longest : null;
  const voted = rows.some(({ before }) => before !== null);
  return (
    <div className="flex flex-col gap-2.5">
      <h3 className="text-sm font-medium">
        {body.kind === 'round' ? words.returned(`gc.collect(${body.generation})`) : words.title}
        {voted ? <span className="font-normal text-muted"> {words.votes}</span> : null}
      </h3>
      <ul aria-label={words.title} className={classes('flex flex-col', short === null ? 'gap-2.5' : 'gap-1')}>
        {rows.map((row) => (
          <Bar
            key={`${row.serial} ${row.text}`}
            row={row}
            text={textOf(row)}
            of={of}
            short={short}
            mine={mine !== null && isRowOf(body, mine, row)}
          />
        ))}
      </ul>
      {near.values === 0 ? null : <p className="text-sm text-muted">{words.near(near.values, near.count)}</p>}
      {rest.values === 0 ? null : <p className="text-sm text-muted">{words.rest(rest.values, rest.count)}</p>}
    </div>
  );
}

function Bar({
  row,
  text,
  of,
  mine,
  short,
}: {
  readonly row: AnswerRow;
  readonly text: string;
  readonly of: number;
  readonly mine: boolean;
  /** All answers have so few characters that their bars stand beside them; null where they stand below. */
  readonly short: number | null;
}) {
  const { given: words, your } = useWords('liveReveal').liveReveal;
  const width = (n: number) => ({ width: `${of === 0 ? 0 : (100 * n) / of}%` });
  const right = row.right === true;
  const badges =
    row.near || mine ? (
      <>
        {row.near ? <Badge tone="newborn">{words.within}</Badge> : null}
        {mine ? <Badge tone={right ? 'newborn' : 'leaked'}>{your}</Badge> : null}
      </>
    ) : null;
  const bars = (
    <span aria-hidden className="flex min-w-0 flex-1 flex-col gap-0.5 self-center rounded-full bg-sunken">
      {row.before === null ? null : (
        <span
          className="h-1 rounded-full bg-edge/50 print:border print:border-line"
          style={width(row.before)}
        />
      )}
      <span
        className={classes('h-2 rounded-full', right ? 'bg-newborn' : 'bg-edge')}
        style={width(row.count)}
      />
    </span>
  );
  return (
    <li>
      <div className="flex items-baseline gap-2 text-sm">
        {right ? (
          <Check aria-label={words.right} className="size-4 shrink-0 self-center text-newborn-ink" />
        ) : short === null ? null : (
          <span className="w-4 shrink-0" />
        )}
        <span
          className={classes(
            'tabular',
            short === null ? 'line-clamp-6 min-w-0 flex-1 whitespace-pre-wrap wrap-anywhere' : 'shrink-0',
            right && 'font-medium',
          )}
          {...(short === null ? {} : { style: { width: `${short}ch` } })}
        >
          {text}
        </span>
        {short === null ? null : bars}
        {short === null ? badges : null}
        <span
          className={classes(
            'shrink-0 text-right tabular',
            short !== null && (row.before === null ? 'min-w-6' : 'min-w-16'),
          )}
        >
          {row.before === null ? null : <span className="text-muted">{row.before} → </span>}
          <span data-testid="count" className="font-semibold">
            {row.count}
          </span>
        </span>
      </div>
      {short === null ? <div className="mt-1 flex">{bars}</div> : null}
      {/* Not beside the bar: all bars have the same length to fill. */}
      {short === null || badges === null ? null : (
        <div className="mt-0.5 mb-1 flex gap-1.5 pl-6">{badges}</div>
      )}
      {row.belief === null || row.count === 0 ? null : (
        <p className="mt-0.5 text-xs text-muted">{words.belief(row.belief)}</p>
      )}
    </li>
  );
}
