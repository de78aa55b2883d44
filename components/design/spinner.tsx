import { LoaderCircle } from 'lucide-react';

/** Something is under way; give it a text neighbour, it says nothing itself. */
export function Spinner() {
  return <LoaderCircle aria-hidden className="size-[1.15em] shrink-0 animate-spin" />;
}
