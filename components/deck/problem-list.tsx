import type { Spot } from '../../classroom/deck/jsonPlace.ts';
import { type Problem, problemWords } from '../../classroom/deck/problem.ts';
import { Notice } from '../design/notice.tsx';
import { useWords } from '../language/words.ts';

const MOST = 12;

/** Problems with their places; the first ones, where there are many. */
export function ProblemList({
  tone,
  title,
  problems,
  onGoTo,
}: {
  readonly tone: 'warning' | 'error' | 'info';
  readonly title: string;
  readonly problems: readonly Problem[];
  /** Shows a place in the text that was read. */
  readonly onGoTo?: (spot: Spot) => void;
}) {
  const { import: words, files } = useWords('deck').deck;
  const more = problems.length - MOST;
  return (
    <Notice tone={tone} title={title}>
      <ul className="mt-1 flex max-h-64 list-disc flex-col gap-0.5 overflow-auto pl-4">
        {problems.slice(0, MOST).map((problem) => (
          <li key={problemWords(problem)} className="wrap-anywhere">
            <Place problem={problem} onGoTo={onGoTo} line={files.line} />
            {problem.says}
          </li>
        ))}
        {more > 0 ? <li>{words.more(more)}</li> : null}
      </ul>
    </Notice>
  );
}

function Place({
  problem: { where, spot },
  onGoTo,
  line,
}: {
  readonly problem: Problem;
  readonly onGoTo: ((spot: Spot) => void) | undefined;
  readonly line: (line: number) => string;
}) {
  const inLine = spot === undefined ? '' : line(spot.line);
  // "Line 3, column 7" says it already, "Question 2, option 3" does not.
  const text = where === '' ? inLine : where.startsWith(inLine) ? where : `${where} (${inLine})`;
  if (text === '') return null;
  if (spot === undefined || onGoTo === undefined)
    return <strong className="font-semibold text-ink">{text}: </strong>;
  return (
    <>
      <button
        type="button"
        onClick={() => onGoTo(spot)}
        className="cursor-pointer font-semibold text-ink underline decoration-dotted underline-offset-2 hover:decoration-solid"
      >
        {text}
      </button>
      {': '}
    </>
  );
}
