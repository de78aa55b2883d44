'use client';

/** What a member of a class may need later, or never: a student the teacher's controls, anybody the player. */
import { later } from '../design/later.tsx';

export const ChallengePanel = later(() =>
  import('./challenge-panel.tsx').then((module) => module.ChallengePanel),
);
export const ClassPlayerPane = later(() =>
  import('./class-player.tsx').then((module) => module.ClassPlayerPane),
);
export const ClassScenario = later(
  () => import('./class-scenario.tsx').then((module) => module.ClassScenario),
  () => null,
);
export const LedScenario = later(
  () => import('./class-scenario.tsx').then((module) => module.LedScenario),
  () => null,
);
export const Ended = later(() => import('./ended.tsx').then((module) => module.Ended));
export const ForkWallPane = later(() => import('./fork-wall.tsx').then((module) => module.ForkWallPane));
export const JoinDialog = later(
  () => import('./join-dialog.tsx').then((module) => module.JoinDialog),
  () => null,
);
export const Reveal = later(() => import('./reveal.tsx').then((module) => module.Reveal));
export const Roster = later(() => import('./roster.tsx').then((module) => module.Roster));
export const Share = later(
  () => import('./share.tsx').then((module) => module.Share),
  () => <div className="min-h-32" />,
);
export const TeacherBar = later(
  () => import('./teacher-bar.tsx').then((module) => module.TeacherBar),
  // As high as the bar, so that nothing below it moves.
  () => <div className="min-h-8" />,
);
export const TeamScores = later(
  () => import('./team-scores.tsx').then((module) => module.TeamScores),
  () => null,
);
export const TeamsButton = later(
  () => import('./teams-dialog.tsx').then((module) => module.TeamsButton),
  () => null,
);
