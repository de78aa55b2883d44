'use client';

import type { DeckItem } from '../../classroom/protocol/deck.ts';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { useToast } from '../design/toasts.tsx';
import { useWords } from '../language/words.ts';
import { Picker } from './picker.tsx';

export interface PickDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly besides: string;
  readonly onPick: (item: DeckItem) => void;
}

/** Takes questions from the bank and from other decks into this one; stays open for more. */
export function PickDialog({ open, onOpenChange, besides, onPick }: PickDialogProps) {
  const words = useWords('deck').deck.pick;
  const toast = useToast();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="lg"
      title={words.title}
      description={words.text}
      footer={
        <Button variant="primary" onClick={() => onOpenChange(false)}>
          {words.done}
        </Button>
      }
    >
      <Picker
        kind="both"
        action={words.add}
        besides={besides}
        onPick={(item) => {
          onPick(item);
          toast({ title: words.added });
        }}
      />
    </Dialog>
  );
}
