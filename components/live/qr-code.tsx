'use client';

import { create } from 'qrcode';
import { useMemo } from 'react';
import { classes } from '../design/classes.ts';
import { useWords } from '../language/words.ts';

const QUIET = 2;

/** An address as a QR code: dark on white in both colour schemes, as cameras want it. */
export function QrCode({ text, className }: { readonly text: string; readonly className?: string }) {
  const { liveDoor } = useWords('liveDoor');
  const { size, path } = useMemo(() => {
    const { modules } = create(text, { errorCorrectionLevel: 'M' });
    const cells: string[] = [];
    for (let row = 0; row < modules.size; row++) {
      for (let column = 0; column < modules.size; column++) {
        if (modules.get(row, column)) cells.push(`M${column + QUIET} ${row + QUIET}h1v1h-1z`);
      }
    }
    return { size: modules.size + 2 * QUIET, path: cells.join('') };
  }, [text]);
  return (
    <svg
      role="img"
      aria-label={liveDoor.qrOf(text)}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={classes('rounded-lg bg-white', className)}
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
