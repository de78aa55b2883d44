/** What one student did in a lesson, from its stored log alone. */
import type { Entry } from '../../classroom/protocol/entry.ts';
import type { ClassState } from '../../classroom/protocol/state.ts';
import { answerText, truthText } from '../../classroom/review/answerText.ts';
import { calledIn } from '../../classroom/review/objectNames.ts';
import type { Words } from '../language/words.ts';
import { challengeTitle } from '../live/round.ts';

export interface StudentAnswer {
  readonly number: number;
  readonly title: string;
  readonly answer: string;
  readonly first: string | null;
  readonly right: string;
  readonly correct: boolean | null;
  readonly points: number;
}

export interface StudentDid {
  readonly statements: number;
  readonly exceptions: number;
  /** Objects that their statements made; null where the log does not say. */
  readonly objects: number | null;
  /** Entries of theirs, in order. */
  readonly entries: readonly Entry[];
  readonly answers: readonly StudentAnswer[];
}

/** Answers are those that the reader may see. */
export function studentDid(
  entries: readonly Entry[],
  state: ClassState,
  member: string,
  words: Pick<Words, 'review' | 'liveAnswer'>,
): StudentDid {
  const phrases = words.review.answers;
  const theirs = entries.filter(
    (entry) => entry.actor === member || (entry.kind === 'join' && entry.member.id === member),
  );
  const runs = theirs.flatMap((entry) => (entry.kind === 'run' ? [entry] : []));
  const born = runs.map(({ outcome }) => outcome?.born);
  return {
    statements: runs.length,
    exceptions: runs.filter(({ outcome }) => typeof outcome?.raised === 'string').length,
    objects: born.every((count) => count !== undefined)
      ? born.reduce((sum: number, count) => sum + (count ?? 0), 0)
      : null,
    entries: theirs,
    answers: state.challenges.flatMap((challenge): StudentAnswer[] => {
      const { challenge: body, truth, marks = [], number } = challenge;
      const mark = marks.find((one) => one.member === member);
      if (truth === undefined || mark?.answer === undefined) return [];
      const called = calledIn(challenge, phrases);
      return [
        {
          number,
          title: challengeTitle(challenge, words),
          answer: answerText(body, mark.answer, called, phrases),
          first: mark.first === undefined ? null : answerText(body, mark.first, called, phrases),
          right: truthText(body, truth, called, phrases),
          correct: mark.correct,
          points: mark.points,
        },
      ];
    }),
  };
}
