'use client';

import { QrCode as QrIcon } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../language/words.ts';
import { spacedCode } from './classCode.ts';
import { JoinDialog } from './parts.tsx';

/** The code in the bar; pressed, it shows the way in. */
export function CodeButton({ code }: { readonly code: string }) {
  const { liveDoor } = useWords('liveDoor');
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-label={liveDoor.showCode(code)}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className="inline-flex min-h-8 cursor-pointer items-center gap-2 rounded-md bg-accent-soft px-2.5 font-mono text-sm font-medium text-accent-ink hover:bg-accent hover:text-on-accent"
      >
        {spacedCode(code)}
        <QrIcon aria-hidden className="size-4" />
      </button>
      {open ? <JoinDialog code={code} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
