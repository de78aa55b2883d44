/** A challenge after its reveal: what really happened, what was said, and how the class voted. */
const times = (n: number) => (n === 1 ? 'once' : `${n} times`);

export const liveReveal = {
  parts:
    'The number counts parts of classes and functions too that no picture shows; nobody had to mark those.',
  nobody: 'Nobody answered.',
  answered: (n: number) => `${n} answered.`,
  fullyRight: (right: number, answered: number) => `${right} of ${answered} had it fully right.`,
  /** After the number. */
  points: (_n: number) => 'points',
  inARow: (n: number) => `${n} right in a row`,
  /** In one word, before everything else. */
  verdict: {
    right: 'Right!',
    partly: 'Partly right',
    wrong: 'Not this time',
    ungraded: 'Thank you for your words',
    unanswered: 'No answer from you',
  },
  /** Below it: all points of the lesson so far, and the place they make where that is told. */
  standing: (total: number, rank: { readonly rank: number; readonly of: number } | null) =>
    rank === null
      ? `${total} ${total === 1 ? 'point' : 'points'} so far`
      : `${total} ${total === 1 ? 'point' : 'points'} so far, place ${rank.rank} of ${rank.of}`,
  why: 'Why',
  ownWords: 'What was answered',
  /** Between the call and its value. */
  returned: 'returned',
  /** The objects of a round, and how many students marked each. */
  marks: {
    freed: {
      title: (n: number) => (n === 0 ? 'It freed nothing.' : `Freed: ${n}`),
      /** While it is not told what is right. */
      so: 'Marked as “will be freed”',
      inVain: 'Marked in vain: these stayed',
    },
    moved: {
      title: (n: number) =>
        n === 0 ? 'Nothing moved to an older generation.' : `Moved to an older generation: ${n}`,
      so: 'Marked as “will move on”',
      inVain: 'Marked in vain: these did not move',
    },
    /** After the title. */
    howOften: '(how many marked each)',
    howOftenVoted: '(how many marked each, first vote → second vote)',
    /** Of the reader. */
    mine: 'you marked it',
    missed: 'you missed it',
    moreRight: (objects: number, marks: number) =>
      objects === 1
        ? `and one more, marked ${times(marks)}`
        : `and ${objects} more, marked ${times(marks)} together`,
    moreOthers: (objects: number, marks: number) =>
      objects === 1
        ? `and one other object, marked ${times(marks)}`
        : `and ${objects} other objects, marked ${times(marks)} together`,
    nothing: (n: number) => (n === 1 ? 'One student marked nothing.' : `${n} students marked nothing.`),
    all: 'Show all objects',
    fewer: 'Show fewer objects',
  },
  goneObject: (serial: number) => `object ${serial}, gone by now`,
  /** Below the belief that the most frequent wrong answer comes from. */
  behindMost: (n: number) =>
    n === 1 ? 'One wrong answer comes from this idea.' : `The most frequent wrong answer: ${n} gave it.`,
  behindYours: 'Your answer comes from this idea. It is not what Python does.',
  noSingle: 'There is no single right answer.',
  yourAnswer: 'Your answer:',
  right: '(right)',
  your: 'your answer',
  solution: 'A solution',
  shownMine: 'Your solution, shown to all',
  oneWay: 'One way to do it',
  way: (name: string) => `How ${name} did it`,
  /** How often each answer came. */
  given: {
    title: 'Answers given',
    returned: (call: string) => `What ${call} was said to return`,
    /** After the title, where there were two votes. */
    votes: '(first vote → second vote)',
    right: 'right',
    wrong: 'wrong',
    within: 'within the tolerance',
    belief: (belief: string) => `“${belief}”`,
    near: (values: number, answers: number) =>
      values === 1
        ? `and one more number within the tolerance, given ${times(answers)}`
        : `and ${values} more numbers within the tolerance, given ${times(answers)} together`,
    rest: (values: number, answers: number) =>
      values === 1
        ? `and one other answer, given ${times(answers)}`
        : `and ${values} other answers, given ${times(answers)} together`,
  },
  votes: {
    first: 'First vote',
    second: 'Second vote',
    chosen: 'Chosen',
    option: (vote: string, option: number) => `${vote}, option ${option}`,
    of: (n: number, all: number) => `${n} of ${all}`,
    compared: 'Before and after talking it over',
    comparedTitle: 'Right before and after talking it over',
    rightFirst: 'Right in the first vote',
    rightSecond: 'Right in the second vote',
    soFar: 'How they have voted so far',
    hide: 'Hide the votes',
  },
};
