import { Footprints, X } from 'lucide-react';
import { Button, IconButton } from '../design/button.tsx';
import { useWords } from '../language/words.ts';

/** Offered to who is here for the first time. */
export function TourInvitation({
  onTake,
  onDecline,
}: {
  readonly onTake: () => void;
  readonly onDecline: () => void;
}) {
  const { tour } = useWords('tour');
  return (
    <aside
      aria-label={tour.title}
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-accent-soft px-4 py-2 text-sm"
    >
      <p className="min-w-40 flex-1">
        <strong className="font-semibold">{tour.newHere}</strong>{' '}
        <span className="text-muted">{tour.invitation}</span>
      </p>
      <Button size="sm" variant="primary" icon={Footprints} onClick={onTake}>
        {tour.take}
      </Button>
      <IconButton size="sm" icon={X} label={tour.decline} onClick={onDecline} />
    </aside>
  );
}
