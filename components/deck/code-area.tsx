import { MAX } from '../../classroom/protocol/shapes.ts';
import { TextArea } from '../design/field.tsx';

const MOST_ROWS = 12;

/** Python of a question or a task: as high as its lines, within reason. */
export function CodeArea({
  label,
  hint,
  rows,
  value,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  /** At least so many. */
  readonly rows: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <TextArea
      label={label}
      hint={hint}
      rows={Math.min(MOST_ROWS, Math.max(rows, value.split('\n').length))}
      mono
      spellCheck={false}
      maxLength={MAX.prompt}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
