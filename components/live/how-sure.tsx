import type { Confidence } from '../../classroom/protocol/challenge.ts';
import { Segmented } from '../design/choices.tsx';
import { useWords } from '../language/words.ts';

/** [SC5] Beside an answer, where the teacher asks for it. */
export function HowSure({
  value,
  onChange,
}: {
  readonly value: Confidence;
  readonly onChange: (value: Confidence) => void;
}) {
  const { liveAnswer } = useWords('liveAnswer');
  const sure: readonly { value: `${Confidence}`; label: string }[] = [
    { value: '1', label: liveAnswer.sure.guess },
    { value: '2', label: liveAnswer.sure.fairly },
    { value: '3', label: liveAnswer.sure.certain },
  ];
  return (
    <div className="flex flex-wrap items-center gap-3 text-sm">
      <span className="font-medium">{liveAnswer.howSure}</span>
      <Segmented
        label={liveAnswer.howSure}
        value={`${value}`}
        onChange={(chosen) => onChange(chosen === '3' ? 3 : chosen === '2' ? 2 : 1)}
        options={sure}
      />
    </div>
  );
}
