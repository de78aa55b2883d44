'use client';

import { BookOpen, CircleHelp, Crosshair, Link as LinkIcon, RotateCcw, Undo2 } from 'lucide-react';
import { Button, IconButton } from '../design/button.tsx';
import { TopBar } from '../design/top-bar.tsx';
import { useWords } from '../language/words.ts';

export interface SandboxBarProps {
  /** Nothing was typed yet. */
  readonly bare: boolean;
  readonly predicting: boolean;
  readonly onScenarios: () => void;
  readonly onPredict: () => void;
  readonly onUndo: () => void;
  readonly onReset: () => void;
  readonly onShare: () => void;
  readonly onTour: () => void;
}

/** What can be done with the sandbox as a whole. */
export function SandboxBar({
  bare,
  predicting,
  onScenarios,
  onPredict,
  onUndo,
  onReset,
  onShare,
  onTour,
}: SandboxBarProps) {
  const words = useWords('sandbox').sandbox;
  return (
    <TopBar
      title={words.title}
      crowded
      actions={
        <>
          <Button size="sm" variant="quiet" icon={BookOpen} data-tour="scenarios" onClick={onScenarios}>
            <span className="max-md:sr-only">{words.bar.scenarios}</span>
          </Button>
          <Button size="sm" variant="quiet" icon={Crosshair} aria-pressed={predicting} onClick={onPredict}>
            <span className="max-md:sr-only">{words.bar.predict}</span>
          </Button>
          <IconButton size="sm" icon={Undo2} label={words.bar.undo} disabled={bare} onClick={onUndo} />
          <IconButton size="sm" icon={RotateCcw} label={words.bar.reset} onClick={onReset} />
          <Button size="sm" variant="quiet" icon={LinkIcon} disabled={bare} onClick={onShare}>
            <span className="max-md:sr-only">{words.bar.copyLink}</span>
          </Button>
          <IconButton size="sm" icon={CircleHelp} label={words.bar.around} onClick={onTour} />
        </>
      }
    />
  );
}
