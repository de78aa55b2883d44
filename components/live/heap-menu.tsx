'use client';

import { Boxes, ChevronDown, Eraser, History, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import type { ClassState } from '../../classroom/protocol/state.ts';
import type { CollectorView } from '../../heap/index.ts';
import { Button } from '../design/button.tsx';
import { Menu } from '../design/menu.tsx';
import { Confirm } from '../design/parts.tsx';
import { useWords } from '../language/words.ts';
import type { CommandBody } from './connection.ts';
import { CollectorDialog, RewindDialog } from './teacher-parts.tsx';
import { EMPTIED } from './use-giving.ts';

export interface HeapMenuProps {
  readonly state: ClassState;
  readonly collector: CollectorView;
  readonly give: (body: CommandBody) => Promise<void>;
  /** A challenge is open: the heap must stay as it is. */
  readonly disabled: boolean;
}

/** What the teacher does to the heap as a whole: back in time, empty, the collector's settings. */
export function HeapMenu({ state, collector, give, disabled }: HeapMenuProps) {
  const { liveBar } = useWords('liveBar');
  const [open, setOpen] = useState<'rewind' | 'clear' | 'collector' | null>(null);
  const close = (stays: boolean) => {
    if (!stays) setOpen(null);
  };
  const rewind = (to: number) => {
    setOpen(null);
    void give({ kind: 'rewind', to });
  };
  return (
    <>
      <Menu
        align="start"
        trigger={
          <Button size="sm" variant="quiet" icon={Boxes} disabled={disabled}>
            {liveBar.heap}
            <ChevronDown aria-hidden className="size-4" />
          </Button>
        }
        items={[
          { label: liveBar.toRewind, icon: History, onSelect: () => setOpen('rewind') },
          { label: liveBar.toClear, icon: Eraser, onSelect: () => setOpen('clear') },
          {
            label: liveBar.toCollector,
            icon: SlidersHorizontal,
            separated: true,
            onSelect: () => setOpen('collector'),
          },
        ]}
      />
      <RewindDialog open={open === 'rewind'} onOpenChange={close} state={state} onRewind={rewind} />
      <CollectorDialog open={open === 'collector'} onOpenChange={close} collector={collector} give={give} />
      <Confirm
        open={open === 'clear'}
        onOpenChange={close}
        title={liveBar.clearTitle}
        action={liveBar.clear}
        danger
        onConfirm={() => void give(EMPTIED)}
      >
        {liveBar.clearText}
      </Confirm>
    </>
  );
}
