'use client';

import { showsLeaderboard, showsStreaks } from '../../classroom/settings.ts';
import type { Opener } from '../design/later.tsx';
import { OpenPopover } from '../design/open-popover.tsx';
import { Switch } from '../design/toggles.tsx';
import { useWords } from '../language/words.ts';
import type { RulesMenuProps } from './rules-menu.tsx';

export function OpenRules({ settings, give, ...opener }: RulesMenuProps & Opener) {
  const { liveBar } = useWords('liveBar');
  const { frozen, locked, collectorOpen } = settings;
  return (
    <OpenPopover label={liveBar.rulesOfRoom} {...opener}>
      <Switch
        label={liveBar.freeze}
        hint={liveBar.freezeHint}
        checked={frozen}
        onChange={(value) => void give({ kind: 'settings', settings: { frozen: value } })}
      />
      <Switch
        label={liveBar.lock}
        hint={liveBar.lockHint}
        checked={locked}
        onChange={(value) => void give({ kind: 'settings', settings: { locked: value } })}
      />
      <Switch
        label={liveBar.openCollector}
        hint={liveBar.openCollectorHint}
        checked={collectorOpen}
        onChange={(value) => void give({ kind: 'settings', settings: { collectorOpen: value } })}
      />
      <Switch
        label={liveBar.leaderboard}
        hint={liveBar.leaderboardHint}
        checked={showsLeaderboard(settings)}
        onChange={(value) => void give({ kind: 'settings', settings: { leaderboard: value } })}
      />
      <Switch
        label={liveBar.streaks}
        hint={liveBar.streaksHint}
        checked={showsStreaks(settings)}
        onChange={(value) => void give({ kind: 'settings', settings: { streaks: value } })}
      />
    </OpenPopover>
  );
}
