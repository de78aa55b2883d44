'use client';

import { Download } from 'lucide-react';
import { useState } from 'react';
import { FORMAT_NAMES, FORMATS, type Format, makeDeck } from '../../classroom/deck/formats.ts';
import type { Deck } from '../../classroom/protocol/deck.ts';
import { Button } from '../design/button.tsx';
import { ChoiceCards } from '../design/choices.tsx';
import { CopyButton } from '../design/copy-button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { fileName } from './file-name.ts';
import { ProblemList } from './problem-list.tsx';

const HINTS: Readonly<Record<Format, string>> = {
  deck: 'Everything, as JSON. Comes back here unchanged.',
  gift: 'For the question bank of Moodle.',
  aiken: 'Plain text with one right option each; other questions are left out.',
};

const ENDINGS: Readonly<Record<Format, string>> = {
  deck: '.deck.json',
  gift: '.gift.txt',
  aiken: '.aiken.txt',
};
const TYPES: Readonly<Record<Format, string>> = {
  deck: 'application/json',
  gift: 'text/plain',
  aiken: 'text/plain',
};

export interface ExportDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly deck: Deck;
}

/** A deck as a file, after one has seen what the format cannot hold. */
export function ExportDialog({ open, onOpenChange, deck }: ExportDialogProps) {
  const [format, setFormat] = useState<Format>('deck');
  if (!open) return null;
  const { text, lost } = makeDeck(deck, format);
  const download = () => {
    const address = URL.createObjectURL(new Blob([text], { type: TYPES[format] }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${fileName(deck.title)}${ENDINGS[format]}`;
    link.click();
    // The download has begun by the next task; the address is not needed longer.
    setTimeout(() => URL.revokeObjectURL(address), 0);
    onOpenChange(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="lg"
      title={`Export “${deck.title}”`}
      footer={
        <>
          {text === '' ? null : <CopyButton text={text}>Copy the text</CopyButton>}
          <Button variant="primary" icon={Download} disabled={text === ''} onClick={download}>
            Download
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <ChoiceCards
          label="Format"
          value={format}
          onChange={setFormat}
          options={FORMATS.map((one) => ({ value: one, label: FORMAT_NAMES[one], hint: HINTS[one] }))}
        />
        {lost.length === 0 ? (
          <p className="text-sm text-muted">This format holds everything in this deck.</p>
        ) : (
          <ProblemList
            tone="warning"
            title={format === 'deck' ? 'Unfinished questions' : 'Not in the file'}
            problems={lost}
          />
        )}
      </div>
    </Dialog>
  );
}
