/**
 * What a class made of one challenge: which answers came how often, before and after a second vote, which belief the
 * wrong ones share, how sure people were. From the stored marks alone: nothing is graded again but the first votes.
 */
import { grade } from '../marking.ts';
import type { Answer, Mark, Truth } from '../protocol/challenge.ts';
import type { ChallengeState } from '../protocol/state.ts';
import { ANSWER_PHRASES, type AnswerPhrases } from './answerPhrases.ts';
import { answerText, beliefsOf, optionsOf } from './answerText.ts';

export interface AnswerRow {
  readonly text: string;
  /** How many gave it, and how many had given it in the first vote; null where there was one vote. */
  readonly count: number;
  readonly before: number | null;
  /** Null for what is not graded. */
  readonly right: boolean | null;
  readonly belief: string | null;
}

export interface SharedBelief {
  readonly belief: string;
  readonly count: number;
}

export interface SureRow {
  readonly sure: 1 | 2 | 3;
  readonly count: number;
  readonly right: number;
}

export interface QuestionReview {
  readonly answered: number;
  readonly right: number;
  /** Graded answers that were not fully right. */
  readonly wrong: number;
  /** For options one row per option; else one per answer that was given, the most frequent first. */
  readonly rows: readonly AnswerRow[];
  /** Beliefs behind wrong answers, the most shared first. */
  readonly beliefs: readonly SharedBelief[];
  /** How many were right in each vote, and how many changed over; null where there was one vote or no key. */
  readonly votes: {
    readonly before: number;
    readonly after: number;
    readonly gained: number;
    readonly lost: number;
  } | null;
  /** Empty where nobody was asked how sure they are. */
  readonly sure: readonly SureRow[];
}

interface Voted {
  readonly mark: Mark;
  readonly answer: Answer;
  readonly first: Answer | null;
}

/** Null while the challenge is not revealed, or where the answers are not this viewer's to see. */
export function reviewQuestion(
  challenge: ChallengeState,
  phrases: AnswerPhrases = ANSWER_PHRASES.en,
): QuestionReview | null {
  const { truth, marks } = challenge;
  if (truth === undefined || marks === undefined) return null;
  const given = marks.flatMap((mark): Voted[] =>
    mark.answer === undefined ? [] : [{ mark, answer: mark.answer, first: mark.first ?? null }],
  );
  if (given.length < marks.length) return null;
  return {
    answered: given.length,
    right: given.filter(({ mark }) => mark.correct === true).length,
    wrong: given.filter(({ mark }) => mark.correct === false).length,
    rows: rowsOf(challenge, truth, given, phrases),
    beliefs: sharedBeliefs(given, truth),
    votes: votesOf(challenge, truth, given),
    sure: sureRows(challenge, given),
  };
}

function choicesOf(answer: Answer): readonly number[] | null {
  return answer.kind === 'one' ? [answer.choice] : answer.kind === 'several' ? answer.choices : null;
}

function rowsOf(
  challenge: ChallengeState,
  truth: Truth,
  given: readonly Voted[],
  phrases: AnswerPhrases,
): AnswerRow[] {
  const { challenge: body, vote } = challenge;
  const again = vote === 2;
  const key = truth.kind === 'question' ? truth.solution.key : null;
  if (body.kind === 'question' && (key?.form === 'one' || key?.form === 'several')) {
    const beliefs = truth.kind === 'question' ? (truth.solution.beliefs ?? []) : [];
    const chose = (answer: Answer, index: number) => choicesOf(answer)?.includes(index) === true;
    return optionsOf(body.answer).map((text, index) => {
      const right = key.form === 'one' ? key.correct === index : key.correct.includes(index);
      const belief = beliefs[index] ?? '';
      return {
        text,
        count: given.filter(({ answer }) => chose(answer, index)).length,
        before: again ? given.filter(({ first }) => first !== null && chose(first, index)).length : null,
        right,
        belief: right || belief === '' ? null : belief,
      };
    });
  }
  const rows = new Map<string, { count: number; before: number; right: boolean | null }>();
  const add = (answer: Answer, right: boolean | null, when: 'count' | 'before') => {
    const text = answerText(body, answer, phrases);
    const row = rows.get(text) ?? { count: 0, before: 0, right };
    rows.set(text, { ...row, [when]: row[when] + 1 });
  };
  for (const { mark, answer, first } of given) {
    add(answer, mark.correct, 'count');
    if (first !== null) add(first, rightBefore(challenge, truth, first), 'before');
  }
  return [...rows]
    .map(([text, row]) => ({ ...row, text, before: again ? row.before : null, belief: null }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}

function sharedBeliefs(given: readonly Voted[], truth: Truth): SharedBelief[] {
  const counts = new Map<string, number>();
  for (const { answer } of given) {
    for (const belief of new Set(beliefsOf(answer, truth))) counts.set(belief, (counts.get(belief) ?? 0) + 1);
  }
  return [...counts]
    .map(([belief, count]) => ({ belief, count }))
    .sort((a, b) => b.count - a.count || (a.belief < b.belief ? -1 : 1));
}

/** Whether a first vote was right; null where that cannot be told without running its inputs again. */
function rightBefore({ challenge }: ChallengeState, truth: Truth, first: Answer): boolean | null {
  if (first.kind === 'task') return null;
  const { share } = grade(first, truth, challenge.kind === 'round' ? challenge.generation : 2, null);
  return share === null ? null : share === 1;
}

function votesOf(challenge: ChallengeState, truth: Truth, given: readonly Voted[]): QuestionReview['votes'] {
  if (challenge.vote === 1) return null;
  const both = given.flatMap(({ mark, first }) => {
    const was = first === null ? false : rightBefore(challenge, truth, first);
    return was === null || mark.correct === null ? [] : [{ was, is: mark.correct }];
  });
  if (both.length === 0) return null;
  return {
    before: both.filter(({ was }) => was).length,
    after: both.filter(({ is }) => is).length,
    gained: both.filter(({ was, is }) => is && !was).length,
    lost: both.filter(({ was, is }) => was && !is).length,
  };
}

function sureRows({ rules }: ChallengeState, given: readonly Voted[]): SureRow[] {
  if (!rules.confidence) return [];
  return ([1, 2, 3] as const).map((sure) => {
    // [SC5] No word counts as 1.
    const these = given.filter(
      ({ answer }) => ('confidence' in answer ? (answer.confidence ?? 1) : 1) === sure,
    );
    return { sure, count: these.length, right: these.filter(({ mark }) => mark.correct === true).length };
  });
}
