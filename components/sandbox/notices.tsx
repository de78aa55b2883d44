'use client';

import { X } from 'lucide-react';
import { IconButton } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { Sentence } from '../language/sentence.tsx';
import { useWords } from '../language/words.ts';
import type { BenchState } from './bench.ts';

/** What is to be known about this heap besides what it holds: a link that is no good, where it comes from, a fault. */
export function Notices({
  state,
  broken,
  onDismiss,
}: {
  readonly state: BenchState;
  readonly broken: string | null;
  readonly onDismiss: () => void;
}) {
  const words = useWords('sandbox').sandbox;
  return (
    <>
      {broken === null ? null : (
        <Notice
          tone="error"
          title={words.link.title}
          className="m-2"
          actions={<IconButton size="sm" icon={X} label={words.link.dismiss} onClick={onDismiss} />}
        >
          {broken} {words.link.meanwhile}
        </Notice>
      )}
      {state.ground.title === null ? null : (
        <Notice title={words.ground.title(state.ground.title)} className="m-2">
          <span data-testid="ground">
            <Sentence of={words.ground.text(<code>{state.ground.module}</code>)} />
          </span>
        </Notice>
      )}
      {state.fault === null ? null : (
        <Notice tone="error" title={words.fault.title} className="m-2">
          {state.fault}
        </Notice>
      )}
    </>
  );
}
