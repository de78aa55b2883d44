'use client';

import { ChartBar } from 'lucide-react';
import { useState } from 'react';
import { chosenOptions } from '../../classroom/marking.ts';
import type { Summary } from '../../classroom/protocol/challenge.ts';
import type { ChallengeState } from '../../classroom/protocol/state.ts';
import { markedOf } from '../../classroom/review/marked.ts';
import { spreadRows } from '../../classroom/review/question.ts';
import { spreadOf } from '../../classroom/review/spread.ts';
import type { HeapView } from '../../heap/index.ts';
import { Button } from '../design/button.tsx';
import { Meter } from '../design/meter.tsx';
import { useWords } from '../language/words.ts';
import { AnswerBars } from './answer-bars.tsx';
import { MarkedRound } from './marked-objects.tsx';
import { OptionLetter } from './option-letter.tsx';
import { Inline } from './question-text.tsx';

/** How often one option was chosen, and before the class talked it over. */
export function VoteBars({
  option,
  before,
  now,
  voters,
}: {
  readonly option: number;
  /** Null where there was one vote. */
  readonly before: number | null;
  readonly now: number;
  readonly voters: number;
}) {
  const { votes } = useWords('liveReveal').liveReveal;
  return (
    <span className="grid w-full grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-2 gap-y-1 pl-6.5 text-xs text-muted @lg:w-[42%] @lg:shrink-0 @lg:pl-0">
      {before === null ? null : (
        <Bar name={votes.first} option={option} count={before} voters={voters} fill="bg-edge" />
      )}
      <Bar
        name={before === null ? votes.chosen : votes.second}
        option={option}
        count={now}
        voters={voters}
        fill="bg-accent"
      />
    </span>
  );
}

function Bar({
  name,
  option,
  count,
  voters,
  fill,
}: {
  readonly name: string;
  readonly option: number;
  readonly count: number;
  readonly voters: number;
  readonly fill: string;
}) {
  const { votes } = useWords('liveReveal').liveReveal;
  return (
    <>
      <span>{name}</span>
      <Meter
        label={votes.option(name, option + 1)}
        value={count}
        max={voters}
        text={votes.of(count, voters)}
        fill={fill}
      />
      <span className="w-8 text-right tabular">{count}</span>
    </>
  );
}

/** What talking it over did, for the class as a whole. */
export function VotesCompared({ summary }: { readonly summary: Summary }) {
  const { votes } = useWords('liveReveal').liveReveal;
  const { rightFirst, right, answered } = summary;
  if (rightFirst === null || right === null) return null;
  return (
    <section aria-label={votes.compared} className="flex flex-col gap-1.5 text-sm">
      <h3 className="font-medium">{votes.comparedTitle}</h3>
      <span className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-2 gap-y-1 text-xs text-muted">
        <span>{votes.first}</span>
        <Meter label={votes.rightFirst} value={rightFirst} max={answered} fill="bg-edge" />
        <span className="w-8 text-right tabular">{rightFirst}</span>
        <span>{votes.second}</span>
        <Meter label={votes.rightSecond} value={right} max={answered} fill="bg-newborn" />
        <span className="w-8 text-right tabular">{right}</span>
      </span>
    </section>
  );
}

/** What students wrote in their own words; only the teacher is given it, and not by whom. */
export function OwnWords({ challenge }: { readonly challenge: ChallengeState }) {
  const { liveReveal } = useWords('liveReveal');
  const texts = challenge.answers.flatMap(({ member, answer }) =>
    answer?.kind === 'text' ? [{ member, text: answer.text }] : [],
  );
  if (texts.length === 0) return null;
  return (
    <section aria-label={liveReveal.ownWords}>
      <h3 className="text-sm font-medium">{liveReveal.ownWords}</h3>
      <ul className="mt-2 flex flex-col gap-1.5">
        {texts.map(({ member, text }) => (
          <li
            key={member}
            className="rounded-lg border border-line bg-sunken px-3 py-2 text-sm whitespace-pre-wrap wrap-anywhere"
          >
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}

const MOST_SO_FAR = 8;

/** For the teacher before the reveal: what there is to choose, and on demand whether a second vote is worth it. */
export function VotesSoFar({
  challenge,
  heap,
}: {
  readonly challenge: ChallengeState;
  readonly heap: HeapView;
}) {
  const { votes } = useWords('liveReveal').liveReveal;
  const [shown, setShown] = useState(false);
  const { challenge: body, answers } = challenge;
  const form = body.kind === 'question' ? body.answer : null;
  const known = answers.flatMap(({ answer }) => (answer === undefined ? [] : [answer]));
  const firsts = answers.flatMap(({ first }) => (first === undefined ? [] : [first]));
  const counts = chosenOptions(form, known);
  const before = challenge.vote === 2 ? chosenOptions(form, firsts) : null;
  const options = form?.form === 'one' || form?.form === 'several' ? form.options : [];
  // Without the truth: what is right is not for a screen that may be projected.
  const given = answers.flatMap(({ answer, first }) => (answer === undefined ? [] : [{ answer, first }]));
  const spread = spreadOf(given, null, challenge.vote === 2);
  const marked = markedOf(body, given, null, challenge.vote === 2);
  if (options.length === 0 && spread === null && (form?.form !== 'text' || known.length === 0)) return null;
  return (
    <div className="mt-3 flex flex-col gap-3">
      {options.length === 0 ? null : (
        <ol className="flex flex-col gap-2 text-ink">
          {options.map((option, index) => (
            <li key={option} className="flex flex-col gap-1">
              <span className="flex items-center gap-2">
                <OptionLetter index={index} />
                <span className="min-w-0">
                  <Inline text={option} />
                </span>
              </span>
              {shown && known.length > 0 ? (
                <VoteBars
                  option={index}
                  before={before?.[index] ?? null}
                  now={counts?.[index] ?? 0}
                  voters={known.length}
                />
              ) : null}
            </li>
          ))}
        </ol>
      )}
      {shown && spread !== null ? (
        <AnswerBars
          challenge={challenge}
          answers={spreadRows(challenge, spread)}
          of={known.length}
          most={MOST_SO_FAR}
          heap={heap}
        />
      ) : null}
      {shown && marked !== null ? (
        <MarkedRound challenge={challenge} truth={null} marked={marked} of={known.length} heap={heap} />
      ) : null}
      {shown && form?.form === 'text' ? <OwnWords challenge={challenge} /> : null}
      {known.length === 0 ? null : (
        <div>
          {/* Not by itself: this screen may be the one that is projected. */}
          <Button size="sm" aria-expanded={shown} icon={ChartBar} onClick={() => setShown(!shown)}>
            {shown ? votes.hide : votes.soFar}
          </Button>
        </div>
      )}
    </div>
  );
}
