'use client';

import { Settings2 } from 'lucide-react';
import type { Settings } from '../../classroom/protocol/shapes.ts';
import { showsLeaderboard, showsStreaks } from '../../classroom/settings.ts';
import { Badge } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { OpensLater } from '../design/later.tsx';
import { useWords } from '../language/words.ts';
import type { CommandBody } from './connection.ts';

const load = () => import('./open-rules.tsx').then((module) => module.OpenRules);

export interface RulesMenuProps {
  readonly settings: Settings;
  readonly give: (body: CommandBody) => Promise<void>;
}

/** What students may do; the badge says how much of it is not as at the beginning. */
export function RulesMenu({ settings, give }: RulesMenuProps) {
  const { liveBar } = useWords('liveBar');
  const { frozen, locked, collectorOpen } = settings;
  const changed = [frozen, locked, collectorOpen, !showsLeaderboard(settings), showsStreaks(settings)].filter(
    Boolean,
  ).length;
  const trigger = (
    <Button size="sm" variant="quiet" icon={Settings2}>
      {liveBar.rules}
      {changed === 0 ? null : <Badge tone="mine">{changed}</Badge>}
    </Button>
  );
  return <OpensLater kind="dialog" load={load} part={{ trigger, settings, give }} />;
}
