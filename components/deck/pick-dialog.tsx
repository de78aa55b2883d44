'use client';

import type { DeckItem } from '../../classroom/protocol/deck.ts';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { useToast } from '../design/toasts.tsx';
import { Picker } from './picker.tsx';

export interface PickDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly besides: string;
  readonly onPick: (item: DeckItem) => void;
}

/** Takes questions from the bank and from other decks into this one; stays open for more. */
export function PickDialog({ open, onOpenChange, besides, onPick }: PickDialogProps) {
  const toast = useToast();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="lg"
      title="Take questions into this deck"
      description="They are copied: what you change here stays here."
      footer={
        <Button variant="primary" onClick={() => onOpenChange(false)}>
          Done
        </Button>
      }
    >
      <Picker
        kind="both"
        action="Add"
        besides={besides}
        onPick={(item) => {
          onPick(item);
          toast({ title: 'Added to the deck' });
        }}
      />
    </Dialog>
  );
}
