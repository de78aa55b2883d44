import { type Problem, problemWords } from '../../classroom/deck/problem.ts';
import { Notice } from '../design/notice.tsx';
import { useWords } from '../language/words.ts';

const MOST = 12;

/** Problems with their places; the first ones, where there are many. */
export function ProblemList({
  tone,
  title,
  problems,
}: {
  readonly tone: 'warning' | 'error' | 'info';
  readonly title: string;
  readonly problems: readonly Problem[];
}) {
  const words = useWords('deck').deck.import;
  const more = problems.length - MOST;
  return (
    <Notice tone={tone} title={title}>
      <ul className="mt-1 flex max-h-64 list-disc flex-col gap-0.5 overflow-auto pl-4">
        {problems.slice(0, MOST).map((problem) => (
          <li key={problemWords(problem)} className="wrap-anywhere">
            {problem.where === '' ? null : (
              <strong className="font-semibold text-ink">{problem.where}: </strong>
            )}
            {problem.says}
          </li>
        ))}
        {more > 0 ? <li>{words.more(more)}</li> : null}
      </ul>
    </Notice>
  );
}
