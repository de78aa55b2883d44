export const home = {
  title: 'One Python heap, and the whole class is on it',
  lead: 'Type Python, and watch memory: every object, every reference, every count, and the garbage collector at work.',
  sandbox: 'Sandbox',
  results: 'My results',
  start: 'Start a class',
  alone: 'Try it alone',
  starters: 'Or step through one idea:',
  points: {
    shared: {
      title: 'Everybody in one memory',
      text: 'Each student is a module with names of its own. References cross from one to another, and everybody sees the same heap at the same moment.',
    },
    real: {
      title: 'What CPython really does',
      text: 'Reference counts, sizes, generations, what a collection frees, which block the next object gets: as in CPython 3.11 on 64 bits, checked against it.',
    },
    predict: {
      title: 'Predict, then look',
      text: 'Before the collector runs, everyone marks what it will free. Then it runs, and the points follow from what happened. The whole lesson can be replayed.',
    },
  },
  join: {
    code: 'Class code',
    missing: 'Type the code that your teacher shows.',
    go: 'Join the class',
  },
  stage: {
    label: 'A small heap, statement by statement',
    starting: 'Starting a heap…',
    statements: 'Statements',
    previous: 'Previous statement',
    next: 'Next statement',
    play: 'Play',
    pause: 'Pause',
  },
  /** What each statement of the small heap does. */
  story: {
    first: 'A list is made, and the name a refers to it.',
    second: 'A second one, with a name of its own.',
    holds: 'The first holds the second: b’s list now counts two references.',
    cycle: 'And the other way round: a cycle.',
    gone: 'The name goes. The list stays, because the other one still refers to it.',
    leaked: 'Nobody can reach them now, yet neither count is zero: they are leaked.',
    collected: 'The collector finds both and frees them.',
  },
};
