/** The rules of a room as they stand, and what follows from those that may be left out. */
import type { Entry } from './protocol/entry.ts';
import type { Settings } from './protocol/shapes.ts';

type Changes = Extract<Entry, { kind: 'settings' }>['settings'];

export function changedSettings(before: Settings, changes: Changes): Settings {
  const leaderboard = changes.leaderboard ?? before.leaderboard;
  const streaks = changes.streaks ?? before.streaks;
  return {
    frozen: changes.frozen ?? before.frozen,
    pens: changes.pens ?? before.pens,
    locked: changes.locked ?? before.locked,
    collectorOpen: changes.collectorOpen ?? before.collectorOpen,
    ...(leaderboard === undefined ? {} : { leaderboard }),
    ...(streaks === undefined ? {} : { streaks }),
  };
}

/** [SE4] Whether everybody sees everybody's points. */
export function showsLeaderboard({ leaderboard }: Settings): boolean {
  return leaderboard ?? true;
}

/** [SC11] Whether everybody is told how many they had right in a row. */
export function showsStreaks({ streaks }: Settings): boolean {
  return streaks ?? false;
}

/** The rules of the room at the end of this log; null where it has no beginning. */
export function settingsAfter(entries: readonly Entry[]): Settings | null {
  let settings: Settings | null = null;
  for (const entry of entries) {
    if (entry.kind === 'open') settings = entry.settings;
    else if (entry.kind === 'settings' && settings !== null)
      settings = changedSettings(settings, entry.settings);
  }
  return settings;
}
