'use client';

import { CopyButton } from '../design/copy-button.tsx';
import { useWords } from '../language/words.ts';
import { spacedCode } from './classCode.ts';
import { QrCode } from './qr-code.tsx';

function joinAddress(code: string): string {
  return `${location.origin}/c/${code}`;
}

/** Code, address and QR code of the class, as on a wall. */
export function Share({ code, large = false }: { readonly code: string; readonly large?: boolean }) {
  const { liveDoor } = useWords('liveDoor');
  const address = joinAddress(code);
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
      <QrCode text={address} className={large ? 'size-56' : 'size-32'} />
      <div className="min-w-0">
        <p className="text-sm text-muted">{liveDoor.classCode}</p>
        <p className="font-mono text-4xl font-medium tracking-wide">{spacedCode(code)}</p>
        <p className="mt-1 text-sm wrap-anywhere text-muted">{address}</p>
        <div className="mt-3">
          <CopyButton text={address} size="sm">
            {liveDoor.copyLink}
          </CopyButton>
        </div>
      </div>
    </div>
  );
}
