'use client';

import { useEffect } from 'react';
import { type Focus, MOST_TILES } from '../../classroom/protocol/messages.ts';
import type { LiveView } from './connection.ts';
import type { LiveClassroom } from './liveClassroom.ts';
import type { LiveWall } from './use-fork-wall.ts';
import { tileOf } from './wall.ts';

export interface Leading {
  /** Projectors follow this page. */
  readonly on: boolean;
  readonly set: (on: boolean) => void;
}

/** The teacher's page tells projectors what it looks at, as long as that is switched on. */
export function useLeading(
  live: LiveClassroom,
  view: LiveView,
  pane: Focus['pane'],
  selected: number | null,
  wall: LiveWall | null,
  named: boolean,
): Leading {
  const on = view.focus !== null;
  const mine = () => focusOf(pane, selected, pane === 'wall' ? wall : null, named);
  const told = on ? JSON.stringify(mine()) : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: `told` is what would be told, by its value
  useEffect(() => {
    if (on) live.showFocus(mine());
  }, [live, on, told]);
  return { on, set: (next) => live.showFocus(next ? mine() : null) };
}

function focusOf(pane: Focus['pane'], selected: number | null, wall: LiveWall | null, named: boolean): Focus {
  const goals = wall?.wall.task.goals.length ?? 0;
  const lines = wall?.lines ?? [];
  return {
    pane,
    selected,
    tiles: lines.slice(0, MOST_TILES).map((line) => tileOf(line, goals, named)),
    more: Math.max(0, lines.length - MOST_TILES),
  };
}
