'use client';

/** What a member of a class may need later, or never: a student the teacher's controls, anybody the player. */
import { later } from '../design/later.tsx';

export const ChallengePanel = later(['asking', 'class', 'deck', 'heap', 'reveal'], () =>
  import('./challenge-panel.tsx').then((module) => module.ChallengePanel),
);
export const ClassPlayerPane = later(['class', 'heap', 'player'], () =>
  import('./class-player.tsx').then((module) => module.ClassPlayerPane),
);
export const ClassScenario = later(
  ['bar', 'scenario', 'scenarioTexts'],
  () => import('./class-scenario.tsx').then((module) => module.ClassScenario),
  () => null,
);
export const LedScenario = later(
  ['bar', 'scenario', 'scenarioTexts'],
  () => import('./class-scenario.tsx').then((module) => module.LedScenario),
  () => null,
);
export const Ended = later(['class'], () => import('./ended.tsx').then((module) => module.Ended));
export const ForkWallPane = later(['class', 'deck', 'heap', 'wall'], () =>
  import('./fork-wall.tsx').then((module) => module.ForkWallPane),
);
export const JoinDialog = later(
  ['door'],
  () => import('./join-dialog.tsx').then((module) => module.JoinDialog),
  () => null,
);
export const Reveal = later(['class', 'deck', 'heap', 'reveal'], () =>
  import('./reveal.tsx').then((module) => module.Reveal),
);
export const Roster = later(['class'], () => import('./roster.tsx').then((module) => module.Roster));
export const Share = later(
  ['door'],
  () => import('./share.tsx').then((module) => module.Share),
  () => <div className="min-h-32" />,
);
export const TeacherBar = later(
  ['bar', 'class'],
  () => import('./teacher-bar.tsx').then((module) => module.TeacherBar),
  // As high as the bar, so that nothing below it moves.
  () => <div className="min-h-8" />,
);
export const TeamScores = later(
  ['class'],
  () => import('./team-scores.tsx').then((module) => module.TeamScores),
  () => null,
);
export const TeamsButton = later(
  ['class'],
  () => import('./teams-dialog.tsx').then((module) => module.TeamsButton),
  () => null,
);
export const WallChallenge = later(['class', 'deck', 'heap', 'reveal', 'wall'], () =>
  import('./wall-challenge.tsx').then((module) => module.WallChallenge),
);
