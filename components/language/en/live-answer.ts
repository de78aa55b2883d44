/** A challenge while it is open: what it is called, what is to be done, and how an answer is given. */
import type { ChallengeBody } from '../../../classroom/protocol/challenge.ts';
import type { Parts } from '../sentence.tsx';

const many = (n: number) => `${n} ${n === 1 ? 'input' : 'inputs'}`;

export const liveAnswer = {
  title: (n: number, challenge: ChallengeBody) => {
    if (challenge.kind === 'round') return `Round ${n}: gc.collect(${challenge.generation})`;
    if (challenge.kind === 'task') return `Task ${n}`;
    return challenge.predicts === undefined ? `Question ${n}` : `Prediction ${n}`;
  },
  closeResult: 'Close the result',
  showSteps: 'Show it step by step',
  watchSteps: 'Watch it step by step',
  closed: 'No more answers are taken. The teacher reveals the result soon.',
  /** After it was closed: the reader's own answer. */
  yours: 'Your answer:',
  none: 'You have not answered.',
  secondVote: 'Second vote',
  secondVoteText: 'Talk it over, then choose again. If you change nothing, your first answer counts.',
  stopped: 'The clock stands still; answers are taken when it goes on.',
  predicts:
    'Everybody predicts what will be freed and what the call returns. Leaks are not marked in the picture meanwhile.',
  allAnswered: 'Everybody has answered.',
  nobodyYet: 'There are no students yet.',
  thinking: (names: readonly string[], more: number) =>
    `Still thinking: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
  judging: (done: number, of: number) => `Marking ${done} of ${of}`,
  judgingLabel: 'Answers marked',
  judgingText: 'No more answers are taken. All of them are run again and marked.',
  howSure: 'How sure are you?',
  sure: { guess: 'Guessing', fairly: 'Fairly sure', certain: 'Certain' },
  sent: 'Sent',
  send: 'Send answer',
  isIn: 'It is in. You can change it until the teacher closes the question.',
  your: 'Your answer',
  yourSeveral: 'Your answer: all that are right',
  yourIn: (unit: string) => `Your answer, in ${unit}`,
  chooseWhere: 'Choose it here, or in the graph, the table or the tree.',
  yourObject: 'Your answer: the object that is meant',
  yourWords: 'Your answer, in your own words',
  yourOrder: 'Your answer: first to last',
  up: (item: string) => `Move up: ${item}`,
  down: (item: string) => `Move down: ${item}`,
  pausedAt: (left: string) => `paused at ${left}`,
  timeOver: 'time is over',
  meant: 'your answer',
  chooseMeant: 'Choose the object that is meant.',
  chosen: (object: string) => `Chosen: ${object}. Send it with the question.`,
  toQuestion: 'To the question',
  round: {
    willRun: <T>(call: T): Parts<T> => [
      'The teacher will run ',
      call,
      '. Mark what it will free, in the graph or here, and say what it will return.',
    ],
    willFree: 'Objects it will free',
    willMove: 'Objects that will move to an older generation',
    /** `drawn`: the number as it is drawn. */
    marked: <T>(title: string, _n: number, drawn: T): Parts<T> => [`${title}: `, drawn, ' marked'],
    returns: (call: string) => `${call} returns`,
    wholeNumber: 'A whole number, 0 or more.',
    sent: 'Sent',
    send: 'Send prediction',
    isIn: 'It is in. You can change it until the teacher collects.',
    nothing: 'There is nothing yet that the collector looks at.',
    by: (owner: string) => `by ${owner}`,
    goes: 'will be freed',
    moves: 'will move on',
    freeing: (n: number) => `Choose an object to mark it as one that the collection will free. ${n} marked.`,
    moving: (n: number) =>
      `Choose an object to mark it as one that will move to an older generation. ${n} marked.`,
    meaning: 'What choosing an object means',
    freed: 'Will be freed',
    moved: 'Will move on',
    toRound: 'To the round',
  },
  task: {
    you: 'You',
    noFuel: 'Your inputs have used up what a heap of one’s own may use. Take some back or start over.',
    prompt: 'Prompt of your own heap',
    closed: 'No more answers are taken.',
    full: (n: number) => `All ${n} inputs are used. Take one back to go on.`,
    takeBack: 'Take the last back',
    startOver: 'Start over',
    sent: (n: number, most: number | null) =>
      most === null
        ? `${many(n)}, sent as your answer`
        : `${n} of ${most} ${n === 1 ? 'input' : 'inputs'}, sent as your answer`,
    goals: 'Goals',
    met: 'met',
    notMet: 'not met yet',
  },
  said: {
    round: (returned: number, marked: number) => `returns ${returned}, ${marked} marked`,
    object: (serial: number) => `object ${serial}`,
  },
};
