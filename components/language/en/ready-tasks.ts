/** Titles and texts of the tasks that a teacher can set at once. What is in `backticks` is Python. */
export const readyTasks = {
  group: 'Ready tasks',
  leak: {
    title: 'Leak exactly three objects',
    prompt: 'Leave exactly three objects behind that nothing reaches and that no collection has taken.',
  },
  cycle: {
    title: 'Free a cycle with one statement',
    prompt: '`ring` leads to objects that hold each other. Free all of them with a single statement.',
  },
  arena: {
    title: 'Give an arena back',
    prompt:
      'The list `keep` fills more than one arena. Give at least one back to the system, but keep the first item.',
  },
  million: {
    title: 'A million numbers in a kilobyte',
    prompt: 'Make `numbers` something whose sum is that of 0 … 999999, in at most 1000 bytes.',
  },
  smaller: {
    title: 'Instances a quarter smaller',
    prompt:
      'Write `Point` anew and make `points` anew, 200 of them with `x` and `y`, so that all of it takes a quarter less.',
  },
  ages: {
    title: 'Three ages',
    prompt:
      '`old` is a new list. Bring it into generation 2, and make two lists of your own, `middle` and `young`, so that in the end `middle` is in generation 1 and `young` in generation 0.',
  },
  cache: {
    title: 'A cache that lets go',
    prompt:
      'The cache keeps `page` alive for ever. Change it so that `page` can still be found in it, and is freed by `del page`.',
  },
};
