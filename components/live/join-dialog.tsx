'use client';

import { Dialog } from '../design/dialog.tsx';
import { Share } from './share.tsx';

/** The way into the class, large. */
export function JoinDialog({ code, onClose }: { readonly code: string; readonly onClose: () => void }) {
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Join this class">
      <Share code={code} large />
    </Dialog>
  );
}
