/** A lesson as one JSON document, as docs/session-export.md describes it. A change of its shape raises the number. */
import type { ChallengeState } from '../../classroom/protocol/state.ts';
import { reviewQuestion } from '../../classroom/review/question.ts';
import type { PrismaClient } from '../../prisma/client/client.ts';
import { entryPages, turn } from '../store/rows.ts';
import { challengesOf } from './sheets.ts';

export const DOCUMENT_FORMAT = 'heaproom.session';
export const DOCUMENT_VERSION = 1;

export interface DocumentOf {
  readonly id: string;
  readonly classroom: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly anonymisedAt: Date | null;
  readonly engineVersion: number;
  readonly wireVersion: number;
}

export async function* documentOf(client: PrismaClient, session: DocumentOf): AsyncGenerator<string> {
  const { id: sessionId } = session;
  const members = await client.member.findMany({
    where: { sessionId },
    orderBy: { joinedAt: 'asc' },
    // Who the person is in other lessons stays here.
    select: { id: true, handle: true, nickname: true, role: true, removed: true, joinedAt: true },
  });
  const results = await client.result.findMany({
    where: { sessionId },
    omit: { sessionId: true },
    orderBy: { points: 'desc' },
  });
  const head = JSON.stringify({
    format: DOCUMENT_FORMAT,
    version: DOCUMENT_VERSION,
    session,
    members,
    results,
  });
  yield `${head.slice(0, -1)},"challenges":[`;
  let before = '';
  for (const challenge of await challengesOf(client, sessionId)) {
    yield before + JSON.stringify(toldOf(challenge));
    before = ',';
    // Summing up a question with everybody's answers takes a while; live classes go on in between.
    await turn();
  }
  yield '],"entries":[';
  let first = true;
  for await (const entries of entryPages(client, { sessionId })) {
    yield `${first ? '' : ','}${entries.map((entry) => JSON.stringify(entry)).join(',\n')}`;
    first = false;
  }
  yield ']}\n';
}

/** A challenge as the document has it: with its answers once, and what came of it. */
function toldOf({
  number,
  challenge,
  rules,
  phase,
  vote,
  openedSeq,
  truth,
  solution,
  ...rest
}: ChallengeState) {
  return {
    number,
    challenge,
    rules,
    phase,
    votes: vote,
    openedSeq,
    revealedSeq: rest.revealedSeq ?? null,
    solution: solution ?? null,
    truth: truth ?? null,
    objects: rest.objects ?? null,
    answers: rest.marks ?? [],
    review: reviewQuestion({
      ...rest,
      number,
      challenge,
      rules,
      phase,
      vote,
      openedSeq,
      ...(truth === undefined ? {} : { truth }),
    }),
  };
}
