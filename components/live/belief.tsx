import { Lightbulb } from 'lucide-react';

/** An idea that wrong answers come from, and whose they are. */
export function Belief({ belief, children }: { readonly belief: string; readonly children: string }) {
  return (
    <p data-testid="belief" className="flex gap-2.5 rounded-lg bg-mine-soft px-3 py-2.5 text-sm">
      <Lightbulb aria-hidden className="mt-0.5 size-4 shrink-0 text-mine-ink" />
      <span>
        <strong>{belief}</strong> <span className="text-muted">{children}</span>
      </span>
    </p>
  );
}
