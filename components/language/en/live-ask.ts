/** Asking the class something: questions, tasks, predictions, pointing, and how they are run. */
export const liveAsk = {
  cancel: 'Cancel',
  askNow: 'Ask now',
  question: {
    title: 'Ask the class a question',
    about: 'Students see the text and the options. What is right, and why, they see when you reveal it.',
    write: 'Write one',
    take: 'Ready questions',
    now: 'Ask now',
  },
  task: {
    title: 'Set the class a task',
    about:
      'Everybody gets a copy of the heap of their own and tries as often as they like. The heap of the class stands still meanwhile.',
    write: 'Write one',
    take: 'Ready tasks',
    now: 'Set the task',
  },
  whereFrom: 'Where from',
  use: 'Use',
  heapNotHere: 'The heap of the class is not here yet.',
  point: {
    title: 'Ask the class to point at an object',
    about:
      'Students choose one object in the graph, the table, the tree or a list. Which are right, and why, they see when you reveal it.',
    noText: 'A question needs its text.',
    noObject: 'Choose at least one object that is right.',
    question: 'Question',
    questionHint: 'What stands in `backticks` is shown as a piece of code.',
    example: 'Which object keeps the list of `a` alive?',
    explanation: 'Explanation',
    explanationHint: 'Shown after the reveal.',
    right: 'Right objects: any one of them counts',
    inGraph: 'Choose in the graph',
  },
  round: {
    title: 'A round with predictions',
    about:
      'Everybody marks what the collection will free and says what it returns. Then you collect, and it is played step by step.',
    generation: 'What is collected',
  },
  predict: {
    title: 'Ask the class for a prediction',
    about:
      'A question about this very heap. The heap stands still until you reveal; students see neither the answer nor the explanation before.',
    another: 'Take another',
    withAnswer: 'The question with its answer',
    asking: 'A fork of the heap is being asked.',
  },
  rules: {
    time: 'Time',
    noLimit: 'No time limit',
    seconds: (n: number) => `${n} seconds`,
    minutes: (n: number) => `${n} ${n === 1 ? 'minute' : 'minutes'}`,
    gather: 'Gather first',
    gatherHint: 'Everybody sees who is here; when you press Start it begins with a count of three',
    sure: 'Ask how sure everybody is',
    sureHint: 'Right and certain gives all points; wrong and certain costs some',
    speed: 'Quick answers count for more',
    speedHint: 'Needs a time limit',
  },
  objects: {
    search: (label: string) => `Search the objects: ${label}`,
    searchBy: 'Search by name, type or value',
    none: 'No object is like that.',
    more: 'Show more objects',
  },
};
