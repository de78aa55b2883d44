import { Footprints, X } from 'lucide-react';
import { Button, IconButton } from '../design/button.tsx';

/** Offered to who is here for the first time. */
export function TourInvitation({
  onTake,
  onDecline,
}: {
  readonly onTake: () => void;
  readonly onDecline: () => void;
}) {
  return (
    <aside
      aria-label="Tour"
      className="flex shrink-0 items-center gap-3 border-b border-line bg-accent-soft px-4 py-2 text-sm"
    >
      <p className="min-w-0 flex-1">
        <strong className="font-semibold">New here?</strong>{' '}
        <span className="text-muted">Six stops, one minute: what you see, and how to move it.</span>
      </p>
      <Button size="sm" variant="primary" icon={Footprints} onClick={onTake}>
        Show me
      </Button>
      <IconButton size="sm" icon={X} label="No tour, thanks" onClick={onDecline} />
    </aside>
  );
}
