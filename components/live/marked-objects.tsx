'use client';

import { Check, CircleDashed, X } from 'lucide-react';
import { useId, useState } from 'react';
import type { Answer, Marked, Tally, Truth } from '../../classroom/protocol/challenge.ts';
import type { ChallengeState } from '../../classroom/protocol/state.ts';
import type { Called } from '../../classroom/review/objectNames.ts';
import type { HeapView, Serial } from '../../heap/index.ts';
import { Badge } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { useWords } from '../language/words.ts';
import { AnswerBar } from './answer-bar.tsx';
import { foldedTo, type MarkedLine, type MarkedPart, markedLines } from './marked-lines.ts';
import { calledOn } from './object-words.ts';

export interface MarkedRoundProps {
  readonly challenge: ChallengeState;
  /** Null while it must not be said what is right. */
  readonly truth: Extract<Truth, { kind: 'round' }> | null;
  /** The reader's own. */
  readonly answer?: Answer | null;
  /** Null for lessons in which the class was not told. */
  readonly marked: Marked | null;
  /** How many answered. */
  readonly of: number;
  /** Where objects are that nothing is written down of. */
  readonly heap?: HeapView | null;
}

/** What a round was about: which objects went and which moved, which were marked in vain, and how often each was. */
export function MarkedRound({ challenge, truth, answer = null, marked, of, heap = null }: MarkedRoundProps) {
  const { liveReveal } = useWords('liveReveal');
  const { challenge: body } = challenge;
  if (body.kind !== 'round') return null;
  const own = answer?.kind === 'round' ? answer : null;
  const called = calledOn(challenge, heap, liveReveal.goneObject);
  const part = (as: 'freed' | 'moved') => (
    <MarkedObjects
      as={as}
      truth={truth?.[as] ?? null}
      own={own?.[as] ?? null}
      tally={marked?.[as] ?? null}
      of={of}
      called={called}
    />
  );
  return (
    <>
      {part('freed')}
      {truth !== null && truth.returned > truth.freed.length ? (
        <p className="text-sm text-muted">{liveReveal.parts}</p>
      ) : null}
      {body.generation === 2 ? null : part('moved')}
    </>
  );
}

interface MarkedObjectsProps {
  readonly as: 'freed' | 'moved';
  readonly truth: readonly Serial[] | null;
  readonly own: readonly Serial[] | null;
  readonly tally: Tally | null;
  readonly of: number;
  readonly called: Called;
}

/** Few enough for a phone and a wall; the others come on demand. */
const MOST_RIGHT = 8;
const MOST_OTHERS = 5;

function MarkedObjects({ as, truth, own, tally, of, called }: MarkedObjectsProps) {
  const { marks: words } = useWords('liveReveal').liveReveal;
  const [all, setAll] = useState(false);
  const id = useId();
  const parts = markedLines(truth, own ?? [], tally, called);
  const most = (n: number) => (all ? Number.POSITIVE_INFINITY : n);
  const right = foldedTo(parts.right, most(MOST_RIGHT));
  const others = foldedTo(parts.others, most(MOST_OTHERS));
  const more = parts.right.lines.length > MOST_RIGHT || parts.others.lines.length > MOST_OTHERS;
  const voted = tally?.rows.some(({ before }) => before !== null) === true;
  const title = truth === null ? words[as].so : words[as].title(truth.length);
  const bar = (line: MarkedLine, hit: boolean | null) => (
    <AnswerBar
      key={line.serial}
      text={line.name}
      mono
      right={hit}
      crossed={hit === false}
      count={line.count}
      before={line.before}
      of={of}
      badges={own === null || hit === null ? null : <Own mine={line.mine} hit={hit} />}
    />
  );
  const folded = ({ folded: { values, count } }: MarkedPart, say: (n: number, marks: number) => string) =>
    values === 0 ? null : <p className="text-sm text-muted">{say(values, count)}</p>;
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h3 id={id} className="text-sm font-medium">
        {title}
        {tally === null || tally.rows.length === 0 ? null : (
          <span className="font-normal text-muted"> {voted ? words.howOftenVoted : words.howOften}</span>
        )}
      </h3>
      {right.lines.length === 0 ? null : (
        <ul className="flex flex-col gap-2.5">{right.lines.map((line) => bar(line, true))}</ul>
      )}
      {folded(right, words.moreRight)}
      {truth === null || others.lines.length === 0 ? null : (
        <h4 className="mt-1 text-sm text-muted">{words[as].inVain}</h4>
      )}
      {others.lines.length === 0 ? null : (
        <ul className="flex flex-col gap-2.5">
          {others.lines.map((line) => bar(line, truth === null ? null : false))}
        </ul>
      )}
      {folded(others, words.moreOthers)}
      {tally === null || tally.none === 0 ? null : (
        <p className="text-sm text-muted">{words.nothing(tally.none)}</p>
      )}
      {more ? (
        <div className="print:hidden">
          <Button size="sm" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? words.fewer : words.all}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

/** Whether the reader marked it; nothing where others marked it in vain and the reader did not. */
function Own({ mine, hit }: { readonly mine: boolean; readonly hit: boolean }) {
  const { marks: words } = useWords('liveReveal').liveReveal;
  if (mine)
    return hit ? (
      <Badge tone="newborn" icon={Check}>
        {words.mine}
      </Badge>
    ) : (
      <Badge tone="leaked" icon={X}>
        {words.mine}
      </Badge>
    );
  return hit ? <Badge icon={CircleDashed}>{words.missed}</Badge> : null;
}
