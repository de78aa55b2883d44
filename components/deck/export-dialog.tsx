'use client';

import { Download } from 'lucide-react';
import { useState } from 'react';
import { FORMATS, type Format, makeDeck } from '../../classroom/deck/formats.ts';
import type { Deck } from '../../classroom/protocol/deck.ts';
import { Button } from '../design/button.tsx';
import { ChoiceCards } from '../design/choices.tsx';
import { CopyButton } from '../design/copy-button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { useWords } from '../language/words.ts';
import { fileName } from './file-name.ts';
import { ProblemList } from './problem-list.tsx';

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
  const { export: words, formats, files, says } = useWords('deck').deck;
  const [format, setFormat] = useState<Format>('deck');
  if (!open) return null;
  const { text, lost } = makeDeck(deck, format, files, says);
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
      title={words.title(deck.title)}
      footer={
        <>
          {text === '' ? null : <CopyButton text={text}>{words.copyText}</CopyButton>}
          <Button variant="primary" icon={Download} disabled={text === ''} onClick={download}>
            {words.download}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <ChoiceCards
          label={words.format}
          value={format}
          onChange={setFormat}
          options={FORMATS.map((one) => ({ value: one, label: formats[one], hint: words.hints[one] }))}
        />
        {lost.length === 0 ? (
          <p className="text-sm text-muted">{words.whole}</p>
        ) : (
          <ProblemList
            tone="warning"
            title={format === 'deck' ? words.unfinished : words.lost}
            problems={lost}
          />
        )}
      </div>
    </Dialog>
  );
}
