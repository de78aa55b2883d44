'use client';

import { Cpu } from 'lucide-react';
import { useState } from 'react';
import { itemFaults } from '../../classroom/deck/faults.ts';
import { type Check, checkQuestion } from '../../classroom/deck/run.ts';
import type { DeckItem } from '../../classroom/protocol/deck.ts';
import { Button } from '../design/button.tsx';
import { Notice, type NoticeTone } from '../design/notice.tsx';

const TONES: Readonly<Record<Check['kind'], NoticeTone>> = {
  right: 'good',
  wrong: 'error',
  open: 'info',
  nothing: 'info',
};

const TITLES: Readonly<Record<Check['kind'], string>> = {
  right: 'The machine agrees',
  wrong: 'The machine says otherwise',
  open: 'Look at this yourself',
  nothing: 'Nothing to run',
};

const NOTHING = 'This question has no code or picture, so the machine has nothing to say about it.';

/** What is still missing in an item, and what its code does when it is run. */
export function CheckPanel({
  item,
  quiet = false,
}: {
  readonly item: DeckItem;
  /** What is missing is not said yet. */
  readonly quiet?: boolean;
}) {
  const [checked, setChecked] = useState<{ readonly item: DeckItem; readonly check: Check } | null>(null);
  const faults = quiet ? [] : itemFaults(item);
  const check = checked?.item === item ? checked.check : null;
  return (
    <div className="flex flex-col gap-3">
      {faults.length === 0 ? null : (
        <Notice tone="warning" title="Before it can be asked">
          <ul className="list-disc pl-4">
            {faults.map(({ says }) => (
              <li key={says}>{says}</li>
            ))}
          </ul>
        </Notice>
      )}
      {item.kind === 'question' ? (
        <>
          <div>
            <Button size="sm" icon={Cpu} onClick={() => setChecked({ item, check: checkQuestion(item) })}>
              Check with the machine
            </Button>
          </div>
          {check === null ? null : (
            <div data-testid="check">
              <Notice tone={TONES[check.kind]} title={TITLES[check.kind]}>
                {check.kind === 'nothing' ? NOTHING : check.says}
              </Notice>
            </div>
          )}
        </>
      ) : null}
    </div>
  );
}
