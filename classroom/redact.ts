/**
 * What a viewer may see of an entry or of the state: the one place where solutions and other people's answers are
 * taken out. Rules [SE1] to [SE4] in SPEC.md. `leaderboard`: whether students and viewers may see everybody's points,
 * by the room's rules as they are now.
 */

import { serialsOfAnswer, serialsOfTruth } from './namedObjects.ts';
import type { Answer, Mark, NamedObject, Shown, Summary, Truth } from './protocol/challenge.ts';
import type { Entry } from './protocol/entry.ts';
import type { ClassState } from './protocol/state.ts';
import { serialsOfMarked } from './review/marked.ts';

/** Students and the teacher are told by their member id; a viewer has none. */
export type Viewer =
  | { readonly role: 'teacher' }
  | { readonly role: 'student'; readonly id: string }
  | { readonly role: 'viewer' };

function mine(viewer: Viewer, member: string | null): boolean {
  return viewer.role === 'teacher' || (viewer.role === 'student' && viewer.id === member);
}

function redactMarks(marks: readonly Mark[], viewer: Viewer, leaderboard: boolean): Mark[] {
  return marks.flatMap((mark) => {
    if (mine(viewer, mark.member)) return [mark];
    // [SE4] Without a leaderboard not even who was right.
    return leaderboard ? [{ member: mark.member, points: mark.points, correct: mark.correct }] : [];
  });
}

/** [TK3] Whose solution it is, is between its author and the teacher, unless it was said. */
function redactShown<T extends Shown>(shown: T, viewer: Viewer): T {
  return shown.named || mine(viewer, shown.member) ? shown : { ...shown, member: null };
}

/** [SE2] What is left are the objects of the truth, those that the class is told of, and one's own. */
function redactObjects(
  objects: readonly NamedObject[],
  { truth, summary }: { readonly truth?: Truth | undefined; readonly summary?: Summary | undefined },
  own: readonly (Answer | undefined)[],
  viewer: Viewer,
): NamedObject[] {
  if (viewer.role === 'teacher') return [...objects];
  const told = new Set([
    ...(truth === undefined ? [] : serialsOfTruth(truth)),
    ...(summary?.spread?.rows ?? []).flatMap((row) => (row.kind === 'object' ? [row.serial] : [])),
    ...serialsOfMarked(summary?.marked ?? null),
    ...own.flatMap((answer) => serialsOfAnswer(answer)),
  ]);
  return objects.filter(({ serial }) => told.has(serial));
}

function redactAnswer<T extends { answer?: Answer | undefined; first?: Answer | undefined }>(
  given: T,
  member: string | null,
  viewer: Viewer,
): T {
  if (mine(viewer, member)) return given;
  const rest = { ...given };
  delete rest.answer;
  delete rest.first;
  return rest;
}

export function redactEntry(entry: Entry, viewer: Viewer, leaderboard: boolean): Entry {
  switch (entry.kind) {
    case 'challenge.open': {
      if (viewer.role === 'teacher') return entry;
      const { solution: _secret, ...rest } = entry;
      return rest;
    }
    case 'challenge.answer':
      return redactAnswer(entry, entry.actor, viewer);
    case 'challenge.reveal': {
      if (entry.outcome === undefined) return entry;
      const { objects } = entry.outcome;
      const marks = redactMarks(entry.outcome.marks, viewer, leaderboard);
      const own = marks.flatMap(({ answer, first }) => [answer, first]);
      return {
        ...entry,
        outcome: {
          ...entry.outcome,
          marks,
          ...(objects === undefined ? {} : { objects: redactObjects(objects, entry.outcome, own, viewer) }),
        },
      };
    }
    case 'challenge.show':
      return { ...entry, shown: entry.shown === null ? null : redactShown(entry.shown, viewer) };
    case 'settings': {
      if (viewer.role === 'teacher' || leaderboard) return entry;
      const { scores: _others, ...rest } = entry;
      return rest;
    }
    case 'arrange': {
      if (mine(viewer, entry.member)) return entry;
      const { extraTime: _personal, ...arrangement } = entry.arrangement;
      return { ...entry, arrangement };
    }
    default:
      return entry;
  }
}

/** An entry as a live client gets it: its own copy of the heap computes what a statement printed. */
export function wireEntry(entry: Entry, viewer: Viewer, leaderboard: boolean): Entry {
  if (entry.kind !== 'run') return redactEntry(entry, viewer, leaderboard);
  const { outcome: _computed, ...rest } = entry;
  return rest;
}

export function redactState(state: ClassState, viewer: Viewer, leaderboard: boolean): ClassState {
  return {
    ...state,
    recent: [],
    scores: leaderboard ? state.scores : state.scores.filter((score) => mine(viewer, score.member)),
    members: state.members.map((member) => (mine(viewer, member.id) ? member : { ...member, extraTime: 1 })),
    challenges: state.challenges.map((challenge) => {
      const { solution, marks, shown, objects, ...rest } = challenge;
      const answers = challenge.answers.map((given) => redactAnswer(given, given.member, viewer));
      const own = answers.flatMap(({ answer, first }) => [answer, first]);
      return {
        ...rest,
        // After the reveal the truth says what the solution said.
        ...(solution !== undefined && viewer.role === 'teacher' ? { solution } : {}),
        answers,
        ...(marks === undefined ? {} : { marks: redactMarks(marks, viewer, leaderboard) }),
        ...(objects === undefined ? {} : { objects: redactObjects(objects, rest, own, viewer) }),
        ...(shown === undefined ? {} : { shown: shown === null ? null : redactShown(shown, viewer) }),
      };
    }),
  };
}
