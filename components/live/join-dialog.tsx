'use client';

import { Dialog } from '../design/dialog.tsx';
import { useWords } from '../language/words.ts';
import { Share } from './share.tsx';

/** The way into the class, large. */
export function JoinDialog({ code, onClose }: { readonly code: string; readonly onClose: () => void }) {
  const { liveDoor } = useWords('liveDoor');
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={liveDoor.joinThis}>
      <Share code={code} large />
    </Dialog>
  );
}
