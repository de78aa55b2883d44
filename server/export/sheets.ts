/**
 * A past lesson as tables: results, questions, answers, transcript. Rows come in portions, so that a lesson with
 * tens of thousands of entries neither fills memory nor keeps the server from its live classes.
 */
import { z } from 'zod';
import { advanceChallenge, isAboutChallenge } from '../../classroom/advanceChallenge.ts';
import type { ChallengeState } from '../../classroom/protocol/state.ts';
import { answerText, beliefsOf, challengeText, truthText } from '../../classroom/review/answerText.ts';
import { calledIn } from '../../classroom/review/objectNames.ts';
import { reviewQuestion } from '../../classroom/review/question.ts';
import { ranking } from '../../classroom/scoring.ts';
import type { PrismaClient } from '../../prisma/client/client.ts';
import { entryPages, turn } from '../store/rows.ts';

export type Cell = string | number | boolean | Date | null;

export const SHEETS = ['results', 'questions', 'answers', 'transcript'] as const;
export type SheetName = (typeof SHEETS)[number];

export interface Sheet {
  readonly head: readonly string[];
  portions(): AsyncIterable<readonly (readonly Cell[])[]>;
}

export async function sheetOf(client: PrismaClient, sessionId: string, name: SheetName): Promise<Sheet> {
  switch (name) {
    case 'results':
      return { head: RESULTS, portions: () => results(client, sessionId) };
    case 'questions':
      return { head: QUESTIONS, portions: () => questions(client, sessionId) };
    case 'answers':
      return { head: ANSWERS, portions: () => answers(client, sessionId) };
    case 'transcript':
      return { head: TRANSCRIPT, portions: () => transcript(client, sessionId) };
  }
}

const RESULTS = [
  'Rank',
  'Student',
  'Module',
  'Points',
  'Right',
  'Answered',
  'Statements',
  'Joined',
  'Removed',
];

async function* results(client: PrismaClient, sessionId: string): AsyncGenerator<Cell[][]> {
  const members = await client.member.findMany({
    where: { sessionId, role: 'student' },
    include: { result: true },
    orderBy: { joinedAt: 'asc' },
  });
  const scored = members.map((member) => {
    const { points = 0, correct = 0, answered = 0, statements = 0 } = member.result ?? {};
    return { member, score: { member: member.id, points, correct, answered, statements } };
  });
  const byId = new Map(scored.map((one) => [one.member.id, one]));
  // Whoever was removed has no rank, as on the page.
  const ranked = ranking(scored.filter(({ member }) => !member.removed).map(({ score }) => score));
  const row = (rank: number | null, id: string): Cell[] => {
    const found = byId.get(id);
    if (found === undefined) throw new Error(`no member ${id}`);
    const { nickname, handle, joinedAt, removed } = found.member;
    const { points, correct, answered, statements } = found.score;
    return [rank, nickname, handle, points, correct, answered, statements, joinedAt, removed ? 'yes' : 'no'];
  };
  yield [
    ...ranked.map(({ rank, score }) => row(rank, score.member)),
    ...scored.filter(({ member }) => member.removed).map(({ member }) => row(null, member.id)),
  ];
}

/** A reveal holds the marks of the whole class: so many are read at a time. */
const REVEALS = 6;

/** Every challenge as it came out, without the answers that were given on the way. */
export async function challengesOf(client: PrismaClient, sessionId: string): Promise<ChallengeState[]> {
  let challenges: ChallengeState[] = [];
  const where = { sessionId, kind: { startsWith: 'challenge.', not: 'challenge.answer' } };
  for await (const entries of entryPages(client, where, { page: REVEALS }))
    challenges = entries.filter(isAboutChallenge).reduce<ChallengeState[]>(advanceChallenge, challenges);
  return challenges;
}

const QUESTIONS = [
  'Number',
  'Kind',
  'Question',
  'Right answer',
  'Answered',
  'Right',
  'Right in the first vote',
  'Most shared belief',
  'Shared by',
];

