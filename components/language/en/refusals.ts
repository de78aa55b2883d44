/** Why something was not done, by code, and what is said more precisely in some places. */
import { PRECISELY, REFUSALS, type RefusalCode } from '../../../classroom/protocol/refusal.ts';

export const refusals: Readonly<Record<RefusalCode, string>> = REFUSALS;

/** Exactly the sentences that classroom/, server/ and pages give to `refuse` themselves; a test compares them. */
export const refusalDetails = {
  begun: 'It has begun already.',
  closedAlready: 'This challenge takes no answers already.',
  votedTwice: 'There were two votes already.',
  solutionShown: 'A solution is being shown: there is nothing left to vote on.',
  noClock: 'No clock is running.',
  clockRuns: 'The clock is running already.',
  predictionGiven: 'A prediction is made from the heap, not given.',
  noPrediction: 'This heap gives no such prediction.',
  noTask: 'There is no such task.',
  closeFirst: 'Close the answers first: then a solution can be shown.',
  notTried: 'This student has not tried the task.',
  notAskedHowSure: 'Nobody is asked here how sure they are.',
  noStudent: 'This student is not in the class.',
  oneIsNoStudent: 'One of these students is not in the class.',
  noMember: 'This member is not in the class.',
  teacherStays: 'The teacher cannot be removed.',
  noMoment: 'The lesson has no such moment yet.',
  noScenario: 'There is no such scenario, or it has no such step.',
  noCollection: 'No such collection ran in the class.',
  endFirst: 'End the lesson first: its names are still in use.',
  noSolution: 'A question needs its solution.',
  otherKey: 'The solution does not belong to this form of question.',
  sameOptions: 'Two options of this question are the same.',
  beliefs: 'There are more beliefs than options.',
  keyNotThere: 'The solution names an option that is not there.',
  keyTwice: 'The solution names an option twice.',
  noneRight: 'At least one option has to be right.',
  keyOrder: 'The right order needs every item once.',
  otherKind: 'This is an answer to another kind of challenge.',
  otherForm: 'This is an answer to another form of question.',
  answerNotThere: 'The answer names an option that is not there.',
  answerTwice: 'The answer names an option twice.',
  answerOrder: 'The answer has to put every item in order.',
  serverFailed: 'The server failed on this request.',
  unreachable: 'The server cannot be reached. Check your connection and try again.',
};

/** What a limit of the machine says, as sentences; `n` is what it allows. */
export const limits = {
  fuel: (_n: number) => 'The statement ran for too long and was stopped; nothing was changed.',
  memory: (n: number) => `The heap of this class is limited to ${n} MiB; nothing was changed.`,
  output: (n: number) => `A statement may print ${n} characters; nothing was changed.`,
  depth: (_n: number) => 'The statement calls deeper than this computer can follow; nothing was changed.',
  source: (n: number) => `A statement may have ${n} characters.`,
};

/** With something in it. */
export const precisely = PRECISELY;
