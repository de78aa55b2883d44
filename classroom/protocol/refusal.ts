import * as z from 'zod/mini';

/** Why something was not done: the closed list. The sentence beside a code is for people, the code for programs. */
export const REFUSALS = {
  badShape: 'This request is not one that Heaproom knows.',
  unknownEvent: 'Heaproom knows no such event.',
  tooLarge: 'That is too large to send. Split it into smaller statements.',
  tooFast: 'Too many requests at once. Wait a moment and try again.',
  wrongOrigin: 'This request came from another site and was not carried out.',
  wrongWire: 'This page is older than the server. Reload the page.',
  notSignedIn: 'Sign in as the teacher first, with the link that the server printed when it started.',
  badToken:
    'This sign-in link was used already or belongs to an earlier start. Use the newest link that the server printed.',
  notFound: 'There is nothing here, or it is not yours.',
  unknownCode: 'No class has this code. Check it with your teacher.',
  noSession: 'This class has no lesson running at the moment. Ask your teacher to start one.',
  sessionEnded: 'This lesson has ended. You can still review it.',
  classFull: 'This class is full.',
  nicknameRefused:
    'Choose another name: 1 to 24 characters, at least one letter, and nothing that could hurt others.',
  notMember: 'Join the class first.',
  removed: 'The teacher removed you from this lesson.',
  notAllowed: 'Only the teacher can do that.',
  viewOnly: 'This screen only shows the class; it cannot change anything.',
  locked: 'The teacher has locked the room: nobody new can join right now.',
  frozen: 'The teacher has frozen the heap for now; your statement was not run.',
  syntaxError: 'The statement is not valid Python.',
  limit: 'The statement went over a limit; nothing was changed.',
  challengeOpen: 'A challenge is open already. Close it first.',
  noChallenge: 'No challenge is open.',
  wrongChallenge: 'This answer belongs to a challenge that is not open any more.',
  tooEarly: 'It has not begun yet.',
  tooLate: 'The time for this answer is over.',
  judging: 'The answers are being marked. That takes a moment.',
  paused: 'The clock stands still at the moment; answers are taken when it goes on.',
  taskOpen: 'The heap of the class stands still while a task is open.',
  predictionOpen: 'The heap of the class stands still while a prediction is open.',
  heapMoved: 'The heap has changed since this prediction was made. Take a new one.',
  badAnswer: 'This answer does not fit the question.',
  stale:
    'This was changed in another tab or browser in the meantime, so it was not saved over that. What you see here is still as you left it.',
  engineFault: 'The engine failed on this; nothing was changed. The room has been restored.',
  notSaved: 'The server could not save this, so it was not done. Try again.',
  restarting: 'The server is restarting. Your page reconnects by itself.',
} as const;

/** What is said more precisely, with something in it: a number, or what Python says. */
export const PRECISELY = {
  inputsAllowed: (n: string) => `This task allows ${n} inputs.`,
  input: (n: string, says: string) => `Input ${n}: ${says}`,
  statementDiffers: (n: string) =>
    `This lesson cannot run under other names, since statement ${n} comes out differently: somebody made use of what a name is. Nothing was changed. You can delete it instead.`,
  roundDiffers: (n: string) =>
    `This lesson cannot run under other names, since round ${n} comes out differently: somebody made use of what a name is. Nothing was changed. You can delete it instead.`,
} as const;

export type RefusalCode = keyof typeof REFUSALS;

export const refusalCode = z.pipe(
  z.string(),
  z.custom<RefusalCode>((code) => typeof code === 'string' && code in REFUSALS),
);

export const refusalSchema = z.strictObject({
  code: refusalCode,
  message: z.string(),
  /** Where in the source, for `syntaxError`: 1-based line, 0-based column. */
  line: z.optional(z.int()),
  column: z.optional(z.int()),
});

export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

export function refuse(code: RefusalCode, message: string = REFUSALS[code]): Refusal {
  return { code, message };
}