async function* questions(client: PrismaClient, sessionId: string): AsyncGenerator<Cell[][]> {
  for (const challenge of await challengesOf(client, sessionId)) {
    const review = reviewQuestion(challenge);
    const { number, challenge: body, truth } = challenge;
    if (review === null || truth === undefined) continue;
    const [belief] = review.beliefs;
    yield [
      [
        number,
        body.kind,
        challengeText(body),
        truthText(body, truth, calledIn(challenge)),
        review.answered,
        review.right,
        review.votes?.before ?? null,
        belief?.belief ?? null,
        belief?.count ?? null,
      ],
    ];
  }
}

const ANSWERS = [
  'Number',
  'Student',
  'Module',
  'Answer',
  'First vote',
  'Right answer',
  'Right',
  'Points',
  'How sure',
  'Belief',
  'Answered at',
];

async function* answers(client: PrismaClient, sessionId: string): AsyncGenerator<Cell[][]> {
  const members = new Map(
    (await client.member.findMany({ where: { sessionId } })).map((member) => [member.id, member]),
  );
  const times = await answerTimes(client, sessionId);
  for (const challenge of await challengesOf(client, sessionId)) {
    const { number, challenge: body, truth, marks = [] } = challenge;
    if (truth === undefined) continue;
    const called = calledIn(challenge);
    const right = truthText(body, truth, called);
    yield marks.flatMap(({ member, answer, first, correct, points }): Cell[][] => {
      const who = members.get(member);
      if (answer === undefined || who === undefined) return [];
      return [
        [
          number,
          who.nickname,
          who.handle,
          answerText(body, answer, called),
          first === undefined ? null : answerText(body, first, called),
          right,
          correct === null ? 'not graded' : correct ? 'yes' : 'no',
          points,
          'confidence' in answer ? (answer.confidence ?? null) : null,
          beliefsOf(answer, truth).join('; '),
          times.get(`${number} ${member}`) ?? null,
        ],
      ];
    });
  }
}

/** So many answers are read at a time. */
const TIMES = 1_000;

const numbered = z.object({ number: z.number() });

/** When each answer that counts was given, by challenge and member. */
async function answerTimes(client: PrismaClient, sessionId: string): Promise<Map<string, Date>> {
  const times = new Map<string, Date>();
  for (let last = 0; ; ) {
    const rows = await client.entry.findMany({
      where: { sessionId, kind: 'challenge.answer', seq: { gt: last } },
      orderBy: { seq: 'asc' },
      select: { seq: true, at: true, actor: true, body: true },
      take: TIMES,
    });
    for (const { at, actor, body } of rows) times.set(`${numbered.parse(body).number} ${actor}`, at);
    last = rows.at(-1)?.seq ?? last;
    if (rows.length < TIMES) return times;
    await turn();
  }
}

const TRANSCRIPT = ['Entry', 'Time', 'Student', 'Module', 'Statement', 'Output', 'Exception'];

async function* transcript(client: PrismaClient, sessionId: string): AsyncGenerator<Cell[][]> {
  const members = new Map(
    (await client.member.findMany({ where: { sessionId } })).map((member) => [member.id, member]),
  );
  const kinds = ['run', 'challenge.reveal', 'rewind'];
  for await (const entries of entryPages(client, { sessionId, kind: { in: kinds } })) {
    yield entries.flatMap((entry): Cell[][] => {
      const who = members.get(entry.actor ?? '');
      const line = (source: string, output: string, raised: string | null): Cell[][] => [
        [
          entry.seq,
          new Date(entry.at),
          who?.nickname ?? 'Heaproom',
          who?.handle ?? null,
          source,
          output,
          raised,
        ],
      ];
      if (entry.kind === 'run')
        return line(entry.source, entry.outcome?.output ?? '', entry.outcome?.raised ?? null);
      if (entry.kind === 'rewind') return line(`(the heap goes back to entry ${entry.to})`, '', null);
      if (entry.kind !== 'challenge.reveal' || entry.source === null) return [];
      const truth = entry.outcome?.truth;
      return line(entry.source, truth?.kind === 'round' ? `${truth.returned}\n` : '', null);
    });
  }
}
