'use client';

/** The player is loaded when somebody first watches a collection. */
import { later } from '../design/later.tsx';

export const Player = later(['heap', 'player'], () => import('./player.tsx').then((module) => module.Player));
