import type { Parts } from '../sentence.tsx';
import { numbers } from './numbers.ts';

const { count } = numbers;

export const sandbox = {
  title: 'Sandbox',
  starting: 'Starting an interpreter…',
  bar: {
    scenarios: 'Scenarios',
    predict: 'Predict',
    undo: 'Undo the last statement',
    reset: 'Reset: an empty heap',
    copyLink: 'Copy link',
    around: 'Show me around',
  },
  tabs: {
    heap: 'The heap',
    views: 'Views of the heap',
    graph: 'Graph',
    table: 'Table',
    tree: 'Tree',
    memory: 'Memory',
    time: 'Time',
    details: 'Details',
    object: 'Object',
    names: 'Names',
    generations: 'Generations',
    transcript: 'Transcript',
    predict: 'Predict',
  },
  picker: 'Short scripts about one idea each, to be stepped through. A scenario begins with an empty heap.',
  closingQuestion: 'Closing question',
  share: {
    moment: {
      title: 'A moment of a lesson has no link',
      text: 'Its heap was made by everybody in the class. Give others the link of the replay.',
    },
    long: { title: 'Too much for a link', text: 'Reset, and share a shorter story.' },
    copied: { title: 'Link copied', text: 'It runs the same statements and gives the same heap.' },
    shown: { title: 'The link is in the address bar', text: 'Copying by itself is not possible here.' },
  },
  link: {
    title: 'This link does not open',
    dismiss: 'Dismiss',
    meanwhile: 'You can start with an empty heap or a scenario meanwhile.',
    momentGone:
      'This moment of a lesson is not in this browser any more. Go to the replay and open it again from there.',
    /** `moment`: the class and the entry. */
    momentOlder: (moment: string) =>
      `${moment} was kept by another version of the engine and cannot be opened. Go to the replay and open it again from there, where it can still be drawn.`,
    long: 'The link is longer than any that the sandbox makes.',
    noScenario: 'There is no scenario of this name here. Look for it among the scenarios.',
    other: 'This is not a sandbox link, or it was made by a newer version.',
    damaged: 'Part of the link is missing or changed. Copy the whole link and try again.',
    tooMany: 'The link holds more statements than the sandbox opens.',
    /** `message` is Python's. */
    notPython: (statement: number, line: number, message: string) =>
      `Statement ${statement} in it is not valid Python: line ${line}, ${message}. Nothing was run.`,
  },
  ground: {
    /** A moment of a lesson, by its class. */
    moment: (classroom: string, entry: number) => `${classroom}, entry ${entry}`,
    title: (moment: string) => `The heap of ${moment}`,
    text: <T>(module: T): Parts<T> => [
      'You type as ',
      module,
      ', and nobody else sees it. Reset begins with an empty heap.',
    ],
  },
  fault: {
    title: 'Something is wrong on our side',
    text: (source: string, what: string) =>
      `The simulated interpreter failed at "${source}" (${what}). The heap is as it was before.`,
  },
  /** Under a line of the transcript. */
  note: {
    collected: (generation: number, unreachable: number) =>
      `generation ${generation} collected: ${count(unreachable, 'object', 'objects')} unreachable`,
    collectedAutomatically: (generation: number, unreachable: number) =>
      `generation ${generation} collected automatically: ${count(unreachable, 'object', 'objects')} unreachable`,
    made: (n: number) => `${count(n, 'object', 'objects')} made`,
    freed: (n: number) => `${count(n, 'object', 'objects')} freed`,
  },
  practice: {
    title: 'Predict',
    tally: (right: number, asked: number) => `${right} of ${asked} right`,
    leave: 'Leave the predictions',
    asking: 'A fork of the heap is being asked.',
    check: 'Check',
    another: 'Another',
    right: 'Right.',
    wrong: 'Not quite.',
    answer: (answer: string) => `Your answer: ${answer}`,
    next: 'Next',
    runHere: 'Run it here',
  },
};
