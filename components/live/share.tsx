'use client';

import { QrCode as QrIcon } from 'lucide-react';
import { useState } from 'react';
import { CopyButton } from '../design/copy-button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { spacedCode } from './classCode.ts';
import { QrCode } from './qr-code.tsx';

function joinAddress(code: string): string {
  return `${location.origin}/c/${code}`;
}

/** Code, address and QR code of the class, as on a wall. */
export function Share({ code, large = false }: { readonly code: string; readonly large?: boolean }) {
  const address = joinAddress(code);
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
      <QrCode text={address} className={large ? 'size-56' : 'size-32'} />
      <div className="min-w-0">
        <p className="text-sm text-muted">Class code</p>
        <p className="font-mono text-4xl font-medium tracking-wide">{spacedCode(code)}</p>
        <p className="mt-1 text-sm wrap-anywhere text-muted">{address}</p>
        <div className="mt-3">
          <CopyButton text={address} size="sm">
            Copy link
          </CopyButton>
        </div>
      </div>
    </div>
  );
}

/** The code in the bar; pressed, it shows the way in. */
export function CodeButton({ code }: { readonly code: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-label={`Class code ${code}: show QR code and link`}
        onClick={() => setOpen(true)}
        className="inline-flex min-h-8 cursor-pointer items-center gap-2 rounded-md bg-accent-soft px-2.5 font-mono text-sm font-medium text-accent-ink hover:bg-accent hover:text-on-accent"
      >
        {spacedCode(code)}
        <QrIcon aria-hidden className="size-4" />
      </button>
      <Dialog open={open} onOpenChange={setOpen} title="Join this class">
        <Share code={code} large />
      </Dialog>
    </>
  );
}
