'use client';

import type { ClassState } from '../../classroom/protocol/state.ts';
import { Python } from '../design/code.tsx';
import { Dialog } from '../design/dialog.tsx';
import { Empty } from '../design/empty.tsx';
import { useWords } from '../language/words.ts';

export interface RewindDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly state: ClassState;
  readonly onRewind: (to: number) => void;
}

/** Chooses the moment to go back to: after one of the statements of the transcript, the newest first. */
export function RewindDialog({ open, onOpenChange, state, onRewind }: RewindDialogProps) {
  const { liveBar } = useWords('liveBar');
  const nameOf = new Map(state.members.map((member) => [member.id, member.nickname]));
  const moments = state.transcript.filter((line) => line.seq < state.seq).toReversed();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={liveBar.rewind} description={liveBar.rewindAbout}>
      {moments.length === 0 ? (
        <Empty title={liveBar.noMoment}>{liveBar.noMomentText}</Empty>
      ) : (
        <ol className="flex max-h-[50dvh] flex-col overflow-auto rounded-lg border border-line">
          {moments.map((line) => (
            <li key={line.seq} className="border-b border-line last:border-0">
              <button
                type="button"
                onClick={() => onRewind(line.seq)}
                className="flex min-h-11 w-full cursor-pointer items-center gap-3 px-3 py-1.5 text-left text-sm -outline-offset-2 hover:bg-sunken"
              >
                <span className="w-9 shrink-0 text-right text-faint tabular">{line.seq}</span>
                <span className="w-24 shrink-0 truncate text-xs text-muted">
                  {line.actor === null ? '' : nameOf.get(line.actor)}
                </span>
                {line.rewoundTo === null ? (
                  <Python source={line.source} className="line-clamp-2 min-w-0 flex-1" />
                ) : (
                  <span className="text-muted">{liveBar.wentBack(line.rewoundTo)}</span>
                )}
              </button>
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}
