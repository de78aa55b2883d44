import type { StopId } from '../../tour/stops.ts';

interface Said {
  readonly title: string;
  /** Code stands between back-quotes. */
  readonly text: string;
}

const stops: Readonly<Record<StopId, (first: string) => Said>> = {
  prompt: (first) => ({
    title: 'Python is typed here',
    text: `It runs at once, in your browser, on a simulated CPython 3.11. With Next, \`${first}\` is typed for you if the heap is still empty.`,
  }),
  card: () => ({
    title: 'Every object is a card',
    text: 'It shows the type, the value, and how many references lead to the object. When that count reaches zero the object is freed, and its card goes.',
  }),
  names: () => ({
    title: 'Names refer to objects',
    text: 'A name is an arrow, not a box. `b = a` makes a second arrow to the same object; `del a` takes one away.',
  }),
  collector: () => ({
    title: 'The garbage collector',
    text: 'What refers to itself in a circle is never freed by counting. The collector finds it, by itself after enough new objects, or when you press one of these.',
  }),
  memory: () => ({
    title: 'Where it lies in memory',
    text: 'The arenas, pools and blocks that objects lie in, byte for byte, and what has been asked of the operating system.',
  }),
  scenarios: () => ({
    title: 'Scenarios show you around',
    text: 'Short scripts about one idea each: step through one, watch what it does, and answer its question.',
  }),
};

/** The walk through the sandbox. */
export const tour = {
  title: 'Tour',
  newHere: 'New here?',
  invitation: 'Six stops, one minute: what you see, and how to move it.',
  take: 'Show me',
  decline: 'No tour, thanks',
  /** What each stop says; `first` is the statement that is typed on the way. */
  stops,
  skip: 'Skip the tour',
  of: (at: number, all: number) => `${at} of ${all}`,
  back: 'Back',
  next: 'Next',
  done: 'Done',
};
