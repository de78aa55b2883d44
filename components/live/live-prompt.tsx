'use client';

import { memo, useMemo } from 'react';
import { mayWrite, standsStill } from '../../classroom/decide.ts';
import type { ClassState, MemberState } from '../../classroom/protocol/state.ts';
import { type HeapView, parseInput } from '../../heap/index.ts';
import { useWords } from '../language/words.ts';
import { Palette } from '../prompt/parts.tsx';
import { Prompt } from '../prompt/prompt.tsx';
import { ownHistory, reachableNames } from './console.ts';

export interface LivePromptProps {
  readonly state: ClassState;
  readonly heap: HeapView;
  readonly me: MemberState;
  /** A statement of mine is on its way. */
  readonly busy: boolean;
  /** Buttons that write statements, for whoever has no keyboard. */
  readonly palette: boolean;
  readonly onRun: (source: string) => void;
}

export const LivePrompt = memo(function LivePrompt({
  state,
  heap,
  me,
  busy,
  palette,
  onRun,
}: LivePromptProps) {
  const { prompt: words } = useWords('liveClass').liveClass;
  const names = useMemo(() => reachableNames(heap, me.handle), [heap, me.handle]);
  const history = useMemo(() => ownHistory(state, me.id), [state, me.id]);
  const student = me.role === 'student';
  const still = standsStill(state);
  const frozen = still !== null || !mayWrite(state, me);
  return (
    <section
      aria-label={words.label}
      className="shrink-0 overflow-hidden border-line bg-surface max-lg:border-t max-lg:pb-[env(safe-area-inset-bottom)] lg:rounded-xl lg:border"
    >
      {palette ? (
        <Palette
          names={names}
          canCollect={!student || state.settings.collectorOpen}
          onRun={onRun}
          disabled={frozen}
        />
      ) : null}
      <Prompt
        onRun={onRun}
        parse={parseInput}
        names={names}
        history={history}
        busy={busy}
        disabled={frozen}
        disabledReason={still === null ? words.frozen : words[still]}
        autoFocus={!palette}
      />
    </section>
  );
});
