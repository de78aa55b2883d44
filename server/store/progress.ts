/** Results across lessons: of a class for its teacher, of one person for themselves. Read from tables, never replayed. */
import { z } from 'zod';
import {
  answerShape,
  type ChallengeBody,
  challengeShape,
  namedObjectShape,
  solutionShape,
  type Truth,
  truthShape,
} from '../../classroom/protocol/challenge.ts';
import type { AnswerPhrases } from '../../classroom/review/answerPhrases.ts';
import { answerText, beliefsOf, challengeText, truthText } from '../../classroom/review/answerText.ts';
import { calledIn } from '../../classroom/review/objectNames.ts';
import type { PrismaClient } from '../../prisma/client/client.ts';
import { turn } from './rows.ts';

const objectsShape = z.array(namedObjectShape);

/** A class's newest lessons only; older ones stay in the list. */
const LESSONS = 30;

export interface LessonHead {
  readonly id: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
}

interface Came {
  readonly points: number;
  readonly correct: number;
  readonly answered: number;
  readonly statements: number;
}

export interface Progress {
  readonly classroom: string;
  /** Oldest first. */
  readonly lessons: readonly LessonHead[];
  readonly students: readonly {
    readonly name: string;
    /** One per lesson; null where the student was not there. */
    readonly results: readonly (Came | null)[];
  }[];
  /** Wrong answers by the belief behind them, one count per lesson. */
  readonly beliefs: readonly { readonly belief: string; readonly counts: readonly number[] }[];
}

/** Null where the class is not this teacher's. */
export async function progressOf(
  client: PrismaClient,
  teacherId: string,
  classroomId: string,
): Promise<Progress | null> {
  const classroom = await client.classroom.findFirst({ where: { id: classroomId, teacherId } });
  if (classroom === null) return null;
  const newest = await client.session.findMany({
    // Whose names were taken out is nobody's line any more.
    where: { classroomId, anonymisedAt: null },
    orderBy: { startedAt: 'desc' },
    take: LESSONS,
    include: { members: { where: { role: 'student' }, include: { result: true } } },
  });
  const sessions = newest.toReversed();
  const names = new Map<string, string>();
  const results = new Map<string, (Came | null)[]>();
  const beliefs = new Map<string, number[]>();
  for (const [at, session] of sessions.entries()) {
    for (const { person, nickname, result } of session.members) {
      names.set(person, nickname);
      const row = results.get(person) ?? sessions.map(() => null);
      const { points = 0, correct = 0, answered = 0, statements = 0 } = result ?? {};
      row[at] = { points, correct, answered, statements };
      results.set(person, row);
    }
    // One lesson of a large class has thousands of answers.
    await turn();
    const challenges = await client.challenge.findMany({
      where: { sessionId: session.id, kind: 'question' },
      include: { answers: { where: { correct: false }, select: { value: true } } },
    });
    for (const { solution, answers } of challenges) {
      for (const { value } of answers) {
        for (const belief of wrongBeliefs(solution, value)) {
          const counts = beliefs.get(belief) ?? sessions.map(() => 0);
          counts[at] = (counts[at] ?? 0) + 1;
          beliefs.set(belief, counts);
        }
      }
    }
  }
  const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);
  return {
    classroom: classroom.name,
    lessons: sessions.map(({ id, startedAt, endedAt }) => ({
      id,
      startedAt: startedAt.getTime(),
      endedAt: endedAt?.getTime() ?? null,
    })),
    students: [...results]
      .map(([person, row]) => ({ name: names.get(person) ?? '', results: row }))
      .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)),
    beliefs: [...beliefs]
      .map(([belief, counts]) => ({ belief, counts }))
      .sort((a, b) => sum(b.counts) - sum(a.counts) || (a.belief < b.belief ? -1 : 1)),
  };
}

function wrongBeliefs(solution: unknown, value: unknown): readonly string[] {
  const key = solutionShape.safeParse(solution);
  const answer = answerShape.safeParse(value);
  return key.success && answer.success
    ? beliefsOf(answer.data, { kind: 'question', solution: key.data })
    : [];
}

export interface OwnLesson extends LessonHead, Came {
  readonly classroom: string;
  readonly name: string;
  readonly answers: readonly {
    readonly number: number;
    /** `words`: a question that nobody grades. */
    readonly kind: ChallengeBody['kind'] | 'words';
    readonly question: string;
    readonly answer: string;
    /** What the collector did, what a task asked for, what a good answer says; null where nothing of that is stored. */
    readonly rightAnswer: string | null;
    readonly explanation: string | null;
    readonly correct: boolean | null;
    readonly points: number;
    readonly beliefs: readonly string[];
  }[];
}

/** What one person came to, newest lesson first. Nothing of anybody else is in it. */
export async function ownLessons(
  client: PrismaClient,
  person: string,
  phrases: AnswerPhrases,
): Promise<OwnLesson[]> {
  const members = await client.member.findMany({
    where: { person, role: 'student' },
    orderBy: { session: { startedAt: 'desc' } },
    include: {
      result: true,
      session: { include: { classroom: { select: { name: true } } } },
      // Stored at the reveal: what is still open is not here.
      answers: { include: { challenge: true }, orderBy: { number: 'asc' } },
    },
  });
  return members.map(({ nickname, session, result, answers }) => ({
    id: session.id,
    classroom: session.classroom.name,
    name: nickname,
    startedAt: session.startedAt.getTime(),
    endedAt: session.endedAt?.getTime() ?? null,
    points: result?.points ?? 0,
    correct: result?.correct ?? 0,
    answered: result?.answered ?? 0,
    statements: result?.statements ?? 0,
    answers: answers.flatMap(({ number, value, correct, points, challenge }) => {
      const body = challengeShape.safeParse(challenge.prompt);
      const answer = answerShape.safeParse(value);
      if (!body.success || !answer.success) return [];
      const truth = truthOf(body.data, challenge);
      const objects = objectsShape.safeParse(challenge.objects).data ?? [];
      const called = calledIn({ objects, ...(truth === null ? {} : { truth }) }, phrases);
      return [
        {
          number,
          kind: body.data.kind === 'question' && body.data.answer.form === 'text' ? 'words' : body.data.kind,
          question: challengeText(body.data, phrases),
          answer: answerText(body.data, answer.data, called, phrases),
          rightAnswer: truth === null ? null : truthText(body.data, truth, called, phrases),
          explanation: truth?.kind === 'question' ? truth.solution.explanation : null,
          correct,
          points,
          beliefs: truth === null ? [] : beliefsOf(answer.data, truth),
        },
      ];
    }),
  }));
}

/** What was right, from what is stored beside the log. */
function truthOf(
  body: ChallengeBody,
  stored: { readonly solution: unknown; readonly truth: unknown },
): Truth | null {
  switch (body.kind) {
    case 'round':
      return truthShape.safeParse(stored.truth).data ?? null;
    case 'question': {
      const solution = solutionShape.safeParse(stored.solution);
      return solution.success ? { kind: 'question', solution: solution.data } : null;
    }
    case 'task':
      return { kind: 'task', goals: [] };
  }
}
