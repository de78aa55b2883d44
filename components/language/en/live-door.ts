/** On the way into a class: who may come in, how, and how the connection is. */
import type { Parts } from '../sentence.tsx';

export const liveDoor = {
  noLesson: (classroom: string) => `No lesson is running in ${classroom}`,
  startOne: 'Start one',
  lookAgain: 'Look again',
  lastLesson: 'Your last lesson here',
  ownerWaits: 'Students who open this page wait here until you start.',
  studentWaits: 'This page lets you in as soon as your teacher starts. You can leave it open.',
  joining: 'You are joining',
  roomLocked: 'The room is locked',
  name: 'Your name',
  nameHint: 'Others see it. It also becomes the name of your module in Python.',
  noName: 'The class needs a name for you.',
  join: 'Join',
  noAccount:
    'No account, no password. If you lose the connection, come back with the same browser: your name and points are kept.',
  noSuchClass: 'There is no such class',
  notInClass: 'You are not in this class',
  reload: 'Reload',
  tryAgain: 'Try again',
  coming: 'Coming into the class…',
  lookingForClass: 'Looking for the class',
  notStarted: <T>(code: T): Parts<T> => ['The lesson has not started yet. The code will be ', code],
  classCode: 'Class code',
  copyLink: 'Copy link',
  joinThis: 'Join this class',
  showCode: (code: string) => `Class code ${code}: show QR code and link`,
  qrOf: (text: string) => `QR code of ${text}`,
  away: <T>(restarting: boolean, elapsed: T): Parts<T> => [
    `${restarting ? 'The server is restarting.' : 'The connection is lost.'} Trying again since `,
    elapsed,
    '. What you send is kept.',
  ],
  connection: {
    connecting: 'Connecting',
    live: 'Live',
    reconnecting: 'Reconnecting',
    ended: 'Ended',
    refused: 'Not connected',
  },
};
