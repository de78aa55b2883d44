import { Button } from '../design/button.tsx';
import { Segmented } from '../design/choices.tsx';
import type { Marking } from './marking.ts';

/** Above a picture of the heap in which objects are chosen: what choosing means, and how far one is. */
export function MarkingBar({ marking: { says, modes, actions = [] } }: { readonly marking: Marking }) {
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 bg-accent-soft px-4 py-2 text-sm text-accent-ink">
      {modes === undefined ? null : (
        <Segmented
          label={modes.label}
          size="sm"
          value={modes.value}
          onChange={modes.onChange}
          options={modes.options}
        />
      )}
      <p role="status" className="min-w-0 flex-1 basis-56">
        {says}
      </p>
      {actions.map(({ label, onSelect }) => (
        <Button key={label} size="sm" onClick={onSelect}>
          {label}
        </Button>
      ))}
    </div>
  );
}
