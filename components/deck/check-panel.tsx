'use client';

import { Cpu } from 'lucide-react';
import { useState } from 'react';
import { itemFaults } from '../../classroom/deck/faults.ts';
import { type Check, checkQuestion } from '../../classroom/deck/run.ts';
import type { DeckItem } from '../../classroom/protocol/deck.ts';
import { Button } from '../design/button.tsx';
import { Notice, type NoticeTone } from '../design/notice.tsx';
import { useWords } from '../language/words.ts';

const TONES: Readonly<Record<Check['kind'], NoticeTone>> = {
  right: 'good',
  wrong: 'error',
  open: 'info',
  nothing: 'info',
};

/** What is still missing in an item, and what its code does when it is run. */
export function CheckPanel({
  item,
  quiet = false,
}: {
  readonly item: DeckItem;
  /** What is missing is not said yet. */
  readonly quiet?: boolean;
}) {
  const { check: words, says } = useWords('deck').deck;
  const [checked, setChecked] = useState<{ readonly item: DeckItem; readonly check: Check } | null>(null);
  const faults = quiet ? [] : itemFaults(item, says);
  const check = checked?.item === item ? checked.check : null;
  return (
    <div className="flex flex-col gap-3">
      {faults.length === 0 ? null : (
        <Notice tone="warning" title={words.before}>
          <ul className="list-disc pl-4">
            {faults.map((fault) => (
              <li key={fault.says}>{fault.says}</li>
            ))}
          </ul>
        </Notice>
      )}
      {item.kind === 'question' ? (
        <>
          <div>
            <Button
              size="sm"
              icon={Cpu}
              onClick={() => setChecked({ item, check: checkQuestion(item, says) })}
            >
              {words.run}
            </Button>
          </div>
          {check === null ? null : (
            <div data-testid="check">
              <Notice tone={TONES[check.kind]} title={words[check.kind]}>
                {check.kind === 'nothing' ? words.nothingText : check.says}
              </Notice>
            </div>
          )}
        </>
      ) : null}
    </div>
  );
}
